package import Interview
package import Scenarios

/// What is spoken and asked, and how much help there is meanwhile.
package struct Plan: Sendable {
  package var mode: Session.Mode
  /// Whose answer it is; `nil` where nobody was named.
  package var candidate: String?
  /// The steps that are recorded, in order.
  package var steps = Step.allCases
  /// How many probes are asked after them, those that the candidate declines included.
  package var probeCount = 2
  /// What the answer to a probe should last, in seconds, where the candidate chose it.
  package var probeTargetInSeconds: Double?
  /// Whether a probe may be followed by one question more, one level deeper.
  package var goesDeeper = true
  /// What was asked in earlier sessions.
  package var history = PracticeHistory()
  /// What a drill is about, and the name of the session that it goes back to.
  package var drill: (advice: Advice, session: String)?

  /// Five steps and two probes, never asked before.
  package init(_ mode: Session.Mode) { self.mode = mode }

  /// Whether coaching, targets and patterns are shown; in the room, nothing is before the end.
  var showsHelp: Bool { mode != .interview }
}
