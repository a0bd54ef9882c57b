/// What the timing of a step can show, as the rules of a scenario file name it.
public enum Finding: String, CaseIterable, Codable, Sendable {
  /// No speech was heard in the step, or it was skipped.
  case missing
  /// The answer time is under 0.8 of the target (far too short included).
  case short
  /// The answer time is over 1.15 of the target (over the limit included).
  case long
  /// The answer time is past the step's limit.
  case overLimit = "over_limit"
  /// The response latency is over two seconds.
  case lateStart = "late_start"
  /// A pause inside the step is two seconds long or longer.
  case longSilence = "long_silence"
}
