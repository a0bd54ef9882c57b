import Acoustics
public import Scenarios

/// A probe that the interviewer asks, with why.
public struct ChosenProbe: Codable, Sendable, Equatable {
  /// The probe's id in the scenario.
  public var id: String
  /// Why this question, a sentence each, the weightiest first; never empty.
  public var reasons: [String]
  /// What was asked after its answer; `nil` where nothing was.
  public var followUp: FollowUp?

  /// A probe with its reasons.
  public init(id: String, reasons: [String], followUp: FollowUp? = nil) {
    self.id = id
    self.reasons = reasons
    self.followUp = followUp
  }

  enum CodingKeys: String, CodingKey {
    case id, reasons
    case followUp = "follow_up"
  }
}

/// Picks at most `count` probes of `scenario`, in the order in which they are asked.
///
/// Each probe's case is the sum over the steps of its heaviest matching rule: the square of the rule's strength (1, 4
/// or 9, so that two findings that merely fit do not outweigh one that leaves no other question) times the evidence's,
/// counted from one half (a finding just past its threshold) to one, and a little more the more the finding costs with
/// an interviewer (`Finding.effect`). A missing or short step of which the probe asks nothing that was not said counts a
/// quarter. Practice weighs in by a fifth or a quarter, see `PracticeHistory`, and the level by a tenth for the probe that
/// tests its bar. Once a probe is picked, the evidence in
/// the steps that it takes up weighs half for the next, so that two probes do not dig in one place. A probe that asks
/// only for what was said well waits for all others. Equal cases go to the probe most due for practice, then to the one that
/// tests the level's bar, then to the order that `seed` shuffles.
///
/// Same arguments, same answer. Complexity: O(count x rules x evidence).
public func chooseProbes(
  of scenario: Scenario, observed: Observed, level: Level = .sde2, history: PracticeHistory = PracticeHistory(),
  count: Int = 2, seed: UInt64
) -> [ChosenProbe] {
  var generator = SeededGenerator(seed: seed)
  var open = scenario.probes.filter { !history.declined.contains($0.id) }
  open.shuffle(using: &generator)
  let testsBar = scenario.levels[level]?.testedBy
  open = stablySorted(open) { first, _ in first.id == testsBar }
  open = stablySorted(open) { history.isDueBefore($0.id, $1.id) }
  func weight(of probe: Probe) -> Double { history.weight(of: probe.id) * (probe.id == testsBar ? 1.1 : 1) }

  var takenUp: Set<Step> = []
  var chosen: [ChosenProbe] = []
  while chosen.count < count, !open.isEmpty {
    let cases = open.map { ProbeCase(for: $0, observed: observed, level: level, takenUp: takenUp) }
    func comesBefore(_ first: Int, _ second: Int) -> Bool {
      if cases[first].isCovered != cases[second].isCovered { return cases[second].isCovered }
      return cases[first].weight * weight(of: open[first]) > cases[second].weight * weight(of: open[second])
    }
    // The first of the best: `open` is in the order that settles ties.
    let best = cases.indices.reduce(0) { comesBefore($1, $0) ? $1 : $0 }
    let probe = open.remove(at: best)
    takenUp.formUnion(cases[best].steps)
    let bar = probe.id == testsBar ? level : nil
    let added = reasons(of: history, for: probe, in: cases[best], isFirst: chosen.isEmpty, barOf: bar)
    chosen.append(ChosenProbe(id: probe.id, reasons: cases[best].reasons + added))
  }
  return chosen
}

/// What practice adds to the reasons, or why the probe is asked where nothing calls for it.
private func reasons(
  of history: PracticeHistory, for probe: Probe, in probeCase: ProbeCase, isFirst: Bool, barOf level: Level?
) -> [String] {
  let practice = history.probes[probe.id]
  if practice?.lastWentBadly == true { return ["It did not go well the last time it was asked."] }
  guard probeCase.reasons.isEmpty else { return [] }
  let without = isFirst ? "Nothing calls for one question above the others" : "Nothing else calls for a question"
  let isNew = practice == nil && !history.probes.isEmpty
  let weighs = level.map { ", which weighs most at \($0.title)" } ?? ""
  return ["\(without); this one tests \(probe.tests)\(weighs)\(isNew ? ", and was never practised" : "")."]
}
