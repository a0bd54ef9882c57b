import Acoustics
public import Scenarios

/// A probe that the interviewer asks, with why.
public struct ChosenProbe: Codable, Sendable, Equatable {
  /// The probe's id in the scenario.
  public var id: String
  /// Why this question, a sentence each, the weightiest first; never empty.
  public var reasons: [String]

  /// A probe with its reasons.
  public init(id: String, reasons: [String]) {
    self.id = id
    self.reasons = reasons
  }
}

/// What was asked before: how often each probe of a scenario was practised, by id.
public struct PracticeHistory: Sendable, Equatable {
  /// Times asked in earlier sessions; a probe that is not named was never asked.
  public var timesAsked: [String: Int]
  /// Probes that the candidate declined in this session: they are not asked again.
  public var declined: Set<String>

  /// A history; empty by default.
  public init(timesAsked: [String: Int] = [:], declined: Set<String> = []) {
    self.timesAsked = timesAsked
    self.declined = declined
  }
}

/// Picks at most `count` probes of `scenario`, in the order in which they are asked.
///
/// Each probe's score is the sum over the steps of its heaviest matching rule: the square of the rule's strength (1, 4
/// or 9, so that two findings that merely fit do not outweigh one that leaves no other question) times the evidence's,
/// counted from one half (a finding just past its threshold) to one. Once a probe is picked, the
/// evidence in the steps that it takes up weighs half for the next, so that two probes do not dig in one place. Equal scores
/// go to the probe asked least often, then to the order that `seed` shuffles.
///
/// Same arguments, same answer. Complexity: O(count x rules x evidence).
public func chooseProbes(
  of scenario: Scenario, evidence: [Evidence], history: PracticeHistory = PracticeHistory(),
  count: Int = 2, seed: UInt64
) -> [ChosenProbe] {
  var generator = SeededGenerator(seed: seed)
  var open = scenario.probes.filter { !history.declined.contains($0.id) }
  open.shuffle(using: &generator)
  open = stablySorted(open) { history.timesAsked[$0.id, default: 0] < history.timesAsked[$1.id, default: 0] }

  var takenUp: Set<Step> = []
  var chosen: [ChosenProbe] = []
  while chosen.count < count, !open.isEmpty {
    let cases = open.map { matches(of: $0, evidence: evidence, takenUp: takenUp) }
    let scores = cases.map { $0.reduce(0) { $0 + $1.weight } }
    // The first of the highest: `open` is in the order that settles ties.
    let best = scores.indices.reduce(0) { scores[$1] > scores[$0] ? $1 : $0 }
    let probe = open.remove(at: best)
    takenUp.formUnion(cases[best].map(\.evidence.step))
    let reasons = cases[best].map { "\($0.evidence.words): \($0.because)." }
    let without =
      "Nothing in the timing calls for one question above the others; this one tests \(probe.tests)."
    chosen.append(ChosenProbe(id: probe.id, reasons: reasons.isEmpty ? [without] : reasons))
  }
  return chosen
}

/// A rule of a probe that an item of evidence meets.
private struct Match {
  var weight: Double
  var evidence: Evidence
  var because: String
}

/// The heaviest match of each step, the heaviest first.
private func matches(of probe: Probe, evidence: [Evidence], takenUp: Set<Step>) -> [Match] {
  var heaviest: [Step: Match] = [:]
  for rule in probe.calledForBy {
    for item in evidence where item.step == rule.step && item.finding == rule.finding {
      let share = takenUp.contains(item.step) ? 0.5 : 1
      let weight = share * Double(rule.strength * rule.strength) * (0.5 + 0.5 * item.strength)
      if weight > heaviest[rule.step]?.weight ?? 0 {
        heaviest[rule.step] = Match(weight: weight, evidence: item, because: rule.because)
      }
    }
  }
  let inOrder = Step.allCases.compactMap { heaviest[$0] }
  return stablySorted(inOrder) { $0.weight > $1.weight }
}

/// `elements` in order, equals in their old order.
private func stablySorted<Element>(
  _ elements: [Element], by precedes: (Element, Element) -> Bool
) -> [Element] {
  elements.enumerated().sorted { first, second in
    if precedes(first.element, second.element) { return true }
    if precedes(second.element, first.element) { return false }
    return first.offset < second.offset
  }.map(\.element)
}
