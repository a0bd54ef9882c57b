public import SpeechTiming

/// How a step's answer time stands to its target.
public enum Verdict: String, Codable, Sendable, CaseIterable {
  /// The recording cannot be trusted, so that there is no verdict.
  case untrusted
  /// No speech.
  case missing
  /// Under half of the target.
  case farTooShort = "far_too_short"
  /// From 0.5 to 0.8 of the target.
  case short
  /// From 0.8 to 1.15 of the target.
  case onTarget = "on_target"
  /// From 1.15 of the target to the limit.
  case long
  /// Past the limit: the interviewer has stopped listening.
  case overLimit = "over_limit"

  /// Shares of the target that are on target. Chosen for the product; not from the scenarios.
  package static let onTargetShare = 0.8...1.15

  /// The verdict on an answer of `answerTime` seconds (0: no speech). A bound belongs to the better side.
  public init(answerTime: Double, target: StepTarget) {
    let share = target.seconds > 0 ? answerTime / target.seconds : 1
    self =
      switch answerTime {
      case ...0: .missing
      case _ where answerTime > target.limit: .overLimit
      case _ where share > Self.onTargetShare.upperBound: .long
      case _ where share >= Self.onTargetShare.lowerBound: .onTarget
      case _ where share >= 0.5: .short
      default: .farTooShort
      }
  }

  /// The verdict on a take, `nil` where the step was skipped.
  public init(on timing: TakeTiming?, target: StepTarget) {
    if let timing, !timing.isTrusted {
      self = .untrusted
    } else {
      self.init(answerTime: timing?.answerTime ?? 0, target: target)
    }
  }

  /// The verdict in words, lower case.
  public var words: String {
    switch self {
    case .untrusted: "not judged"
    case .missing: "missing"
    case .farTooShort: "far too short"
    case .short: "short"
    case .onTarget: "on target"
    case .long: "long"
    case .overLimit: "over the limit"
    }
  }
}
