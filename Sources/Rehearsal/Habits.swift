/// How a candidate likes to rehearse.
package struct Habits: Sendable {
  /// Whether the time that is left is shown, rather than the time that has passed.
  package var countsDown = false
  /// Seconds of silence past half of the target after which the next step begins; `nil`: a key says so.
  package var silenceThatEnds: Double?
  /// Whether a bell rings with each light. The microphone may hear it.
  package var rings = false

  package init() {}
}
