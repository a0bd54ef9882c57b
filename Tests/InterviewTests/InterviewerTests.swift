import Interview
import Scenarios
import SpeechTiming
import Testing

@Suite struct InterviewerTests {
  private func probes(
    of scenario: Scenario, _ changed: [Step: TakeTiming] = [:], history: PracticeHistory = PracticeHistory(),
    count: Int = 2, seed: UInt64 = 1
  ) -> [ChosenProbe] {
    let timing = evidence(of: answers(changed), targets: Targets(of: scenario, at: .sde2))
    return chooseProbes(of: scenario, observed: Observed(evidence: timing), history: history, count: count, seed: seed)
  }

  @Test(arguments: interviewerMatrix + evidenceMatrix)
  func `a bar raiser asks about what was noticed, whatever the seed`(situation: Situation) throws {
    let scenario = try shipped(situation.scenario)
    for seed: UInt64 in 1...12 {
      let chosen = chooseProbes(
        of: scenario, observed: situation.observed(in: scenario), level: situation.level, history: situation.history,
        seed: seed)
      #expect(Array(chosen.map(\.id).prefix(situation.asks.count)) == situation.asks, "\(chosen)")
      #expect(chosen.count == 2)
      #expect(chosen.allSatisfy { probe in !probe.reasons.isEmpty && probe.reasons.allSatisfy { $0.hasSuffix(".") } })
      #expect(!chosen.contains { situation.history.declined.contains($0.id) })
    }
  }

  @Test(arguments: shippedIDs) func `at least forty situations are in the matrix of each scenario`(id: String) {
    #expect((interviewerMatrix + evidenceMatrix).count { $0.scenario == id } >= 40)
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
    #expect(chosen.allSatisfy { $0.reasons.count == 1 })
    #expect(chosen[0].reasons[0].hasPrefix("Nothing calls for one question above the others; this one tests "))
    #expect(chosen[1].reasons[0].hasPrefix("Nothing else calls for a question; this one tests "))
  }

  @Test(arguments: shippedIDs) func `where nothing is open the probe that tests the level's bar is asked, with why`(
    id: String
  ) throws {
    let scenario = try shipped(id)
    for level in [Level.sde1, .senior] {
      let tested = try #require(scenario.levels[level]?.testedBy)
      for seed: UInt64 in 1...8 {
        let first = chooseProbes(of: scenario, observed: Observed(evidence: []), level: level, seed: seed).first
        #expect(first?.id == tested)
        #expect(first?.reasons.first?.hasSuffix(", which weighs most at \(level.title).") == true)
      }
    }
  }

  @Test func `a second probe that nothing calls for says that the first was called for`() throws {
    let chosen = probes(of: try shipped("kept-commitment"), [.reflection: built(answer: 0)])
    #expect(chosen[0].reasons == ["No speech was heard in Reflection: no lesson was heard."])
    #expect(chosen[1].reasons.count == 1)
    #expect(chosen[1].reasons[0].hasPrefix("Nothing else calls for a question; this one tests "))
  }

  /// All probes of the failure that was owned, where every content of Result was said.
  private func probesAfterWholeResult(_ result: TakeTiming) throws -> [ChosenProbe] {
    let scenario = try shipped("owned-failure")
    let timing = evidence(of: answers([.result: result]), targets: Targets(of: scenario, at: .sde2))
    let said = [Finding.noMetric, .noBusinessValue, .noSecondOrder].map { Point(step: .result, finding: $0) }
    return chooseProbes(of: scenario, observed: Observed(evidence: timing, covered: Set(said)), count: 4, seed: 1)
  }

  @Test func `a short step that held all it should is only measured, and claims to lack nothing`() throws {
    let last = try probesAfterWholeResult(built(answer: 7)).last
    #expect(last == ChosenProbe(id: "measured-impact", reasons: ["Result took 7 s of 20."]))
  }

