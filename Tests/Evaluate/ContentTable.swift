import Evaluation
import Foundation
import Scenarios

/// How what is found in the words of labelled answers agrees with the labels.
enum ContentTable {
  private static let sets = ["content", "content-held-out"] + (2...6).map { "content-held-out-\($0)" }

  /// Prints precision and recall of each set, and of each class over all sets; then every disagreement, by its set.
  static func show() throws {
    let files = ScenarioLibrary(folders: ["Scenarios"]).all().files
    let scenarios = Dictionary(uniqueKeysWithValues: files.map { ($0.scenario.id, $0.scenario) })
    var all: [LabelledAnswer] = []
    var faults: [String] = []
    print("\n" + cell("words") + "answers  right  wrong  missed      P      R")
    for name in sets {
      let answers = try LabelledAnswer.all(path: "Tests/Evaluation/Answers/\(name).yaml")
      let score = ContentScore(answers, scenarios: scenarios)
      print(cell(name) + String(format: "%7d  ", answers.count) + counts(score.total))
      all += answers
      faults += score.faults.map { "  \(name): \($0)" }
    }
    let score = ContentScore(all, scenarios: scenarios)
    print(cell("findings, covers, cues") + String(format: "%7d  ", all.count) + counts(score.total))
    for (name, found) in score.classes.sorted(by: { $0.key < $1.key }) {
      print(cell("  \(name)") + "         " + counts(found))
    }
    for fault in faults { print(fault) }
  }

  private static func counts(_ counts: ContentScore.Counts) -> String {
    String(
      format: "%5d  %5d  %6d  %5.3f  %5.3f", counts.right, counts.wrong, counts.missed, counts.precision, counts.recall)
  }

  private static func cell(_ text: String) -> String { text.padding(toLength: 25, withPad: " ", startingAt: 0) }
}
