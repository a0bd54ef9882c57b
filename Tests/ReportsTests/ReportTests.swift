import Foundation
import Interview
import Reports
import Scenarios
import SpeechTiming
import Testing

@Suite struct ReportTests {
  /// The session that the snapshots show: a tour in Situation, no Task, a rushed Action with a long silence.
  func report(level: Level = .sde2) throws -> Report {
    func timing(_ spans: (Double, Double)..., duration: Double, pitchSpread: Double = 2.4) -> TakeTiming {
      var timing = TakeTiming(
        duration: duration, speech: spans.map { Interval(start: $0.0, end: $0.1) }, pauseThreshold: 0.25,
        level: TakeLevel(speech: spans.isEmpty ? nil : -23, noiseFloor: -60, peak: -6, clippedSamples: 0))
      let nuclei = spans.flatMap { Array(stride(from: $0.0 + 0.1, to: $0.1, by: 0.22)) }
      timing.pace = Pace(nuclei: nuclei, in: timing)
      timing.voice = timing.pace.map { _ in
        Voice(
          pitchMedian: 174.2, pitchSpread: pitchSpread, voicedShare: 0.74, levelSpread: 2.5,
          filledPauses: pitchSpread < 2 ? [Interval(start: 12, end: 12.4)] : [],
          pitchRange: PitchRange(floor: 75, ceiling: 300))
      }
      return timing
    }
    var session = Session(scenario: "owned-failure", level: level, started: "2026-11-20T19:04:11Z", seed: 1)
    session.takes = [
      Take(
        subject: .step(.situation), file: "1-situation.wav",
        timing: timing((1, 30), (31, 64), duration: 66, pitchSpread: 1.6)),
      Take(subject: .step(.task), file: "2-task.wav", timing: timing(duration: 6)),
      Take(
        subject: .step(.action), file: "3-action.wav", timing: timing((0.5, 20), (23.5, 40), duration: 41),
        remarks: ["0.3 s of sound were lost at 0:12: the machine was too busy to read in time."]),
      Take(subject: .step(.result), file: "4-result.wav", timing: timing((0.4, 19), duration: 20)),
      Take(subject: .probe("motivation"), file: "6-probe-motivation.wav", timing: timing((1, 41), duration: 42)),
    ]
    let scenario = try Self.scenario()
    session.probes = chooseProbes(
      of: scenario, observed: session.observed(in: scenario), level: level, seed: 1)
    return Report(on: session, scenario: scenario)
  }

  static func scenario() throws -> Scenario {
    try ScenarioFile(path: root.appendingPathComponent("Scenarios/owned-failure.yaml").path).scenario
  }

  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  @Test(arguments: [80, 110])
  func `the report on a terminal`(width: Int) throws {
    try expectSnapshot(report().text(style: Style(width: width, isColoured: false)), named: "report-\(width).txt")
  }

  @Test func `the report at SDE 1 tells that the targets are shares of two minutes`() throws {
    try expectSnapshot(report(level: .sde1).text(style: Style(width: 80, isColoured: false)), named: "report-sde1.txt")
  }

  @Test func `the report as JSON`() throws {
    try expectSnapshot(report().json() + "\n", named: "report.json")
  }

  @Test func `the sheet of a scenario`() throws {
    let sheet = try Self.scenario().sheet(style: Style(width: 80, isColoured: false))
    try expectSnapshot(sheet, named: "scenario.txt")
  }

  @Test(arguments: [60, 72, 80, 100, 120])
  func `no line is wider than the terminal`(width: Int) throws {
    let style = Style(width: width, isColoured: false)
    for line in try (report().text(style: style) + Self.scenario().sheet(style: style)).split(separator: "\n") {
      #expect(line.count <= width, "\(line)")
    }
  }

  @Test func `colours change nothing but the look`() throws {
    let plain = try report().text(style: Style(width: 80, isColoured: false))
    let coloured = try report().text(style: Style(width: 80, isColoured: true))
    #expect(plain != coloured)
    #expect(coloured.replacing(/\u{1B}\[[0-9]*m/, with: "") == plain)
  }

  @Test func `the same session gives the same JSON`() throws {
    #expect(try report().json() == report().json())
  }
}
