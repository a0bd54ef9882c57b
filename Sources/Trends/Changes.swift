package import Interview
package import Scenarios

/// What has changed in a candidate's sessions: only what a listener would notice and chance does not explain.
///
/// The last three sessions are held against those before. A change is named where their medians differ by
/// `Measure.leastNoticeable`, and a t test of all their values, on a scale of ratios, calls it no chance. The
/// probabilities of all measures are held against `level` together (S. Holm, "A simple sequentially rejective multiple
/// test procedure", Scand. J. Statist. 6 (1979), p. 65).
///
/// Three, and not the last one alone: where one session in ten goes otherwise than the rest, a single one would raise an
/// alarm in up to 17 comparisons of 100, three do in less than 5. See ChangesTests.
package struct Changes: Sendable, Equatable {
  /// The share of comparisons, 0...1, in which something is named where nothing changes, at most.
  package static let falseAlarms = 0.05
  /// What the probabilities are held against: a little less than `falseAlarms`, for scatter with long tails.
  package static let level = 0.04
  /// How many of the last sessions are taken together.
  package static let laterCount = 3
  /// With fewer earlier sessions nothing is compared: their scatter is not known.
  package static let leastEarlier = 4
  /// Sessions further back tell of another time.
  package static let mostEarlier = 12
  /// With fewer sessions at one level nothing is compared.
  package static let leastSessions = laterCount + leastEarlier

  /// The one scenario whose sessions were compared; `nil` where sessions of several were, by shares of their targets.
  package var scenario: String?
  package var answerLevel: Level
  /// How many sessions came before the last three.
  package var earlierCount: Int
  /// How many measures could be compared.
  package var comparedCount: Int
  /// In the order of the measures.
  package var named: [Change]
  /// The modes of the later and of the earlier sessions, where no mode is in both: that alone may be the reason.
  package var otherModes: (later: Session.Mode, earlier: Session.Mode)? {
    laterMode.flatMap { later in earlierMode.flatMap { $0 == later ? nil : (later, $0) } }
  }
  private var laterMode, earlierMode: Session.Mode?

  /// One measure that has changed.
  package struct Change: Sendable, Equatable {
    package var measure: Measure
    /// The median of the earlier sessions.
    package var before: Double
    /// The median of the later sessions.
    package var now: Double
    /// The target in the last session, in seconds; `nil` for what has none.
    package var target: Double?
    /// How likely chance alone is to bring about as much in this measure, 0...1.
    package var probability: Double

    /// Whether an answer time has come nearer to its target, or gone away from it; `nil` for what has none.
    package var isNearer: Bool? { measure.isPacing ? abs(now - 1) < abs(before - 1) : nil }
  }

  /// What has changed lately in the sessions `all` of one candidate; `nil` where too few are comparable.
  ///
  /// Comparable are answers in steps at the level of the last one: those of its scenario where there are enough, else
  /// those of all scenarios, by shares of their targets.
  package init?(in all: [SessionSummary]) {
    let answers = all.filter(\.isAnswer).inOrderOfTime
    guard let last = answers.last else { return nil }
    let ofLevel = answers.filter { $0.level == last.level }
    let ofScenario = ofLevel.filter { $0.scenario == last.scenario }
    let comparable = ofScenario.count >= Self.leastSessions ? ofScenario : ofLevel
    guard comparable.count >= Self.leastSessions else { return nil }
    let later = Array(comparable.suffix(Self.laterCount))
    let earlier = Array(comparable.dropLast(Self.laterCount).suffix(Self.mostEarlier))
    let compared = Measure.allCases.compactMap { Comparison($0, of: later, against: earlier, last: last) }
    scenario = Set((earlier + later).map(\.scenario)).count == 1 ? last.scenario : nil
    answerLevel = last.level
    earlierCount = earlier.count
    comparedCount = compared.count
    named = passing(compared).filter(\.isNoticeable).map(\.change)
    laterMode = Self.mode(of: later)
    earlierMode = Self.mode(of: earlier)
  }

  /// The one mode of `sessions`; `nil` where there are several.
  private static func mode(of sessions: [SessionSummary]) -> Session.Mode? {
    Set(sessions.map(\.mode)).count == 1 ? sessions.first?.mode : nil
  }
}

/// One measure of the later sessions against that of the earlier.
private struct Comparison {
  let change: Changes.Change
  var isNoticeable: Bool { change.measure.isNoticeable(change.now, against: change.before) }

  /// `nil` where it was measured in too few sessions.
  init?(_ measure: Measure, of later: [SessionSummary], against earlier: [SessionSummary], last: SessionSummary) {
    let (now, before) = (later.compactMap(measure.value), earlier.compactMap(measure.value))
    guard before.count >= Changes.leastEarlier, let middleNow = Spread(of: now)?.median,
      let middleBefore = Spread(of: before)?.median,
      let test = StudentT(now.map(measure.scaled), against: before.map(measure.scaled))
    else { return nil }
    let target: Double? =
      switch measure {
      case .answerTime(let step): last[step].target.seconds
      case .whole: last.steps.reduce(0) { $0 + $1.target.seconds }
      case .articulation, .phonation, .pauses: nil
      }
    // Medians and means that point to different sides show no change.
    let isOneSided = (middleNow - middleBefore) * test.statistic >= 0
    change = Changes.Change(
      measure: measure, before: middleBefore, now: middleNow, target: target,
      probability: isOneSided ? test.probability : 1)
  }
}

/// Those of `comparisons` that chance does not explain, by Holm's procedure, in their order.
private func passing(_ comparisons: [Comparison]) -> [Comparison] {
  let inOrder = comparisons.indices.sorted { comparisons[$0].change.probability < comparisons[$1].change.probability }
  let passing = inOrder.enumerated().prefix { place, index in
    comparisons[index].change.probability <= Changes.level / Double(comparisons.count - place)
  }
  return passing.map(\.element).sorted().map { comparisons[$0] }
}
