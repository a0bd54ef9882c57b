import Scenarios

/// What speaks for asking a probe now.
struct ProbeCase {
  /// The heaviest match of each step, the heaviest first.
  private let matches: [Match]
  /// Whether all that the probe asks for was said, so that its answer would say it again.
  let isCovered: Bool

  /// A rule of a probe that an item of evidence meets.
  private struct Match {
    var weight: Double
    var evidence: Evidence
    var because: String
    /// Whether the step had too little time, and all that the probe asks of it was said there all the same.
    var isExcused: Bool

    /// What was found, and what it leaves open unless that was said, as a sentence.
    var reason: String { isExcused ? "\(evidence.words)." : "\(evidence.words): \(because)." }
  }

  /// The case for `probe`; evidence in the steps of `takenUp` counts half.
  init(for probe: Probe, observed: Observed, level: Level, takenUp: Set<Step>) {
    let rules = probe.calledForBy.filter { $0.level == nil || $0.level == level }
    let points = Set(rules.filter { !$0.finding.isOfTiming }.map { Point(step: $0.step, finding: $0.finding) })
    /// Whether the probe asks for points in a step, and all of them were said there.
    func isSaid(in step: Step) -> Bool {
      let asked = points.filter { $0.step == step && $0.finding.isPromised }
      return !asked.isEmpty && asked.isSubset(of: observed.covered)
    }
    var heaviest: [Step: Match] = [:]
    for rule in rules {
      for item in observed.evidence where item.step == rule.step && item.finding == rule.finding {
        var weight = Double(rule.strength * rule.strength) * (0.5 + 0.5 * item.strength)
        // Of two that call as strongly, the one that costs more.
        weight *= 1 + 0.05 * item.finding.effect
        if takenUp.contains(item.step) { weight *= 0.5 }
        // Content makes up for too little time, and for nothing else: not for too much, and not for a silence.
        let isExcused = (item.finding == .missing || item.finding == .short) && isSaid(in: item.step)
        if isExcused { weight *= 0.25 }
        if weight > heaviest[rule.step]?.weight ?? 0 {
          heaviest[rule.step] = Match(weight: weight, evidence: item, because: rule.because, isExcused: isExcused)
        }
      }
    }
    let inOrder = Step.allCases.compactMap { heaviest[$0] }
    matches = stablySorted(inOrder) { $0.weight > $1.weight }
    let promised = points.filter(\.finding.isPromised)
    isCovered =
      !promised.isEmpty && promised.isSubset(of: observed.covered) && matches.allSatisfy(\.isExcused)
  }

  /// How much speaks for it; 0 where nothing does.
  var weight: Double { matches.reduce(0) { $0 + $1.weight } }

  /// The steps that its answer takes up.
  var steps: [Step] { matches.map(\.evidence.step) }

  /// A sentence for each match, the weightiest first.
  var reasons: [String] { matches.map(\.reason) }
}

extension Finding {
  /// Whether its absence is a promise kept: something that can be said well, and not only said wrongly.
  fileprivate var isPromised: Bool {
    switch self {
    case .noImpact, .noBoundary, .noFollowThrough, .noNumber, .noMetric, .noBusinessValue, .noSecondOrder,
      .noSystemicCause, .sharedCredit, .generic:
      true
    case .missing, .short, .long, .overLimit, .lateStart, .longSilence, .rushed, .dragging, .fading, .fewCues, .redFlag,
      .disqualifier:
      false
    }
  }
}
