import Content
import Evaluation
import Foundation
import Scenarios

private let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().path

/// The shipped scenarios by their ids.
let shippedScenarios = Dictionary(
  uniqueKeysWithValues: ScenarioLibrary(folders: [root + "/Scenarios"]).all().files.map {
    ($0.scenario.id, $0.scenario)
  })

/// The labelled answers of a file below `Tests/Evaluation/Answers`; empty where it cannot be read, which tests notice.
func labelledAnswers(_ name: String) -> [LabelledAnswer] {
  (try? LabelledAnswer.all(path: "\(root)/Tests/Evaluation/Answers/\(name).yaml")) ?? []
}

/// What the words of one step show, with those of Situation before it where they matter.
func reading(
  _ words: String, of step: Step, in scenario: Scenario? = shippedScenarios["owned-failure"],
  level: Level = .sde2, situation: String? = nil
) -> StepContent? {
  var answers = [step: transcript(of: words)]
  if let situation { answers[.situation] = transcript(of: situation) }
  return scenario.flatMap { content(of: answers, scenario: $0, level: level).first { $0.step == step } }
}

extension StepContent {
  /// The kinds of its findings, but for cues that are few.
  var kinds: [Finding] { findings.map(\.finding).filter { $0 != .fewCues } }
}
