import Acoustics
import Glibc
import Interview
import Scenarios
import Testing

@testable import Trends

@Suite struct ChangesTests {
  /// Scatter of some 10 %, the same for every measure and series.
  private let scatter = [0, 0.08, -0.1, 0.05, -0.04, 0.1, -0.07, 0.02, -0.09, 0.06, 0.03, -0.05]

  /// `count` sessions whose Situation scatters around its target, those from `jump` on around `share` of it.
  private func sessions(_ count: Int, jump: Int, to share: Double) -> [SessionSummary] {
    (0..<count).map { index in
      summary(day: index + 1, shares: [.situation: (index < jump ? 1 : share) * exp(scatter[index])])
    }
  }

  @Test func `a jump to half the time is named, with both medians and the direction`() throws {
    let changes = try #require(Changes(in: sessions(12, jump: 9, to: 0.5)))
    #expect(changes.earlierCount == 9)
    #expect(changes.named.map(\.measure) == [.answerTime(.situation)])
    let change = try #require(changes.named.first)
    #expect(abs(change.before - 1) < 0.05 && abs(change.now - 0.5) < 0.04)
    #expect(change.target == 30)
    #expect(change.isNearer == false)
    #expect(change.probability < 0.001)
  }

  @Test func `what lies within the scatter is not named`() throws {
    let changes = try #require(Changes(in: sessions(12, jump: 9, to: 0.97)))
    #expect(changes.named.isEmpty)
    #expect(changes.comparedCount == 9)
  }

  @Test func `what chance does not explain and nobody would notice is not named`() throws {
    // Hardly any scatter, and a tenth more: the t test alone would name it.
    let steady = (0..<12).map { index in
      summary(day: index + 1, shares: [.result: (index < 9 ? 1 : 1.1) * exp(scatter[index] / 100)])
    }
    #expect(try #require(Changes(in: steady)).named.isEmpty)
    let more = (0..<12).map { index in
      summary(day: index + 1, shares: [.result: (index < 9 ? 1 : 1.2) * exp(scatter[index] / 100)])
    }
    #expect(try #require(Changes(in: more)).named.map(\.measure) == [.answerTime(.result)])
  }

  @Test func `faster speech, more silence and more pauses are named`() throws {
    let spoken = (0..<12).map { index in
      let wobble = exp(scatter[index] / 5)
      return summary(
        day: index + 1, articulation: (index < 9 ? 4.5 : 5.2) * wobble,
        phonation: (index < 9 ? 0.85 : 0.7) * wobble, pausesPerMinute: (index < 9 ? 12 : 20) * wobble)
    }
    let changes = try #require(Changes(in: spoken))
    #expect(changes.named.map(\.measure) == [.articulation, .phonation, .pauses])
    #expect(changes.named.allSatisfy { $0.target == nil && $0.isNearer == nil })
  }

