internal import CSpawn
import Glibc

/// A program that runs beside the tests, silently, and is killed with its owner.
///
/// Not Foundation's `Process`, which takes a program that closes all inherited descriptors, as PulseAudio does, for
/// one that has ended, and then waits for it before any other (Swift 6.3).
final class ChildProgram {
  let id: pid_t
  private var hasEnded = false

  private init(_ id: pid_t) {
    self.id = id
  }

  /// Starts a program of the search path, or returns nil where there is none.
  static func start(_ arguments: [String], environment: [String: String]) -> ChildProgram? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for descriptor: Int32 in 0...2 {
      posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
    }
    posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1)
    let words = arguments.map { strdup($0) }
    let variables = environment.map { strdup("\($0)=\($1)") }
    defer { for text in words + variables { free(text) } }
    var id: pid_t = 0
    let code = posix_spawnp(&id, arguments[0], &actions, nil, words + [nil], variables + [nil])
    return code == 0 ? ChildProgram(id) : nil
  }

  deinit { kill() }

  func send(_ signal: Int32) {
    if !hasEnded { Glibc.kill(id, signal) }
  }

  /// Ends it at once, stopped or not.
  func kill() {
    send(SIGKILL)
    _ = wait()
  }

  /// Waits for its end, and tells whether it ended by itself and well.
  func wait() -> Bool {
    guard !hasEnded else { return false }
    hasEnded = true
    var status: Int32 = 0
    while waitpid(id, &status, 0) < 0, errno == EINTR {}
    return status == 0
  }
}
