package import Equipment

/// How a candidate likes to rehearse.
package struct Habits: Sendable {
  /// Whether the time that is left is shown, rather than the time that has passed.
  package var countsDown = false
  /// Seconds of silence past half of the target after which the next step begins; `nil`: a key says so.
  package var silenceThatEnds: Double?
  /// Whether a bell rings with each light. The microphone may hear it.
  package var rings = false
  /// Whether the microphone is listened to for a second before the first step.
  package var checksMicrophone = true
  /// Whether the candidate is asked after a step what it held.
  package var asksSelfChecks = false
  /// Who speaks the questions, never while the microphone records; `nil`: they are read.
  package var voice: InterviewerVoice?

  package init() {}
}
