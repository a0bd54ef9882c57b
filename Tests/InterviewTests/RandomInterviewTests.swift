import Acoustics
import Scenarios
import Testing

@testable import Interview

/// Interviews of any evidence whatsoever.
@Suite struct RandomInterviewTests {
  @Test(arguments: shippedIDs) func `a thousand random interviews break nothing and repeat nothing`(id: String) throws {
    let scenario = try shipped(id)
    var generator = SeededGenerator(seed: 20_261_121)
    for _ in 0..<1_000 {
      let points = (0..<Int.random(in: 0...12, using: &generator)).map { _ in
        Point(
          step: Step.allCases.randomElement(using: &generator) ?? .task,
          finding: Finding.allCases.randomElement(using: &generator) ?? .short)
      }
      let evidence = points.map {
        Evidence(
          source: [.timing, .selfCheck, .transcript].randomElement(using: &generator) ?? .timing, step: $0.step,
          finding: $0.finding, strength: .random(in: -1...2, using: &generator), words: "It shows")
      }
      // Some of what was found, by another source, and all that some of the probes ask for.
      var covered = Set(points.filter { _ in Bool.random(using: &generator) })
      for probe in scenario.probes where Bool.random(using: &generator) {
        covered.formUnion(probe.calledForBy.map { Point(step: $0.step, finding: $0.finding) })
      }
      let ids = scenario.probes.map(\.id)
      var history = PracticeHistory(declined: Set(ids.filter { _ in Int.random(in: 0..<4, using: &generator) == 0 }))
      for id in ids where Bool.random(using: &generator) {
        history.probes[id] = .init(
          timesAsked: .random(in: 0...9, using: &generator), lastWentBadly: .random(using: &generator))
      }
      let count = Int.random(in: 0...5, using: &generator)
      let level = Level.allCases.randomElement(using: &generator) ?? .sde2
      let observed = Observed(evidence: evidence, covered: covered)
      let seed = UInt64.random(in: 0...99, using: &generator)
      let chosen = chooseProbes(
        of: scenario, observed: observed, level: level, history: history, count: count, seed: seed)
      #expect(chosen.count == min(count, ids.count - history.declined.count))
      #expect(Set(chosen.map(\.id)).count == chosen.count)
      #expect(history.declined.isDisjoint(with: chosen.map(\.id)))
      let cases = scenario.probes.map { probe in
        (id: probe.id, isCovered: ProbeCase(for: probe, observed: observed, level: level, takenUp: []).isCovered)
      }
      let saidWell = Set(cases.filter(\.isCovered).map(\.id)).subtracting(history.declined)
      let open = Set(ids).subtracting(history.declined).subtracting(saidWell)
      // What was said well is asked for only once nothing else is left.
      #expect(chosen.prefix(open.count).allSatisfy { !saidWell.contains($0.id) })
      #expect(chosen.allSatisfy { !$0.reasons.isEmpty && $0.reasons.allSatisfy { $0.hasSuffix(".") } })
      #expect(
        chosen
          == chooseProbes(of: scenario, observed: observed, level: level, history: history, count: count, seed: seed))
    }
  }
}
