public import Scenarios

/// The candidate's own word on one point of a step. What was skipped is not kept.
public struct SelfCheck: Codable, Sendable, Equatable {
  /// What was asked for.
  public var point: Point
  /// Whether the candidate says that it was said.
  public var wasSaid: Bool

  /// An answer as given.
  public init(_ point: Point, wasSaid: Bool) {
    self.point = point
    self.wasSaid = wasSaid
  }

  enum CodingKeys: String, CodingKey {
    case step, finding
    case wasSaid = "said"
  }

  /// Reads an answer.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    point = Point(
      step: try values.decode(Step.self, forKey: .step), finding: try values.decode(Finding.self, forKey: .finding))
    wasSaid = try values.decode(Bool.self, forKey: .wasSaid)
  }

  /// Writes an answer with its step and finding.
  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(point.step, forKey: .step)
    try values.encode(point.finding, forKey: .finding)
    try values.encode(wasSaid, forKey: .wasSaid)
  }
}

/// What the candidate says was left out, in the order of the answers.
public func evidence(of checks: [SelfCheck]) -> [Evidence] {
  checks.filter { !$0.wasSaid }.map { check in
    Evidence(
      source: .selfCheck, step: check.point.step, finding: check.point.finding, strength: 1,
      words: "By your own word, \(check.point.step.title) \(check.point.finding.predicate)")
  }
}

extension StepGuide {
  /// The checks that are asked at `level`.
  public func checks(at level: Level) -> [StepCheck] {
    checks.filter { $0.level == nil || $0.level == level }
  }
}

extension Finding {
  /// What a step does in which this is found: "Result named no value to the business".
  var predicate: String {
    switch self {
    case .missing: "was not heard"
    case .short: "was short"
    case .long: "was long"
    case .overLimit: "went past its limit"
    case .lateStart: "began late"
    case .longSilence: "held a long silence"
    case .rushed: "was rushed"
    case .dragging: "dragged"
    case .fading: "faded"
    case .noImpact: "left open whom it hurt and what it cost"
    case .noBoundary: "left open that this was not yours to do"
    case .sharedCredit: "was told as “we”"
    case .noFollowThrough: "ended with the fix"
    case .noNumber: "held no number"
    case .noMetric: "named no change of a metric"
    case .noBusinessValue: "named no value to the business"
    case .noSecondOrder: "named nobody who adopted it"
    case .generic: "held a lesson that would fit any story"
    case .noSystemicCause: "stopped at the code, short of what let it happen"
    case .fewCues: "held hardly any of its cue phrases"
    case .redFlag: "held a phrase that gives a weak answer away"
    case .disqualifier: "sounded assigned"
    }
  }
}