  @Test func `with fewer than four sessions before the last three, nothing is compared`() {
    for count in 0...6 { #expect(Changes(in: sessions(count, jump: 3, to: 0.3)) == nil) }
    #expect(Changes(in: sessions(7, jump: 4, to: 0.3))?.earlierCount == 4)
    #expect(Changes(in: (1...28).map { summary(day: $0) })?.earlierCount == 12)
  }

  @Test(arguments: [6, 9, 11])
  func `a single session that went wrong raises no alarm, whenever it was`(place: Int) throws {
    var series = sessions(12, jump: 12, to: 1)
    series[place] = summary(day: place + 1, shares: [.situation: 0.1, .action: 3], articulation: 8)
    #expect(try #require(Changes(in: series)).named.isEmpty)
  }

  @Test func `drills, empty sessions and other levels are in no comparison`() {
    let others =
      (1...6).map { drill(day: $0, .action) } + (7...12).map { emptySession(day: $0) }
      + (13...18).map { summary(day: $0, level: .senior) }
    #expect(Changes(in: others + [summary(day: 19), summary(day: 20)]) == nil)
  }

  @Test func `sessions of one scenario are compared where there are enough, else all by shares of their targets`()
    throws
  {
    let mixed = (1...12).map { summary(day: $0, scenario: $0 % 2 == 0 ? "owned-failure" : "wrong-call") }
    let all = try #require(Changes(in: mixed))
    #expect(all.scenario == nil && all.earlierCount == 9)
    let many = try #require(Changes(in: mixed + (13...15).map { summary(day: $0) }))
    #expect(many.scenario == "owned-failure" && many.earlierCount == 6)
  }

  @Test func `a step that was not said is in no comparison, and the others are`() throws {
    let series = (0..<12).map { summary(day: $0 + 1, shares: [.task: $0 % 3 == 0 ? 1 : 0]) }
    let changes = try #require(Changes(in: series))
    // Task was said in three sessions before the last three, and without Task there is no whole answer.
    #expect(changes.comparedCount == 7)
  }

  @Test func `that interviews are held against rehearsals is told`() throws {
    let series = (0..<10).map { summary(day: $0 + 1, mode: $0 < 7 ? .rehearse : .interview) }
    let changes = try #require(Changes(in: series))
    let modes = try #require(changes.otherModes)
    #expect(modes.later == .interview && modes.earlier == .rehearse)
    #expect(try #require(Changes(in: (1...10).map { summary(day: $0) })).otherModes == nil)
    let mixed = (0..<10).map { summary(day: $0 + 1, mode: $0 % 2 == 0 ? .rehearse : .interview) }
    #expect(try #require(Changes(in: mixed)).otherModes == nil)
  }

  /// How a value of a series that does not change scatters.
  enum Scatter: String, CaseIterable, Sendable {
    /// Normal on a scale of ratios.
    case even
    /// One value in ten is another story: three times as far.
    case withOutliers
    /// Laplace's distribution, whose tails are long.
    case longTails

    func draw(_ generator: inout SeededGenerator) -> Double {
      func uniform() -> Double { .random(in: 1e-12..<1, using: &generator) }
      let normal = (-2 * log(uniform())).squareRoot() * cos(2 * .pi * uniform())
      switch self {
      case .even: return normal
      case .withOutliers: return uniform() < 0.1 ? 3 * normal : normal
      case .longTails: return (uniform() < 0.5 ? -1 : 1) * log(uniform())
      }
    }
  }

  @Test(arguments: Scatter.allCases, [7, 8, 12, 15])
  func `where nothing changes, fewer than one history in twenty names a change`(scatter: Scatter, count: Int) {
    var generator = SeededGenerator(seed: UInt64(count))
    // As many that the count itself scatters by a third of what is left to it.
    let histories = 4_000
    let alarms = (0..<histories).count { _ in
      let series = (0..<count).map { index in
        // So much scatter that all of it could be noticed.
        func value() -> Double { exp(0.25 * scatter.draw(&generator)) }
        return summary(
          day: index + 1, shares: Dictionary(uniqueKeysWithValues: Step.allCases.map { ($0, value()) }),
          articulation: 4.5 * value(), phonation: 0.5 * value(), pausesPerMinute: 15 * value())
      }
      return Changes(in: series)?.named.isEmpty == false
    }
    #expect(alarms <= Int(Changes.falseAlarms * Double(histories)), "\(alarms) of \(histories)")
  }

  @Test func `the last session alone would raise more than twice as many alarms as are promised`() {
    var generator = SeededGenerator(seed: 1)
    let measures = Measure.allCases.count
    let alarms = (0..<2_000).count { _ in
      (0..<measures).contains { _ in
        func values(_ count: Int) -> [Double] { (0..<count).map { _ in Scatter.withOutliers.draw(&generator) } }
        let test = StudentT(values(1), against: values(11))
        return (test?.probability ?? 1) <= Changes.level / Double(measures)
      }
    }
    #expect(Double(alarms) / 2_000 > 2 * Changes.falseAlarms, "\(alarms)")
  }

  /// What the rule can find, so that a change of it is seen: of 15 % and 25 % of scatter and so many sessions.
  @Test(arguments: [(12, 0.15, 0.95), (12, 0.25, 0.6), (7, 0.15, 0.6)])
  func `a step that takes half its time in the last three sessions is found this often`(
    count: Int, sigma: Double, share: Double
  ) {
    var generator = SeededGenerator(seed: 7)
    let found = (0..<1_000).count { _ in
      let series = (0..<count).map { index in
        func value() -> Double { exp(sigma * Scatter.even.draw(&generator)) }
        var shares = Dictionary(uniqueKeysWithValues: Step.allCases.map { ($0, value()) })
        if index >= count - 3 { shares[.action]? *= 0.5 }
        return summary(day: index + 1, shares: shares, articulation: 4.5 * value())
      }
      return Changes(in: series)?.named.contains { $0.measure == .answerTime(.action) } == true
    }
    #expect(Double(found) / 1_000 >= share, "\(found) of 1000")
  }
}
