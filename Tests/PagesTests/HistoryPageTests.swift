import Foundation
import Interview
import Reports
import Scenarios
import Testing
import Trends

@testable import Pages

@Suite struct HistoryPageTests {
  private func report(_ trend: BuiltTrend = BuiltTrend(), options: [String] = []) throws -> HistoryReport {
    HistoryReport(
      History(of: try trend.sessions(), candidate: trend.text, known: ["owned-failure", trend.text], last: 12),
      commandOptions: options)
  }

  @Test func `a page has what the text has: sessions, charts, changes with their method, what to practise`() throws {
    let report = try report()
    let shown = HistoryPage(of: report).html.shown
    let changes = try #require(report.history.changes)
    #expect(!changes.named.isEmpty)
    var place = shown.startIndex
    for words in [
      "History of Anna: 10 sessions, 2026-01-01 to 2026-01-10", "Sessions", "2026-01-10 09:00", "far too short",
      "Pacing by step", "Action", "mostly short", "Delivery", "Syllables a second", "Pauses a minute",
      Changes.heading, "Action is shorter: ", "The last 3 sessions against the 7 before", "less than one comparison",
      HistoryReport.nextTitle, "starpace drill 9 --step action", "Scenarios",
    ] {
      let found = shown[place...].range(of: words)
      #expect(found != nil, "\(words)")
      place = found?.upperBound ?? place
    }
  }

  @Test func `with too few sessions it says from how many on changes are named`() throws {
    let shown = HistoryPage(of: try report(BuiltTrend(count: 3))).html.shown
    #expect(shown.contains(Changes.tooFew))
    let empty = HistoryPage(of: HistoryReport(History(of: [], known: ["owned-failure"], last: 12))).html
    #expect(empty.shown.contains("No answers in steps yet") && !empty.contains("<figure"))
  }

  @Test(arguments: ReportPageTests.hostile) func `hostile text is text`(text: String) throws {
    let harmless = HistoryPage(of: try report(BuiltTrend(text: "harmless"))).html
    let page = HistoryPage(of: try report(BuiltTrend(text: text), options: ["--candidate", text])).html
    #expect(page.tags == harmless.tags)
    #expect(page.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control || $0 == "\n" })
  }

  @Test func `each chart is hidden from screen readers, and a table has its figures`() throws {
    let report = try report(BuiltTrend(shares: [.task: 0]))
    let html = HistoryPage(of: report).html
    #expect(html.matches(of: /<figure class="chart">/).count == 9)
    #expect(html.matches(of: /<svg class="trend"[^>]*aria-hidden="true"/).count == 9)
    let page = HistoryPage(of: report)
    #expect(page.shares.rows.count == 10 && page.deliveryTable.rows.count == 10)
    #expect(page.shares.rows.allSatisfy { $0.cells[1].words == "–" && $0.cells[0].words.hasSuffix(" %") })
    #expect(page.sessions.rows[9].cells[3].verdict?.words == "far too short")
  }

  @Test func `a session without a page is no link, and the same history gives the same page`() throws {
    let report = try report()
    let page = { HistoryPage(of: report, reference: { $0.name == "3" ? "session-3.html" : nil }).html }
    #expect(page().matches(of: /<a href="([^"#]*)"/).map { String($0.1) } == ["session-3.html"])
    #expect(page() == page())
  }

  @Test func `headings go down a step at a time, and every tag that opens closes`() throws {
    let html = HistoryPage(of: try report()).html
    let levels = html.matches(of: /<h([1-6])/).compactMap { Int($0.1) }
    #expect(levels.first == 1 && zip(levels, levels.dropFirst()).allSatisfy { $1 <= $0 + 1 })
    #expect(html.isBalanced)
  }
}
