import Interview
import Scenarios
import SpeechTiming
import Testing

@Suite struct AdviceTests {
  private func given(_ changed: [Step: TakeTiming]) throws -> [Advice] {
    let scenario = try shipped("owned-failure")
    let shown = evidence(of: answers(changed), targets: Targets(of: scenario, at: .sde2))
    return advice(from: shown, scenario: scenario, targets: Targets(of: scenario, at: .sde2))
  }

  @Test func `there is nothing to change where all is on target`() throws {
    #expect(try given([:]).isEmpty)
  }

  @Test func `a missing step comes before one over its limit, and that before a short one`() throws {
    let order = try given([
      .situation: built(answer: 60), .action: built(answer: 50), .reflection: built(answer: 0),
    ])
    #expect(order.map(\.step) == [.reflection, .situation, .action])
  }

  @Test func `three things at most, one a step, with the scenario's coaching`() throws {
    let silent = built(answer: 0)
    let advice = try given([.situation: silent, .task: silent, .result: silent, .action: built(answer: 20, pause: 5)])
    #expect(advice.map(\.step) == [.situation, .task, .result])
    #expect(advice.first?.coaching == (try shipped("owned-failure").steps[.situation]?.coaching))
  }
}
