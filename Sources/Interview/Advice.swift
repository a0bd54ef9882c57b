public import Scenarios

/// One thing to change, with what shows it, where to listen, and how to practise it.
public struct Advice: Codable, Sendable, Equatable {
  /// The step to work on.
  public var step: Step
  /// What it is.
  public var finding: Finding
  /// What was found, a sentence without its full stop.
  public var evidence: String
  /// What was said, as the transcript has it; `nil` where no words show it.
  public var quote: String?
  /// Where to listen, in seconds from the start of the step's take; `nil` where there is no such place.
  public var place: Double?
  /// The scenario's coaching for it.
  public var coaching: String
  /// What to do next, a sentence.
  public var drill: String

  enum CodingKeys: String, CodingKey {
    case step, finding, evidence, quote
    case place = "place_s"
    case coaching, drill
  }
}

/// At most `count` things to change, the one that hurts most first, one a step.
///
/// Ranked by what an interviewer notices most, see `Finding.effect`, then by how far past its threshold it is. Equals
/// stand in the order of the steps.
public func advice(
  from evidence: [Evidence], scenario: Scenario, targets: Targets, count: Int = 3
) -> [Advice] {
  var heaviest: [Step: (weight: Double, item: Evidence)] = [:]
  for item in evidence {
    let weight = item.finding.effect + item.strength
    if weight > heaviest[item.step]?.weight ?? 0 { heaviest[item.step] = (weight, item) }
  }
  let ranked = stablySorted(Step.allCases.compactMap { heaviest[$0] }) { $0.weight > $1.weight }
  return ranked.prefix(count).compactMap { _, item in
    scenario.steps[item.step].map {
      Advice(
        step: item.step, finding: item.finding, evidence: item.words, quote: item.quote, place: item.place,
        coaching: $0.coaching, drill: drill(for: item.finding, in: item.step, target: targets[item.step]))
    }
  }
}

extension Finding {
  /// How much it costs with an interviewer, from 0.5 (a matter of polish) to 4 (the answer fails by it).
  ///
  /// The order follows what the scenarios' facts say of each: what disqualifies, then what leaves the principle
  /// unproven, then what weakens it, then how it sounds. The distances are our own choice.
  var effect: Double {
    switch self {
    case .missing, .disqualifier: 4
    case .overLimit, .noBoundary, .noNumber, .redFlag: 3
    case .short, .sharedCredit, .noMetric, .noBusinessValue, .generic: 2
    case .long, .longSilence, .noImpact, .noFollowThrough, .noSecondOrder, .noSystemicCause: 1
    case .lateStart, .rushed, .dragging, .fading, .fewCues: 0.5
    }
  }
}
