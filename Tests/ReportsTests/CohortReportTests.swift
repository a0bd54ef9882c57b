import Foundation
import Interview
import Scenarios
import Testing
import Trends

@testable import Reports

@Suite struct CohortReportTests {
  private let sessions: [SessionSummary] = [
    summary(1, [1, 1, 1, 1, 1], candidate: "Anna", notes: 1), summary(2, [1.2, 1, 0.9, 0.7, 1], candidate: "Anna"),
    summary(3, [2, 0, 0.4, 0.3, 0.4], candidate: "Ben"), summary(4, [1.8, 0, 0.6, 0.4, 0], candidate: "Ben"),
    summary(5, [1, 0.9, 0.7, 1.3, 1.2], candidate: "Cem with a name that is longer than any column"),
  ]

  private func report(_ filter: Cohort.Filter = Cohort.Filter()) -> CohortReport {
    CohortReport(Cohort(of: sessions, filter: filter), skipped: ["One cannot be read."])
  }

  @Test(arguments: [60, 80, 110])
  func `a cohort on a terminal`(width: Int) throws {
    let text = report().text(style: Style(width: width, isColoured: false))
    try expectSnapshot(text, named: "coach-\(width).txt")
    for line in text.split(separator: "\n") { #expect(line.count <= width, "\(line)") }
  }

  @Test func `one step of a cohort`() throws {
    let text = report(.init(scenario: "owned-failure", since: "2026-01-02", step: .result))
      .text(style: Style(width: 80, isColoured: false))
    try expectSnapshot(text, named: "coach-step.txt")
  }

  @Test func `a cohort as Markdown, JSON and tables`() throws {
    let style = Style(width: 80, isColoured: false)
    try expectSnapshot(report().rendered(as: .markdown, style: style), named: "coach.md")
    try expectSnapshot(report().rendered(as: .json, style: style), named: "coach.json")
    #expect(try report().rendered(as: .jsonl, style: style).split(separator: "\n").count == 3)
    let rows = try report().rendered(as: .csv, style: style).components(separatedBy: "\r\n").dropLast()
    #expect(rows.count == 4)
    #expect(Set(rows.map { $0.split(separator: ",", omittingEmptySubsequences: false).count }) == [35])
    #expect(rows[1].hasPrefix("Ben,2,10,0,0.000,2,0,0,2,0,2,0,0,0,2,"))
  }

  @Test func `hostile names are inert in every form`() throws {
    var session = summary(1, [1, 1, 1, 0.3, 1], scenario: hostileText, candidate: hostileText)
    session.path = "/cohort/" + hostileText.replacing("/", with: "") + "/x"
    session.started = hostileText
    let filter = Cohort.Filter(scenario: hostileText, candidate: hostileText)
    try expectInert(CohortReport(Cohort(of: [session], filter: filter), skipped: [hostileText]))
    try expectInert(SideBySideReport(SideBySide(session, sessions[0])))
  }

  @Test func `two sessions side by side`() throws {
    let style = Style(width: 80, isColoured: false)
    let pair = SideBySideReport(SideBySide(sessions[2], learner[11]))
    let text = pair.text(style: style)
    try expectSnapshot(text, named: "compare.txt")
    for line in text.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
    try expectSnapshot(pair.rendered(as: .markdown, style: style), named: "compare.md")
    try expectSnapshot(pair.rendered(as: .json, style: style), named: "compare.json")
    #expect(try pair.rendered(as: .csv, style: style).components(separatedBy: "\r\n").count == 12)
    #expect(try pair.rendered(as: .jsonl, style: style).split(separator: "\n").count == 1)
  }
}
