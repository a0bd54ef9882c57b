import Foundation
import Interview
import Scenarios
import Testing
import Trends

@testable import Reports

@Suite struct HistoryReportTests {
  private func report(_ sessions: [SessionSummary] = learner) -> HistoryReport {
    HistoryReport(
      History(of: sessions, candidate: "Anna", known: ["owned-failure", "pushed-back", "wrong-call"], last: 12),
      commandOptions: ["--sessions", "my sessions"])
  }

  @Test(arguments: [60, 80, 110])
  func `a history on a terminal`(width: Int) throws {
    let text = report().text(style: Style(width: width, isColoured: false))
    try expectSnapshot(text, named: "history-\(width).txt")
    // A command is not broken: it is there to be copied.
    for line in text.split(separator: "\n") where !line.contains("starpace ") {
      #expect(line.count <= width, "\(line)")
    }
  }

  @Test func `few sessions, a drill and an empty one`() throws {
    var drill = summary(20, [0, 0, 0.9, 0, 0], mode: .drill)
    for step in [0, 1, 3, 4] { drill.steps[step].answer = nil }
    var empty = summary(21, [1, 1, 1, 1, 1])
    for step in 0..<5 { empty.steps[step].answer = nil }
    let text = report([learner[10], learner[11], drill, empty]).text(style: Style(width: 80, isColoured: false))
    try expectSnapshot(text, named: "history-few.txt")
  }

  @Test func `a history as Markdown, JSON and tables`() throws {
    let style = Style(width: 80, isColoured: false)
    try expectSnapshot(report().rendered(as: .markdown, style: style), named: "history.md")
    try expectSnapshot(report().rendered(as: .json, style: style), named: "history.json")
    let lines = try report().rendered(as: .jsonl, style: style).split(separator: "\n")
    #expect(lines.count == 12 && lines.allSatisfy { $0.hasPrefix("{") && $0.hasSuffix("}") })
    let rows = try report().rendered(as: .csv, style: style).components(separatedBy: "\r\n").dropLast()
    #expect(rows.count == 1 + 12 * 5)
    #expect(Set(rows.map { $0.split(separator: ",", omittingEmptySubsequences: false).count }) == [24])
    #expect(
      rows[1].hasPrefix(
        "2026-01-01T09-30-00Z_owned-failure,someone,2026-01-01T09:30:00Z,owned-failure,sde2,rehearse,109.500,"))
    #expect(throws: NoSuchForm.self) { try report().rendered(as: .rttm, style: style) }
  }

  @Test func `colours change nothing but the look`() {
    let plain = report().text(style: Style(width: 80, isColoured: false))
    let coloured = report().text(style: Style(width: 80, isColoured: true))
    #expect(plain != coloured)
    #expect(coloured.replacing(/\u{1B}\[[0-9]*m/, with: "") == plain)
  }

  @Test func `hostile names are inert in every form`() throws {
    var session = summary(1, [1, 1, 1, 0.3, 1], scenario: hostileText, candidate: hostileText)
    session.path = "/cohort/" + hostileText.replacing("/", with: "") + "/" + hostileText.replacing("/", with: "")
    session.started = hostileText
    let history = History(of: [session], candidate: hostileText, known: [hostileText], last: 12)
    let report = HistoryReport(history, skipped: [hostileText])
    try expectInert(report)
    let next = try #require(history.next.first)
    #expect(report.command(of: next).hasPrefix("starpace drill '=cmd|'\\'' "))
  }

  @Test func `a chart tells verdicts apart by its signs alone`() {
    let shares: [Double?] = [nil, 0.1, 0.4, 0.6, 0.7, 1, 1.2, 1.4, 1.6, nil]
    let verdicts: [Verdict] = [
      .missing, .farTooShort, .farTooShort, .short, .short, .onTarget, .long, .long, .overLimit, .untrusted,
    ]
    #expect(SparkChart.pacing(verdicts, shares: shares) == "·▁▂▃▄▅▆▇█?")
  }

  @Test func `a chart around the median steps by what would be noticed`() {
    let rates = [4.6, 4.6, 4.6, 4.7, 5.06, 5.6, 9, 4.1, 1].map { summary(1, [1, 1, 1, 1, 1], articulation: $0) }
    #expect(SparkChart.around(Series(.articulation, in: rates)) == "▄▄▄▄▅▆█▃▁")
    let one = Series(.whole, in: [summary(1, [1, 0, 1, 1, 1])])
    #expect(SparkChart.around(one) == "")
  }
}

/// Expects that nothing in any form of `report` steers a terminal, begins a formula or means anything in Markdown.
func expectInert(_ report: some Renderable, forms: [ReportFormat] = [.text, .json, .jsonl, .markdown, .csv]) throws {
  for form in forms {
    let text = try report.rendered(as: form, style: Style(width: 80, isColoured: false))
    #expect(
      text.unicodeScalars.allSatisfy { scalar in
        scalar == "\n" || scalar == "\r" && form == .csv || scalar == "\t" && form == .csv
          || ![.control, .format].contains(scalar.properties.generalCategory)
      },
      "\(form): \(text.unicodeScalars.first { [.control, .format].contains($0.properties.generalCategory) && $0 != "\n" }?.value ?? 0)"
    )
    if form == .text {
      for line in text.split(separator: "\n") where !line.contains("starpace ") { #expect(line.count <= 80, "\(form)") }
    }
    if form == .markdown { #expect(!text.contains("<script>") && !text.contains("[x](y)")) }
    if form == .csv {
      #expect(!text.contains(",=cmd") && !text.contains("\n=cmd") && !text.contains("\"=cmd"))
    }
  }
}
