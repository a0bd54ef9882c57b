import Foundation
import Sessions

/// Says on standard error that a crash left sessions in the folder that `sessions` names (`nil`: the usual one).
///
/// - Returns: the folders.
@discardableResult
func noteBrokenOffSessions(in sessions: String?) -> [SessionFolder] {
  let broken = SessionFolder.brokenOff(in: sessions ?? Places().sessions)
  guard !broken.isEmpty else { return [] }
  let command = "starpace recover" + (sessions.map { " --sessions \($0)" } ?? "")
  warn(
    broken.count == 1
      ? "A session was broken off and is not whole; `\(command)` keeps what was said."
      : "\(broken.count) sessions were broken off and are not whole; `\(command)` keeps what was said.")
  return broken
}

/// Says the same, and makes sessions of them where somebody at the terminal agrees.
///
/// Without a terminal there is nobody to ask, and nothing is changed.
func offerToRecover(in sessions: String?) {
  let broken = noteBrokenOffSessions(in: sessions)
  guard !broken.isEmpty, Terminal(STDIN_FILENO).isTerminal, Terminal(STDERR_FILENO).isTerminal else { return }
  FileHandle.standardError.write(Data("Recover \(broken.count == 1 ? "it" : "them") now? [Y/n] ".utf8))
  guard let answer = readLine(), !answer.lowercased().hasPrefix("n") else { return }
  for folder in broken {
    do {
      guard let recovery = try Recovery.needed(in: folder) else { continue }
      try recovery.carryOut()
      if !recovery.takes.isEmpty { warn(recovery.summary(isDone: true)) }
      for sentence in recovery.unreadable { warn(sentence) }
    } catch {
      warn(sentence(of: error))
    }
  }
}
