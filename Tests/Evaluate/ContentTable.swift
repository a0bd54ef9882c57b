import Evaluation
import Foundation
import Scenarios

/// How what is found in the words of labelled answers agrees with the labels.
enum ContentTable {
  private static let sets = ["content", "content-held-out", "content-held-out-2"]

  /// Prints precision and recall of each class in each set, and of all findings, covers and cues together.
  static func show() throws {
    let files = ScenarioLibrary(folders: ["Scenarios"]).all().files
    let scenarios = Dictionary(uniqueKeysWithValues: files.map { ($0.scenario.id, $0.scenario) })
    let scores = try sets.map { name in
      let answers = try LabelledAnswer.all(path: "Tests/Evaluation/Answers/\(name).yaml")
      return (name: "\(name), \(answers.count) answers", score: ContentScore(answers, scenarios: scenarios))
    }
    print("\n" + "words".padding(toLength: 24, withPad: " ", startingAt: 0) + scores.map { cell($0.name) }.joined())
    let header = cell("right  wrong  missed      P      R")
    print("".padding(toLength: 24, withPad: " ", startingAt: 0) + String(repeating: header, count: scores.count))
    let names = Set(scores.flatMap(\.score.classes.keys)).sorted()
    for name in names { print(row(name, scores.map { $0.score.classes[name] ?? .init() })) }
    print(row("findings, covers, cues", scores.map(\.score.total)))
    for fault in scores.flatMap(\.score.faults) { print("  \(fault)") }
  }

  private static func row(_ name: String, _ counts: [ContentScore.Counts]) -> String {
    name.padding(toLength: 24, withPad: " ", startingAt: 0)
      + counts.map {
        cell(String(format: "%5d  %5d  %6d  %5.3f  %5.3f", $0.right, $0.wrong, $0.missed, $0.precision, $0.recall))
      }.joined()
  }

  private static func cell(_ text: String) -> String { text.padding(toLength: 38, withPad: " ", startingAt: 0) }
}
