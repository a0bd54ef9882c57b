import Foundation

/// A program that runs in the machine, its keys from a pipe and its words into files; ended with the value.
///
/// Not Foundation's `Process`, whose run loop waits for sockets that this machine does not have.
final class GuestProgram {
  private let id: pid_t
  private let path: String
  private let keys = Pipe()
  private let files = "/tmp/\(UUID().uuidString)"
  /// What `waitpid` told of its end; nil while it runs.
  private var ending: Int32?

  /// Starts a program by its path.
  init(_ path: String, _ arguments: [String]) throws {
    self.path = path
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, keys.fileHandleForReading.fileDescriptor, STDIN_FILENO)
    for (number, name) in [(STDOUT_FILENO, "output"), (STDERR_FILENO, "errors")] {
      posix_spawn_file_actions_addopen(&actions, number, "\(files).\(name)", O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    }
    let words = ([path] + arguments).map { strdup($0) }
    defer { for word in words { free(word) } }
    var id = pid_t()
    let code = posix_spawn(&id, path, &actions, nil, words + [nil], environ)
    try require(code == 0, "\(path) does not start: \(String(cString: strerror(code)))")
    self.id = id
  }

  deinit { kill() }

  /// Runs a program to its end.
  static func run(_ path: String, _ arguments: [String]) throws -> GuestProgram {
    let program = try GuestProgram(path, arguments)
    _ = try program.status()
    return program
  }

  var output: String { text(of: "output") }
  /// What it wrote to standard error, with a space in place of each line's end: the width is not looked at.
  var errors: String { text(of: "errors").replacing(/\s+/, with: " ") }

  func press(_ key: String) { keys.fileHandleForWriting.write(Data(key.utf8)) }

  func send(_ signal: Int32) {
    if isRunning { Glibc.kill(id, signal) }
  }

  /// Ends it at once, stopped or not.
  func kill() {
    send(SIGKILL)
    while isRunning { usleep(1_000) }
  }

  var isRunning: Bool {
    var status: Int32 = 0
    if ending == nil, waitpid(id, &status, WNOHANG) == id { ending = status }
    return ending == nil
  }

  /// The exit code, or the number of the signal that ended it as a negative number; waits for the end.
  func status() throws -> Int32 {
    try wait(for: { !isRunning }, "\(path) does not end: \(errors)")
    let ending = ending ?? 0
    let signal = ending & 0x7F
    return signal == 0 ? (ending >> 8) & 0xFF : -signal
  }

  private func text(of name: String) -> String {
    (try? String(contentsOfFile: "\(files).\(name)", encoding: .utf8)) ?? ""
  }
}

/// The program that is tested.
let starpace = "/usr/bin/starpace"
