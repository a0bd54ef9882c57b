public import Scenarios

/// One thing to change, with what shows it and where to listen.
public struct Advice: Codable, Sendable, Equatable {
  /// The step to work on.
  public var step: Step
  /// What was measured, a sentence without its full stop.
  public var evidence: String
  /// Where to listen, in seconds from the start of the step's take; `nil` where there is no such place.
  public var place: Double?
  /// The scenario's coaching for it.
  public var coaching: String

  enum CodingKeys: String, CodingKey {
    case step, evidence
    case place = "place_s"
    case coaching
  }
}

/// At most `count` things to change, the one that hurts most first, one a step.
///
/// Ranked by what an interviewer notices most: a missing step, then one past its limit or far too short, then
/// the rest by how far past its threshold it is. The order of the weights is our own choice.
public func advice(from evidence: [Evidence], scenario: Scenario, count: Int = 3) -> [Advice] {
  var heaviest: [Step: (weight: Double, item: Evidence)] = [:]
  for item in evidence {
    let weight = baseWeight(of: item.finding) + item.strength
    if weight > heaviest[item.step]?.weight ?? 0 { heaviest[item.step] = (weight, item) }
  }
  return Step.allCases.compactMap { heaviest[$0] }
    .enumerated()
    .sorted { ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset) }
    .prefix(count)
    .compactMap { _, heaviest in
      scenario.steps[heaviest.item.step].map {
        Advice(
          step: heaviest.item.step, evidence: heaviest.item.words, place: heaviest.item.place,
          coaching: $0.coaching)
      }
    }
}

private func baseWeight(of finding: Finding) -> Double {
  switch finding {
  case .missing, .disqualifier: 4
  case .overLimit, .noBoundary, .noNumber, .redFlag: 3
  case .short, .sharedCredit, .noMetric, .noBusinessValue, .generic: 2
  case .long, .longSilence, .noImpact, .noFollowThrough, .noSecondOrder, .noSystemicCause: 1
  case .lateStart, .rushed, .dragging, .fading, .fewCues: 0.5
  }
}
