import Interview
import Scenarios
import SpeechTiming
import Testing

@Suite struct PracticeHistoryTests {
  /// A session that asked `probes`, with takes of those of `answers`.
  private func session(_ probes: [String], answers: [String: TakeTiming] = [:]) -> Session {
    Session(
      scenario: "owned-failure", level: .sde2, started: nil, seed: 1,
      takes: answers.map { Take(subject: .probe($0.key), file: "\($0.key).wav", timing: $0.value) },
      probes: probes.map { ChosenProbe(id: $0, reasons: ["because"]) })
  }

  @Test func `each session adds to what was asked, and the last answer counts`() {
    var history = PracticeHistory()
    history.add(session(["acceptance"], answers: ["acceptance": built(answer: 5)]))
    #expect(history.probes == ["acceptance": .init(timesAsked: 1, lastWentBadly: true)])
    history.add(session(["acceptance"], answers: ["acceptance": built(answer: 45)]))
    #expect(history.probes == ["acceptance": .init(timesAsked: 2)])
  }

  @Test func `a declined probe, followed by another, went badly`() {
    var history = PracticeHistory()
    history.add(session(["acceptance", "motivation"], answers: ["motivation": built(answer: 45)]))
    #expect(history.probes["acceptance"] == .init(timesAsked: 1, lastWentBadly: true))
    #expect(history.probes["motivation"] == .init(timesAsked: 1))
  }

  @Test func `a probe at which the session ended was not asked, and what was known of it stays`() {
    var history = PracticeHistory(["motivation": .init(timesAsked: 3)])
    history.add(session(["acceptance", "motivation"], answers: ["acceptance": built(answer: 45)]))
    #expect(
      history.probes == ["acceptance": .init(timesAsked: 1), "motivation": .init(timesAsked: 3, sessionsSince: 1)])
  }

  @Test func `sessions go by for what was not asked in them, and not where nothing was asked`() {
    var history = PracticeHistory()
    history.add(session(["acceptance"], answers: ["acceptance": built(answer: 45)]))
    history.add(session(["motivation"], answers: ["motivation": built(answer: 45)]))
    history.add(session([]))
    #expect(history.probes["acceptance"] == .init(timesAsked: 1, sessionsSince: 1))
    #expect(history.probes["motivation"] == .init(timesAsked: 1))
  }

  @Test(arguments: shippedIDs) func `what went badly, then what is new, then what is due again comes first`(
    id: String
  ) throws {
    let scenario = try shipped(id)
    let ids = scenario.probes.map(\.id)
    func first(_ history: [String: PracticeHistory.Practice], seed: UInt64) -> String? {
      chooseProbes(of: scenario, observed: Observed(evidence: []), history: PracticeHistory(history), seed: seed).first?
        .id
    }
    for one in ids {
      for seed: UInt64 in 1...8 {
        // The others were answered well in the latest session.
        var history = Dictionary(uniqueKeysWithValues: ids.map { ($0, PracticeHistory.Practice(timesAsked: 1)) })
        history[one] = .init(timesAsked: 9, lastWentBadly: true)
        #expect(first(history, seed: seed) == one)
        history[one] = nil
        #expect(first(history, seed: seed) == one)
        history[one] = .init(timesAsked: 2, sessionsSince: 2)
        #expect(first(history, seed: seed) == one)
        history[one] = .init(timesAsked: 1, sessionsSince: 1)
        #expect(first(history, seed: seed) == one)
      }
    }
  }

  @Test func `silence at the last probe is an answer, and a bad one`() {
    var history = PracticeHistory()
    history.add(session(["motivation"], answers: ["motivation": built(answer: 0)]))
    #expect(history.probes == ["motivation": .init(timesAsked: 1, lastWentBadly: true)])
  }
}
