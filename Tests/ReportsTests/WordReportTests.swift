import Foundation
import Interview
import Reports
import Scenarios
import SpeechTiming
import Testing
import Transcripts

/// The report of a session whose words were accepted.
@Suite struct WordReportTests {
  /// Situation read from plain text, Action and Result heard by a recogniser, Task not accepted, a probe's answer.
  private func report() throws -> Report {
    func take(_ subject: Take.Subject, _ file: String, _ text: String, isTimed: Bool = true) -> Take {
      let words = text.split(separator: " ").enumerated().map { index, word in
        let start = 1 + 0.4 * Double(index)
        return isTimed ? Transcript.Word(String(word), start: start, end: start + 0.3) : Transcript.Word(String(word))
      }
      var timing = TakeTiming(
        duration: 22, speech: [Interval(start: 1, end: 21)], pauseThreshold: 0.25,
        level: TakeLevel(speech: -23, noiseFloor: -60, peak: -6, clippedSamples: 0))
      timing.pace = Pace(nuclei: Array(stride(from: 1.1, to: 21, by: 0.25)), in: timing)
      let provenance =
        isTimed
        ? Transcript.Provenance(
          format: .whisper, file: "\(file).json", model: "base.en", command: "whisper-cli -ojf -of {output} {input}")
        : Transcript.Provenance(format: .plain, file: "\(file).txt", isCorrected: true)
      return Take(
        subject: subject, file: "\(file).wav", timing: timing,
        transcript: Transcript(words: words, provenance: provenance, isAccepted: true))
    }
    var session = Session(scenario: "owned-failure", level: .sde2, started: "2026-11-20T19:04:11Z", seed: 1)
    session.takes = [
      take(
        .step(.situation), "1-situation",
        "Um, I noticed that 0.3% of the webhooks were lost, and merchants got no confirmations. It was kind of bad.",
        isTimed: false),
      take(.step(.task), "2-task", "Nobody had asked me."),
      take(
        .step(.action), "3-action",
        "I pulled the logs and I traced the cause. We figured out the timeouts. We wrote a fix. I followed up."),
      take(.step(.result), "4-result", "The team was happy and it works better now."),
      take(.probe("motivation"), "6-probe-motivation", "Because nobody else would have done it."),
      take(.followUp("motivation"), "6-follow-up-motivation", "It cost $8K a week."),
    ]
    session.takes[1].transcript?.isAccepted = false
    session.probes = [
      ChosenProbe(
        id: "motivation", reasons: ["It was asked."],
        followUp: FollowUp(question: "Can you put a number on that?", reason: "No number was found."))
    ]
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let scenario = try ScenarioFile(path: root.appendingPathComponent("Scenarios/owned-failure.yaml").path).scenario
    return Report(on: session, scenario: scenario)
  }

  /// The section of the words.
  private func section(width: Int) throws -> String {
    let text = try report().text(style: Style(width: width, isColoured: false))
    let start = try #require(text.range(of: "In your words\n"))
    let end = try #require(text.range(of: "\nDetails\n"))
    return String(text[start.lowerBound..<end.lowerBound])
  }

  @Test(arguments: [60, 80])
  func `the words on a terminal`(width: Int) throws {
    let section = try section(width: width)
    try expectSnapshot(section, named: "words-\(width).txt")
    #expect(section.split(separator: "\n").allSatisfy { $0.count <= width })
  }

  @Test func `the words as JSON`() throws {
    let report = try JSONSerialization.jsonObject(with: Data(report().json().utf8)) as? [String: Any]
    let steps = try #require(report?["steps"] as? [[String: Any]])
    let words = Dictionary(
      uniqueKeysWithValues: steps.compactMap { step in
        step["words"].map { (step["step"] as? String ?? "", $0) }
      })
    #expect(words.keys.sorted() == ["action", "result", "situation"])
    let text = try JSONSerialization.data(withJSONObject: words, options: [.prettyPrinted, .sortedKeys])
    try expectSnapshot(String(decoding: text, as: UTF8.self) + "\n", named: "words.json")
  }

  @Test func `words that were counted stand in the place of the estimate`() throws {
    let text = try report().text(style: Style(width: 80, isColoured: false))
    let details = try #require(text.range(of: "\nDetails\n"))
    func figures(of name: String) -> [Substring] {
      text[details.upperBound...].split(separator: "\n").filter { $0.hasPrefix(name) }.compactMap {
        $0.split(separator: " ").dropFirst().first { $0 == "60" || $0.contains("–") && $0.count > 1 }
      }
    }
    // 20 words in 20 s; Task's are not accepted.
    #expect(figures(of: "Situation") == ["60"])
    #expect(figures(of: "Task").first?.contains("–") == true)
    #expect(text.contains("A single number of words a minute is counted in a"))
  }
}
