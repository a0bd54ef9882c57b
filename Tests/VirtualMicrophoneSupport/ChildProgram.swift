internal import CSpawn
import Glibc

/// A program that runs beside the tests, silently, and is killed with its owner.
final class ChildProgram {
  private let end: ChildEnd

  private init(_ id: pid_t) {
    end = ChildEnd(of: id)
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

  func send(_ signal: Int32) { end.send(signal: signal) }

  /// Ends it at once, stopped or not.
  func kill() {
    send(SIGKILL)
    _ = wait()
  }

  /// Waits for its end, and tells whether it ended by itself and well.
  @discardableResult
  func wait() -> Bool {
    while true {
      if let status = end.exitStatus { return status == 0 }
      usleep(2_000)
    }
  }
}
