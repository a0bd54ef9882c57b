import Foundation
import Interruption

/// Another program, run directly: no shell reads its words.
struct ChildProgram {
  /// How a program ended.
  enum Ending: Equatable {
    case exited(Int32)
    case signalled(Int32)
    /// A signal asked us to end, and so it was ended.
    case interrupted
  }

  /// The program could not be started.
  struct CannotStart: Error {
    /// What the system says, such as ENOENT.
    var code: Int32
  }

  /// Where a program runs and what it says.
  enum Surroundings {
    /// At the user's terminal, as a part of this program.
    case terminal
    /// By itself: in `folder`, without input and output, its standard error going to the file `errors`, an absolute path.
    case alone(folder: String, errors: String)
  }

  private let id: pid_t
  private let isAlone: Bool

  /// Starts `words`, a program and its arguments; one without `/` is looked for in `PATH`.
  init(_ words: [String], in surroundings: Surroundings) throws(CannotStart) {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // What this program ignores, others must not.
    var signals = sigset_t()
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    var flags = POSIX_SPAWN_SETSIGDEF
    if case .alone(_, let errors) = surroundings {
      posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
      posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
      posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, errors, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
      // A group of its own, so that its children can be ended with it.
      posix_spawnattr_setpgroup(&attributes, 0)
      flags |= POSIX_SPAWN_SETPGROUP
      isAlone = true
    } else {
      isAlone = false
    }
    posix_spawnattr_setflags(&attributes, Int16(flags))
    var arguments = words.map { strdup($0) } + [nil]
    var settings = ProcessInfo.processInfo.environment.map { strdup("\($0)=\($1)") } + [nil]
    defer { (arguments + settings).forEach { free($0) } }
    var id = pid_t()
    // glibc's own way to name the folder is behind a feature macro that Swift does not set. The program has started, there
    // or not at all, when the call returns.
    let here = open(".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if here >= 0, case .alone(let folder, _) = surroundings { chdir(folder) }
    defer {
      if here >= 0 {
        fchdir(here)
        close(here)
      }
    }
    let code = posix_spawnp(&id, words[0], &actions, &attributes, &arguments, &settings)
    guard code == 0 else { throw CannotStart(code: code) }
    self.id = id
  }

  /// Waits for its end, and calls `tick` some twenty times a second; ends it and its children where a signal asks us to end.
  func ending(_ tick: () -> Void = {}) -> Ending {
    while true {
      var status: Int32 = 0
      if waitpid(id, &status, WNOHANG) == id { return Self.ending(of: status) }
      if isInterrupted {
        end()
        return .interrupted
      }
      tick()
      usleep(50_000)
    }
  }

  private static func ending(of status: Int32) -> Ending {
    let signal = status & 0x7F
    return signal == 0 ? .exited((status >> 8) & 0xFF) : .signalled(signal)
  }

  /// Asks it and its children to end, and ends what has not after two seconds (our own choice).
  private func end() {
    let target = isAlone ? -id : id
    kill(target, SIGTERM)
    var isWaitedFor = false
    for _ in 0..<40 where !isWaitedFor {
      isWaitedFor = waitpid(id, nil, WNOHANG) == id
      if !isWaitedFor { usleep(50_000) }
    }
    // The group outlives its leader where a child of it did not listen.
    if isAlone || !isWaitedFor { kill(target, SIGKILL) }
    if !isWaitedFor { waitpid(id, nil, 0) }
  }
}
