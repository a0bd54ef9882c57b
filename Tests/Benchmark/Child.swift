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
    self = try RunningChild(command) { actions in
      posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    }.end()
  }

  fileprivate init(seconds: Double, peakMiB: Double) {
    self.seconds = seconds
    self.peakMiB = peakMiB
  }
}

/// A program that runs beside this one.
struct RunningChild {
  private let command: [String]
  private let id: pid_t

  /// Starts a program, found by its path or in `PATH`; `redirect` says where its streams go.
  init(_ command: [String], redirect: (inout posix_spawn_file_actions_t) -> Void) throws {
    self.command = command
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    redirect(&actions)
    var arguments = command.map { strdup($0) } + [nil]
    defer { arguments.forEach { free($0) } }
    var id = pid_t()
    guard posix_spawnp(&id, command[0], &actions, nil, &arguments, environ) == 0 else {
      throw ChildFailure(command: command)
    }
    self.id = id
  }

  /// Seconds of processor time until now, all its threads together.
  var seconds: Double {
    var clock = clockid_t()
    var time = timespec()
    clock_getcpuclockid(id, &clock)
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Waits for its end.
  func end() throws -> Child {
    var status: Int32 = 0
    var usage = rusage()
    guard wait4(id, &status, 0, &usage) == id, status == 0 else { throw ChildFailure(command: command) }
    return Child(seconds: usage.seconds, peakMiB: Double(usage.ru_maxrss) / 1024)
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
