import CSpawn
import Foundation
import Glibc
import VirtualMicrophoneSupport

/// A program started by a test, with nothing of this process but what it is given.
///
/// Its streams are files, pipes or a terminal, so that no output, however long, holds it up. It is waited for
/// without holding up the threads on which other tests run, and ended with the value.
final class ChildProcess: Sendable {
  /// Where a standard stream comes from or goes to.
  enum Stream {
    case file(String)
    /// A terminal, which the program's session gets as its own; its device is opened anew.
    case terminal(String)
    case descriptor(Int32)
  }

  /// The program could not be started or did not end in time.
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  let id: pid_t
  private let end: ChildEnd
  /// The program's file and its arguments, for messages.
  private let name: String

  /// Starts `program` in `folder` (by a shell, which it replaces).
  init(
    _ program: String, _ arguments: [String], environment: [String: String], folder: String,
    input: Stream, output: Stream, errors: Stream
  ) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (number, stream) in [input, output, errors].enumerated() {
      let number = Int32(number)
      let fileMode = number == STDIN_FILENO ? O_RDONLY : O_WRONLY | O_CREAT | O_TRUNC
      switch stream {
      case .file(let path): posix_spawn_file_actions_addopen(&actions, number, path, fileMode, 0o600)
      case .terminal(let path): posix_spawn_file_actions_addopen(&actions, number, path, O_RDWR, 0)
      case .descriptor(let descriptor): posix_spawn_file_actions_adddup2(&actions, descriptor, number)
      }
    }
    // Nor the descriptors of other tests: a pipe or socket that a program holds has no end before the program's.
    posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK) | starpace_spawn_new_session)
    // The threads of a concurrency pool block signals, and a program inherits that.
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)

    let words = ["sh", "-c", "cd \"$0\" && exec \"$@\"", folder, program] + arguments
    let settings = environment.map { "\($0)=\($1)" }
    var argumentList = words.map { strdup($0) } + [nil]
    var settingList = settings.map { strdup($0) } + [nil]
    defer { (argumentList + settingList).forEach { free($0) } }
    var id = pid_t()
    let code = posix_spawn(&id, "/bin/sh", &actions, &attributes, &argumentList, &settingList)
    guard code == 0 else { throw Failure(description: "\(program) does not start: error \(code)") }
    self.id = id
    end = ChildEnd(of: id)
    name = (["\((program as NSString).lastPathComponent)"] + arguments).joined(separator: " ")
  }

  deinit { end.send(signal: SIGKILL) }

  func send(signal: Int32) { end.send(signal: signal) }

  /// The exit code, or the number of the signal that ended it as a negative number; waits for the end.
  func exitStatus(within limit: Duration = .seconds(120)) async throws -> Int32 {
    let deadline = ContinuousClock.now + limit
    while true {
      if let status = end.exitStatus { return status }
      guard .now < deadline else { throw Failure(description: "\(name) still runs after \(limit)") }
      try await Task.sleep(for: .milliseconds(5))
    }
  }
}
