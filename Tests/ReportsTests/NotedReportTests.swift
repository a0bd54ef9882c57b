import Interview
import Scenarios
import SpeechTiming
import Testing
import Trends

@testable import Reports

/// What a report says beside the measured: notes and verdicts of a coach, and changes.
@Suite struct NotedReportTests {
  private let mark = CoachNotes.Mark(by: "Ann", written: "2026-11-21T10:00:00Z")

  private func report(_ notes: CoachNotes, changes: Changes? = nil, candidate: String? = "Anna") throws -> Report {
    let timing = TakeTiming(
      duration: 20, speech: [Interval(start: 1, end: 15)], pauseThreshold: 0.25,
      level: TakeLevel(speech: -20, noiseFloor: -60, peak: -3, clippedSamples: 0))
    var session = Session(
      scenario: "owned-failure", candidate: candidate, level: .sde2, started: "2026-11-20T19:04:11Z", seed: 1)
    session.takes = [Take(subject: .step(.result), file: "4-result.wav", timing: timing)]
    return Report(on: session, scenario: try ReportTests.scenario(), notes: notes, changes: changes)
  }

  private var notes: CoachNotes {
    var notes = CoachNotes()
    notes.notes = [
      .init(on: .result, "Name the number first, then what it meant for the business, then who has adopted it.", mark),
      .init(on: nil, "Well told.", .init(by: nil, written: "2026-11-22T10:00:00Z")),
    ]
    notes.set(.onTarget, on: .result, mark)
    return notes
  }

  private let style = Style(width: 80, isColoured: false)

  @Test func `notes and changes on a terminal and in Markdown`() throws {
    let changes = try #require(Changes(in: learner))
    let noted = try report(notes, changes: changes)
    try expectSnapshot(noted.text(style: style), named: "noted.txt")
    try expectSnapshot(noted.markdown(), named: "noted.md")
    for line in noted.text(style: style).split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
  }

  @Test func `a verdict of the coach stands beside the measured one and changes no figure`() throws {
    let (with, without) = (try report(notes), try report(CoachNotes()))
    #expect(with.steps.map(\.verdict) == without.steps.map(\.verdict))
    #expect(with.advice == without.advice)
    #expect(try with.json().contains(#""coach" : {"#) && with.json().contains(#""verdict" : "short""#))
    #expect(with.markdown().contains("| short; coach: on target (Ann, 2026-11-21) |"))
    for form in [ReportFormat.text, .json, .markdown, .csv] {
      #expect(try !without.rendered(as: form, style: style).contains(#/coach:|"coach"|of the coach/#))
    }
    #expect(try with.rendered(as: .csv, style: style) == without.rendered(as: .csv, style: style))
  }

  @Test func `hostile notes are inert in every form`() throws {
    var notes = CoachNotes()
    let evil = CoachNotes.Mark(by: hostileText, written: hostileText)
    notes.notes = [.init(on: .action, hostileText, evil), .init(on: nil, String(hostileText.reversed()), evil)]
    notes.set(.short, on: .result, evil)
    let noted = try report(notes, candidate: hostileText)
    try expectInert(noted)
    // The beginning of a text of 100 kB, and where the rest is.
    #expect(
      noted.text(style: style).split(whereSeparator: \.isWhitespace).joined(separator: " ").contains(
        "… (the rest is in notes.json)"))
    #expect(noted.text(style: style).utf8.count < 40_000)
  }
}
