import Foundation
import Interview
import Scenarios
import SpeechTiming
import Testing
import Trends

@Suite struct SessionSummaryTests {
  private let timing = TakeTiming(
    duration: 20, speech: [Interval(start: 1, end: 5), Interval(start: 6, end: 7), Interval(start: 9, end: 13)],
    pauseThreshold: 0.25, level: TakeLevel(speech: -20, noiseFloor: -60, peak: -3, clippedSamples: 0))

  /// Where these figures change, `IndexFile.version` has to grow: what lies in an index is reckoned as before.
  @Test func `an answer's figures are those of its timing`() {
    let summary = AnswerSummary(of: timing)
    #expect(summary.answerTime == 12 && summary.speechTime == 9 && summary.latency == 1)
    #expect(summary.pauseCount == 2 && summary.longestPause == 2 && summary.medianPause == 1.5)
    #expect(summary.phonationRatio == 0.75 && summary.pausesPerMinute == 10)
    #expect(summary.articulationRate == nil && summary.isTrusted)
  }

  @Test func `a session's verdicts are those of its report`() throws {
    var session = Session(scenario: "owned-failure", level: .sde2, started: nil, seed: 1)
    session.takes = [
      Take(subject: .step(.task), file: "2-task.wav", timing: timing),
      Take(subject: .probe("scope"), file: "6-probe-scope.wav", timing: timing),
    ]
    session.probes = [ChosenProbe(id: "scope", reasons: ["x"]), ChosenProbe(id: "metric", reasons: ["x"])]
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let scenario = try ScenarioFile(path: root.appendingPathComponent("Scenarios/owned-failure.yaml").path).scenario
    let targets = Targets(of: scenario, at: .sde2)
    let summary = SessionSummary(of: session, targets: targets, path: "/s/2026_x", noteCount: 2)
    #expect(summary.steps.map(\.verdict) == [.missing, .short, .missing, .missing, .missing])
    #expect(summary.steps.map(\.share) == [nil, 0.6, nil, nil, nil])
    #expect(summary.probes.map(\.verdict) == [.farTooShort, .missing])
    #expect(summary.probes.map { $0.answer == nil } == [false, true])
    #expect(summary.name == "2026_x" && summary.owner == "s" && summary.noteCount == 2)
    #expect(summary.window == targets.whole)
    #expect(summary.isAnswer && !summary.isEmpty && summary.comparableWhole == nil)
    #expect(summary.wholeAnswerTime == 12)
  }

  @Test func `several answers have the rates of one that is as long as all`() throws {
    var session = summary(day: 1)
    session.steps[0].answer = answer(30, articulation: 6, phonation: 1)
    session.steps[1].answer = answer(60, articulation: 3, phonation: 0.5)
    for index in 2..<5 { session.steps[index].answer = nil }
    let delivery = try #require(session.delivery)
    // 180 and 90 syllables in 30 and 30 s of speech and 30 and 60 s of answers.
    #expect(delivery.articulationRate == 4.5 && delivery.speechRate == 3)
    #expect(delivery.phonationRatio == 60.0 / 90)
  }
}
