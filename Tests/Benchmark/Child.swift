import Foundation
import Glibc

/// What a program that ran to its end has used.
struct Child {
  /// Seconds of processor time, all its threads together.
  var seconds: Double
  /// The most memory that it held at once.
  ///
  /// Linux counts what this process has held until then as the child's: measure before anything large is held here.
  var peakMiB: Double

  /// Runs a program, found by its path or in `PATH`, with its standard output written to the file `output`.
  init(_ command: [String], output: String = "/dev/null") throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    var arguments = command.map { strdup($0) } + [nil]
    defer { arguments.forEach { free($0) } }
    var id = pid_t()
    var status: Int32 = 0
    var usage = rusage()
    guard posix_spawnp(&id, command[0], &actions, nil, &arguments, environ) == 0,
      wait4(id, &status, 0, &usage) == id, status == 0
    else { throw ChildFailure(command: command) }
    seconds = usage.seconds
    peakMiB = Double(usage.ru_maxrss) / 1024
  }
}

/// A program that does not start or fails.
struct ChildFailure: Error, CustomStringConvertible {
  var command: [String]
  var description: String { "This failed; run it alone to see why: \(command.joined(separator: " "))" }
}

extension rusage {
  /// Seconds of processor time, the program's own and the system's for it.
  var seconds: Double {
    Double(ru_utime.tv_sec + ru_stime.tv_sec) + Double(ru_utime.tv_usec + ru_stime.tv_usec) / 1e6
  }
}
