import Content
import Foundation
import Scenarios
import Transcripts

/// Prints what it takes to look through the words of sixty answers, in this process, and against splitting them alone.
func measureWords() {
  guard let scenario = ScenarioLibrary(folders: ["Scenarios"]).all().files.first?.scenario else {
    print("\nThe search in words is left out: no scenario lies in Scenarios; run this from the checkout.")
    return
  }
  // About 200 words an answer: the examples are shorter, so most are said more than once.
  let texts = scenario.steps.mapValues { guide in
    Array(repeating: guide.example.split(separator: " ").map(String.init), count: 10).joined().prefix(200)
  }
  let answers = texts.mapValues { words in
    Transcript(
      words: words.map { .init($0) }, provenance: .init(format: .plain, file: "answer.txt"), isAccepted: true)
  }
  let spoken = texts.mapValues { $0.joined(separator: " ") }
  let interviews = 60 / answers.count
  let runs = (0..<3).map { _ in
    (
      search: seconds { for _ in 0..<interviews { _ = content(of: answers, scenario: scenario, level: .senior) } },
      split: seconds {
        for _ in 0..<interviews {
          for text in spoken.values { _ = text.lowercased().split(whereSeparator: \.isWhitespace) }
        }
      }
    )
  }
  let search = median(runs.map(\.search))
  print("\nThe words of 60 answers of 200 words each, in this process")
  print(cells("".padded(24), ("all", 10), ("an answer", 12), ("against splitting into words", 30)))
  print(
    cells(
      "search".padded(24), (String(format: "%.3f s", search), 10), (String(format: "%.2f ms", search / 60 * 1000), 12),
      (String(format: "%.1f", search / median(runs.map(\.split))), 30)))
}
