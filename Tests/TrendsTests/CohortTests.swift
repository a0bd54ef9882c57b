import Interview
import Scenarios
import Testing
import Trends

@Suite struct CohortTests {
  private let sessions = [
    summary(day: 1, candidate: "Anna"), summary(day: 2, candidate: "Anna", shares: [.task: 0]),
    summary(day: 3, candidate: "Ben", shares: [.task: 0.3, .action: 2]),
    summary(day: 4, level: .senior, candidate: "Cem"),
    drill(day: 5, .task), emptySession(day: 6),
  ]

  @Test func `the furthest off target comes first, with the tallies of each step`() throws {
    let cohort = Cohort(of: sessions)
    #expect(cohort.candidates.map(\.name) == ["Ben", "Anna", "Cem"])
    #expect(cohort.candidates.map(\.tally.shareOnTarget) == [0.6, 0.9, 1])
    let anna = cohort.candidates[1]
    #expect(anna.tallies[.task]?.missing == 1 && anna.tallies[.task]?.onTarget == 1)
    #expect(anna.sessions.count == 2)
    // Of the answers in which each step was said.
    #expect(anna.whole == Spread(of: [175]))
    #expect((cohort.sessionCount, cohort.drillCount, cohort.emptyCount) == (4, 1, 1))
  }

  @Test func `a step alone gives the order and the figures`() {
    let cohort = Cohort(of: sessions, filter: .init(step: .task))
    #expect(cohort.candidates.map(\.name) == ["Ben", "Anna", "Cem"])
    #expect(cohort.candidates.map(\.tally.judged) == [1, 2, 1])
    #expect(cohort.steps.map(\.step) == [.task])
    #expect(cohort.steps[0].shares == Spread(of: [1, 0.3, 1]))
  }

  @Test func `equals stand by what was missing, then by their names`() {
    let equals = [
      summary(day: 1, candidate: "Cem", shares: [.task: 0.7]), summary(day: 1, candidate: "Anna", shares: [.task: 0.7]),
      summary(day: 1, candidate: "Ben", shares: [.task: 0]),
    ]
    #expect(Cohort(of: equals).candidates.map(\.name) == ["Ben", "Anna", "Cem"])
  }

  @Test func `filters let through what they name`() {
    func names(_ filter: Cohort.Filter) -> [String] { Cohort(of: sessions, filter: filter).candidates.map(\.name) }
    #expect(names(.init(scenario: "wrong-call")) == [])
    #expect(names(.init(level: .senior)) == ["Cem"])
    #expect(names(.init(since: "2026-01-03")) == ["Ben", "Cem"])
    #expect(names(.init(candidate: "Anna")) == ["Anna"])
    var undated = sessions[0]
    undated.started = nil
    #expect(Cohort(of: [undated], filter: .init(since: "2026-01-01")).sessionCount == 0)
    #expect(Cohort(of: [undated]).sessionCount == 1)
  }

  @Test func `a session without a name is that of the folder it lies in`() {
    let cohort = Cohort(of: [
      summary(day: 1, folder: "/cohort/anna"), summary(day: 2, candidate: "Ben", folder: "/cohort/x"),
    ])
    #expect(Set(cohort.candidates.map(\.name)) == ["anna", "Ben"])
  }

  @Test func `who was never judged comes last`() {
    var noisy = summary(day: 1, candidate: "Anna")
    for index in noisy.steps.indices { noisy.steps[index].answer?.isTrusted = false }
    let cohort = Cohort(of: [noisy, summary(day: 1, candidate: "Ben")])
    #expect(cohort.candidates.map(\.name) == ["Ben", "Anna"])
    #expect(cohort.candidates[1].tally.shareOnTarget == nil && cohort.candidates[1].whole == nil)
  }
}
