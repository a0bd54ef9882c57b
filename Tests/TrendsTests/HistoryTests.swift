import Interview
import Scenarios
import Testing
import Trends

@Suite struct HistoryTests {
  private let known = ["owned-failure", "wrong-call"]

  @Test func `the last answers are shown in the order of time, and the older ones counted`() {
    let history = History(of: (1...9).map { summary(day: 10 - $0) }, known: known, last: 4)
    #expect(history.sessions.map(\.started) == (6...9).map { "2026-01-0\($0)T10:00:00Z" })
    #expect(history.olderCount == 5)
    #expect(history.scenarios.map(\.count) == [9])
  }

  @Test func `drills and empty sessions are counted and in no trend`() {
    let sessions = [summary(day: 2), drill(day: 1, .task), drill(day: 3, .action), emptySession(day: 4)]
    let history = History(of: sessions, known: known, last: 12)
    #expect(history.sessions.count == 1)
    #expect(history.drills.map(\.started) == ["2026-01-03T10:00:00Z"])
    #expect(history.emptyCount == 1)
    #expect(history.steps.map(\.verdicts) == Array(repeating: [.onTarget], count: 5))
  }

  @Test func `without an answer there is nothing but what was never practised`() {
    let history = History(of: [emptySession(day: 1)], known: known, last: 12)
    #expect(history.sessions.isEmpty && history.steps.isEmpty && history.changes == nil)
    #expect(history.next == [.newScenario("owned-failure")])
  }

  @Test func `a step has its verdicts, shares and tally`() throws {
    let shares = [0.4, 0.7, 1, 1.3, 2, 0]
    let history = History(
      of: shares.enumerated().map { summary(day: $0 + 1, shares: [.result: $1]) }, known: known, last: 12)
    let result = try #require(history.steps.first { $0.step == .result })
    #expect(result.verdicts == [.farTooShort, .short, .onTarget, .long, .overLimit, .missing])
    #expect(result.shares.values == [0.4, 0.7, 1, 1.3, 2, nil])
    #expect((result.tally.onTarget, result.tally.short, result.tally.long, result.tally.missing) == (1, 2, 2, 1))
  }

  @Test func `a recording that cannot be trusted is not judged, and in no figure`() throws {
    var session = summary(day: 1)
    session.steps[2].answer?.isTrusted = false
    let history = History(of: [session], known: known, last: 12)
    #expect(history.steps[2].verdicts == [.untrusted])
    #expect(history.steps[2].tally.judged == 0 && history.steps[2].tally.shareOnTarget == nil)
    #expect(history.steps[2].shares.values == [nil])
    #expect(history.delivery.first { $0.measure == .whole }?.values == [nil])
    // Of the other four: 85 s.
    #expect(session.delivery?.answerTime == 85)
  }

  @Test func `the step that was most off target in the last three sessions is to be drilled, in the latest of them`() {
    let sessions = [
      summary(day: 1, shares: [.task: 0]), summary(day: 2, shares: [.result: 0.3]),
      summary(day: 3, shares: [.result: 0.7]), summary(day: 4, shares: [.situation: 1.3]),
    ]
    let history = History(of: sessions, known: ["owned-failure"], last: 12)
    #expect(
      history.next.first == .step(.result, session: sessions[2], verdict: .short, count: 2, sessions: 3))
  }

  @Test func `a scenario that was never practised comes first, then the one that went worst, then the oldest`() {
    let good = summary(day: 1, scenario: "owned-failure")
    let better = summary(day: 2, scenario: "wrong-call", shares: [.task: 0.6])
    #expect(History(of: [good], known: known, last: 12).next == [.newScenario("wrong-call")])
    #expect(
      History(of: [good, better], known: known, last: 12).next.last == .scenario("wrong-call", last: better))
    let same = summary(day: 3, scenario: "wrong-call")
    #expect(History(of: [good, same], known: known, last: 12).next == [.scenario("owned-failure", last: good)])
  }

  @Test func `a scenario of which there is no file any more is not suggested`() {
    let gone = summary(day: 1, scenario: "my-own", shares: [.task: 0])
    let history = History(of: [gone, summary(day: 2)], known: ["owned-failure"], last: 12)
    #expect(history.next.last == .scenario("owned-failure", last: summary(day: 2)))
  }

  @Test func `of one scenario nothing is said about the others`() {
    let sessions = [summary(day: 1), summary(day: 2, scenario: "wrong-call", shares: [.task: 0])]
    let history = History(of: sessions, scenario: "owned-failure", known: known, last: 12)
    #expect(history.sessions.count == 1 && history.unpractised.isEmpty && history.next.isEmpty)
  }

  @Test func `sessions that name nobody are those of the configured candidate`() {
    let sessions = [summary(day: 1), summary(day: 2, candidate: "Anna"), summary(day: 3, candidate: "Ben")]
    func days(_ name: String?, _ configured: String?) -> [String?] {
      sessions.of(name, configured: configured).map { $0.started.map { String($0.prefix(10).suffix(2)) } }
    }
    #expect(days(nil, nil) == ["01", "02", "03"])
    #expect(days("Anna", nil) == ["02"])
    #expect(days("Anna", "Anna") == ["01", "02"])
    #expect(days("Ben", "Anna") == ["03"])
  }

  @Test func `what was practised counts probes and scenarios`() {
    var first = summary(day: 1)
    first.probes = [.init("acceptance", answer: answer(45)), .init("motivation", answer: nil)]
    var second = summary(day: 2)
    second.probes = [.init("acceptance", answer: answer(5)), .init("scope", answer: answer(40))]
    let practice = [second, first, summary(day: 3, scenario: "wrong-call")].practice(of: "owned-failure")
    #expect(
      practice.probes == [
        "acceptance": .init(timesAsked: 2, lastWentBadly: true), "scope": .init(timesAsked: 1),
      ])
    let sessions = [summary(day: 1), drill(day: 2, .task), emptySession(day: 3)]
    #expect(sessions.leastPractised(of: known, seed: 1) == "wrong-call")
    #expect(sessions.leastPractised(of: [], seed: 1) == nil)
    #expect(Set((1...20).map { [SessionSummary]().leastPractised(of: known, seed: $0) }).count == 2)
  }
}
