import Content
import Evaluation
import Scenarios
import Testing

@Suite struct LabelledAnswersTests {
  @Test func `at least 70 answers are labelled, over all five scenarios and all steps`() {
    let answers = labelledAnswers("content")
    #expect(answers.count >= 70)
    #expect(Set(answers.map(\.scenario)) == Set(shippedScenarios.keys) && shippedScenarios.count == 5)
    #expect(Set(answers.map(\.step)) == Set(Step.allCases))
    #expect(Set(answers.map(\.about)).count == answers.count)
  }

  @Test(arguments: labelledAnswers("content")) func `nothing is found that a reader does not find`(
    answer: LabelledAnswer
  ) {
    let score = ContentScore([answer], scenarios: shippedScenarios)
    #expect(score.classes.values.allSatisfy { $0.wrong == 0 }, "\(score.faults)")
  }

  @Test func `hardly anything is missed of what a reader finds`() {
    let total = ContentScore(labelledAnswers("content"), scenarios: shippedScenarios).total
    #expect(total.missed <= 3 && total.right > 330)
  }

  @Test(arguments: ["content", "content-held-out"] + (2...6).map { "content-held-out-\($0)" })
  func `precision is at least 0.95 and recall at least 0.85`(
    name: String
  ) {
    let total = ContentScore(labelledAnswers(name), scenarios: shippedScenarios).total
    #expect(total.right > 80)
    #expect(total.precision >= 0.95 && total.recall >= 0.85)
  }

  @Test(arguments: shippedScenarios.keys.sorted()) func `the scenario's own example has no fault`(
    id: String
  ) throws {
    let scenario = try #require(shippedScenarios[id])
    for step in Step.allCases {
      let content = reading(scenario.steps[step]?.example ?? "", of: step, in: scenario)
      #expect(content?.findings == [])
      if step != .reflection { #expect(content?.cues.filter { $0.quote == nil } == []) }
    }
    for level in Level.allCases {
      #expect(
        reading(scenario.levels[level]?.reflection ?? "", of: .reflection, in: scenario, level: level)?.findings == [])
    }
  }

  @Test(arguments: shippedScenarios.keys.sorted()) func `every phrase of the weak answer is found in it`(
    id: String
  ) throws {
    let scenario = try #require(shippedScenarios[id])
    let content = reading(scenario.weakAnswer.text, of: .action, in: scenario)
    let spoken = scenario.weakAnswer.redFlags.filter { !$0.flag.hasPrefix("No ") }
    #expect(content?.kinds.count { $0 == .redFlag } == spoken.count)
  }
}
