import Interview
import Scenarios
import SpeechTiming
import Testing

/// A whole interview as a row of a table: what was measured, and which probes an interviewer asks then.
struct Situation: Sendable, CustomTestStringConvertible {
  var scenario: String
  var changed: [Step: TakeTiming]
  /// The probes in order; one where the second is open.
  var expected: [String]

  init(_ scenario: String, _ changed: [Step: TakeTiming], asks expected: String...) {
    self.scenario = scenario
    self.changed = changed
    self.expected = expected
  }

  var testDescription: String {
    "\(scenario): \(changed.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.answerTime) s" }) asks \(expected)"
  }
}

@Suite struct InterviewerTests {
  private func probes(
    of scenario: Scenario, _ changed: [Step: TakeTiming] = [:], history: PracticeHistory = PracticeHistory(),
    count: Int = 2, seed: UInt64 = 1
  ) -> [ChosenProbe] {
    let targets = Targets(of: scenario, at: .sde2)
    return chooseProbes(
      of: scenario, evidence: evidence(of: answers(changed), targets: targets), history: history, count: count,
      seed: seed)
  }

  static let table = [
    Situation("owned-failure", [.task: built(answer: 0)], asks: "motivation"),
    Situation("owned-failure", [.task: built(answer: 9)], asks: "motivation"),
    Situation("owned-failure", [.result: built(answer: 6)], asks: "measured-impact"),
    Situation("owned-failure", [.result: built(answer: 0), .task: built(answer: 15)], asks: "measured-impact"),
    Situation("owned-failure", [.action: built(answer: 0)], asks: "acceptance"),
    Situation("owned-failure", [.action: built(answer: 90, pause: 4)], asks: "hard-across-boundaries"),
    Situation("owned-failure", [.situation: built(answer: 70)], asks: "motivation"),
    Situation("owned-failure", [.reflection: built(answer: 0)], asks: "hard-across-boundaries"),
    Situation(
      "owned-failure", [.task: built(answer: 0), .result: built(answer: 5)], asks: "motivation", "measured-impact"),
    Situation("admitted-wrong", [.task: built(answer: 8)], asks: "initiative"),
    Situation("admitted-wrong", [.reflection: built(answer: 4)], asks: "prevention"),
    Situation("admitted-wrong", [.situation: built(answer: 60)], asks: "self-awareness"),
    Situation("admitted-wrong", [.action: built(answer: 30)], asks: "acceptance"),
    Situation("kept-commitment", [.reflection: built(answer: 0)], asks: "what-differently"),
    Situation("kept-commitment", [.task: built(answer: 0)], asks: "crossing-boundaries"),
    Situation("kept-commitment", [.result: built(answer: 7)], asks: "prevention"),
    Situation("wrong-call", [.result: built(answer: 7)], asks: "proof"),
    Situation("wrong-call", [.reflection: built(answer: 5)], asks: "what-differently"),
    Situation("wrong-call", [.task: built(answer: 0)], asks: "motivation"),
    Situation("pushed-back", [.result: built(answer: 7)], asks: "data"),
    Situation("pushed-back", [.action: built(answer: 90, pause: 5)], asks: "resistance"),
    Situation("pushed-back", [.reflection: built(answer: 0)], asks: "prevention"),
  ]

  @Test(arguments: table) func `an interviewer asks about what was measured`(situation: Situation) throws {
    let chosen = probes(of: try shipped(situation.scenario), situation.changed)
    #expect(Array(chosen.map(\.id).prefix(situation.expected.count)) == situation.expected)
    #expect(chosen.count == 2)
    #expect(chosen[0].reasons.allSatisfy { $0.hasSuffix(".") && $0.contains(": ") })
  }

  @Test func `a reason says what was measured and what it leaves open`() throws {
    let chosen = probes(of: try shipped("owned-failure"), [.result: built(answer: 6)])
    #expect(
      chosen.first?.reasons == [
        "Result took 6 s of 20: no room for the metric, its business value and who adopted it."
      ])
  }

  @Test(arguments: shippedIDs) func `without evidence a reason says so`(id: String) throws {
    let chosen = probes(of: try shipped(id))
    #expect(chosen.count == 2)
    #expect(chosen.allSatisfy { $0.reasons.count == 1 && $0.reasons[0].hasPrefix("Nothing in the timing") })
  }

  @Test func `the same arguments give the same probes, another seed may settle ties otherwise`() throws {
    let scenario = try shipped("owned-failure")
    let firsts = (0..<40).map { probes(of: scenario, seed: $0) }
    #expect(firsts == (0..<40).map { probes(of: scenario, seed: $0) })
    #expect(Set(firsts.map { $0[0].id }).count > 1)
  }

  @Test func `evidence outweighs any seed`() throws {
    let scenario = try shipped("owned-failure")
    for seed: UInt64 in 0..<40 {
      #expect(probes(of: scenario, [.result: built(answer: 6)], seed: seed).first?.id == "measured-impact")
    }
  }

  @Test func `of probes as good as each other the one asked least comes first`() throws {
    let scenario = try shipped("owned-failure")
    let history = PracticeHistory(timesAsked: ["acceptance": 2, "motivation": 1, "measured-impact": 1])
    for seed: UInt64 in 0..<20 {
      #expect(probes(of: scenario, history: history, seed: seed).first?.id == "hard-across-boundaries")
    }
  }

  @Test func `a declined probe is not asked again`() throws {
    let scenario = try shipped("owned-failure")
    let history = PracticeHistory(declined: ["measured-impact"])
    let chosen = probes(of: scenario, [.result: built(answer: 0)], history: history, count: 9)
    #expect(chosen.count == 3)
    #expect(!chosen.map(\.id).contains("measured-impact"))
  }

  @Test func `no probe is asked twice, and none where none is wanted`() throws {
    let scenario = try shipped("wrong-call")
    #expect(Set(probes(of: scenario, count: 9).map(\.id)).count == 4)
    #expect(probes(of: scenario, count: 0).isEmpty)
  }

  @Test func `two probes do not dig in one place where another is open`() throws {
    // Action calls for two probes; Result, as short, for a third.
    let chosen = probes(of: try shipped("pushed-back"), [.action: built(answer: 30), .result: built(answer: 7)])
    #expect(Set(chosen.map(\.id)) == ["acceptance", "data"])
  }
}
