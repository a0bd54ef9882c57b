import Sessions

/// Says on standard error that a crash left sessions in the folder that `sessions` names (`nil`: the usual one).
func noteBrokenOffSessions(in sessions: String?) {
  let count = SessionFolder.brokenOff(in: sessions ?? Places().sessions).count
  guard count > 0 else { return }
  let command = "starpace recover" + (sessions.map { " --sessions \($0)" } ?? "")
  warn(
    count == 1
      ? "A session was broken off and is not whole; `\(command)` keeps what was said."
      : "\(count) sessions were broken off and are not whole; `\(command)` keeps what was said.")
}
