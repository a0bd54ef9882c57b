import Interview
import Scenarios
import Testing
import Trends

@Suite struct SideBySideTests {
  @Test func `the earlier session stands first, and what can be noticed is told`() {
    let old = summary(day: 1, shares: [.situation: 2, .task: 0])
    let new = summary(day: 2, shares: [.situation: 1.2, .result: 1.1], articulation: 5.1)
    let pair = SideBySide(new, old)
    #expect(pair.before == old && pair.after == new)
    #expect(pair.steps.map(\.isNoticeable) == [true, nil, false, false, false])
    // Without Task there is no whole answer to compare.
    #expect(pair.measures.map(\.measure) == [.articulation, .phonation, .pauses])
    #expect(pair.measures.map(\.isNoticeable) == [true, false, false])
  }

  @Test func `sessions of unknown date stand as they are given`() {
    var (first, second) = (summary(day: 2), summary(day: 1))
    first.started = nil
    #expect(SideBySide(first, second).before == first)
    second.started = nil
    #expect(SideBySide(second, first).before == second)
  }

  @Test func `just as much as is worth naming counts`() {
    for (before, now, isNoticeable) in [(1, 0.85, true), (1, 0.86, false), (0.7, 0.85, true), (1, 1.149, false)] {
      #expect(Measure.answerTime(.task).isNoticeable(now, against: before) == isNoticeable)
    }
    #expect(Measure.articulation.isNoticeable(4.95, against: 4.5))
    #expect(!Measure.articulation.isNoticeable(4.9, against: 4.5))
    #expect(Measure.pauses.isNoticeable(1, against: 0) && !Measure.pauses.isNoticeable(0, against: 0))
  }
}
