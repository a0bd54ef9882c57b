internal import CSpawn
package import Foundation

/// Another program, run directly: no shell reads its words, and it inherits nothing but its three standard streams.
///
/// Not Foundation's `Process`: its end is that of a socket, which a program that it leaves behind may keep open, and which
/// those inherit that another thread starts at that moment.
package struct ChildProgram {
  /// How a program ended.
  package enum Ending: Sendable, Equatable {
    case exited(Int32)
    case signalled(Int32)
    /// It was to end, and so it was ended.
    case stopped
  }

  /// The program could not be started.
  package struct CannotStart: Error {
    /// What the system says, such as ENOENT.
    package var code: Int32
  }

  /// Where a program runs and what it says.
  package enum Surroundings {
    /// At the user's terminal, as a part of this program.
    case terminal
    /// By itself: in `folder`, without input and output, its standard error going to the file `errors`, an absolute path.
    case alone(folder: String, errors: String)
    /// By itself, its standard input a file, or nothing; what it writes is not kept.
    case reading(FileHandle?)
  }

  private let id: pid_t
  private let isAlone: Bool

  /// Starts `words`, a program and its arguments; one without `/` is looked for in `PATH`.
  package init(_ words: [String], in surroundings: Surroundings) throws(CannotStart) {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // What this program ignores or blocks, others must not.
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    var flags = POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK
    switch surroundings {
    case .terminal:
      isAlone = false
    case .alone(let folder, let errors):
      posix_spawn_file_actions_addchdir_np(&actions, folder)
      posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
      posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
      posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, errors, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
      isAlone = true
    case .reading(let input):
      if let input {
        posix_spawn_file_actions_adddup2(&actions, input.fileDescriptor, STDIN_FILENO)
      } else {
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
      }
      for output in [STDOUT_FILENO, STDERR_FILENO] {
        posix_spawn_file_actions_addopen(&actions, output, "/dev/null", O_WRONLY, 0)
      }
      isAlone = true
    }
    posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1)
    if isAlone {
      // A group of its own, so that its children can be ended with it.
      posix_spawnattr_setpgroup(&attributes, 0)
      flags |= POSIX_SPAWN_SETPGROUP
    }
    posix_spawnattr_setflags(&attributes, Int16(flags))
    var arguments = words.map { strdup($0) } + [nil]
    var settings = ProcessInfo.processInfo.environment.map { strdup("\($0)=\($1)") } + [nil]
    defer { (arguments + settings).forEach { free($0) } }
    var id = pid_t()
    let code = posix_spawnp(&id, words[0], &actions, &attributes, &arguments, &settings)
    guard code == 0 else { throw CannotStart(code: code) }
    self.id = id
  }

  /// Waits for its end, `period` microseconds at a time, and calls `tick` each time; ends it and its children where
  /// `mustEnd`.
  package func ending(
    within period: UInt32 = 50_000, mustEnd: () -> Bool, _ tick: () -> Void = {}
  ) -> Ending {
    while true {
      var status: Int32 = 0
      if waitpid(id, &status, WNOHANG) == id { return Self.ending(of: status) }
      if mustEnd() {
        end()
        return .stopped
      }
      tick()
      usleep(period)
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
    for _ in 0..<100 where !isWaitedFor {
      isWaitedFor = waitpid(id, nil, WNOHANG) == id
      if !isWaitedFor { usleep(20_000) }
    }
    // The group outlives its leader where a child of it did not listen.
    if isAlone || !isWaitedFor { kill(target, SIGKILL) }
    if !isWaitedFor { waitpid(id, nil, 0) }
  }
}