  @Test(arguments: [
    (built(answer: 40), "Result took 40 s of 20, past the limit of 30: "),
    (built(answer: 20, pause: 5), "Result holds a silence of 5.0 s: "),
  ])
  func `what was said excuses neither a step past its limit nor a silence`(result: TakeTiming, words: String) throws {
    let first = try probesAfterWholeResult(result).first
    #expect(first?.id == "measured-impact")
    #expect(first?.reasons.first?.hasPrefix(words) == true)
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
    let history = PracticeHistory([
      "acceptance": .init(timesAsked: 2), "motivation": .init(timesAsked: 1), "measured-impact": .init(timesAsked: 1),
    ])
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

  /// The probes of `id` where this was found, each with its strength.
  private func probes(
    of id: String, found: [(Point, Double)], covered: Set<Point> = [], level: Level = .sde2,
    history: PracticeHistory = PracticeHistory()
  ) throws -> [String] {
    let evidence = found.map { point, strength in
      Evidence(step: point.step, finding: point.finding, strength: strength, words: "It shows")
    }
    let scenario = try shipped(id)
    let chosen = (1...8).map { seed in
      chooseProbes(
        of: scenario, observed: Observed(evidence: evidence, covered: covered), level: level, history: history,
        seed: seed
      ).map(\.id)
    }
    #expect(Set(chosen).count == 1)
    return chosen[0]
  }

  @Test func `evidence in a step that a probe has taken up weighs half for the next`() throws {
    let found = [
      (Point(step: .action, finding: .sharedCredit), 1), (Point(step: .action, finding: .noFollowThrough), 1),
      (Point(step: .result, finding: .noBusinessValue), 0.2),
    ]
    #expect(try probes(of: "pushed-back", found: found) == ["resistance", "data"])
  }

  @Test func `a short step that held what it should hardly calls for its probe`() throws {
    let found = [(Point(step: .situation, finding: .short), 0.8), (Point(step: .action, finding: .longSilence), 0.1)]
    #expect(try probes(of: "owned-failure", found: found).first == "motivation")
    let said: Set = [Point(step: .situation, finding: .noImpact)]
    #expect(try probes(of: "owned-failure", found: found, covered: said).first == "hard-across-boundaries")
  }

  @Test func `two findings that merely call for a probe do not outweigh one that leaves no other question`() throws {
    let found = [
      (Point(step: .result, finding: .noMetric), 1.0), (Point(step: .reflection, finding: .short), 1),
      (Point(step: .task, finding: .noBoundary), 1),
    ]
    #expect(try probes(of: "admitted-wrong", found: found).first == "initiative")
  }

  /// Two findings of nearly the same weight, the second a little heavier.
  private let nearlyAsGood = [
    (Point(step: .action, finding: .sharedCredit), 1.0), (Point(step: .situation, finding: .redFlag), 1.0),
  ]

  @Test func `between cases nearly as good the level decides`() throws {
    #expect(try probes(of: "owned-failure", found: nearlyAsGood).first == "motivation")
    #expect(try probes(of: "owned-failure", found: nearlyAsGood, level: .senior).first == "hard-across-boundaries")
  }

  @Test func `between cases nearly as good what went badly decides`() throws {
    let well = PracticeHistory.Practice(timesAsked: 1, sessionsSince: 1)
    let badly = PracticeHistory.Practice(timesAsked: 1, lastWentBadly: true, sessionsSince: 1)
    func first(_ practice: PracticeHistory.Practice) throws -> String? {
      let history = PracticeHistory(["motivation": well, "hard-across-boundaries": practice])
      return try probes(of: "owned-failure", found: nearlyAsGood, history: history).first
    }
    #expect(try first(well) == "motivation")
    #expect(try first(badly) == "hard-across-boundaries")
  }

  @Test func `two probes do not dig in one place where another is open`() throws {
    // Action calls for two probes; Result, as short, for a third.
    let chosen = probes(of: try shipped("pushed-back"), [.action: built(answer: 30), .result: built(answer: 7)])
    #expect(Set(chosen.map(\.id)) == ["acceptance", "data"])
  }
}
