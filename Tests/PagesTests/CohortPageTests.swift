import Interview
import Reports
import Scenarios
import Testing
import Trends

@testable import Pages

@Suite struct CohortPageTests {
  private func page(of names: [String], skipped: [String] = [], filter: Cohort.Filter = .init()) throws -> String {
    let sessions = try names.flatMap { try BuiltTrend(text: $0, count: 4).sessions() }
    let report = CohortReport(Cohort(of: sessions, filter: filter), skipped: skipped)
    return CohortPage(of: report, candidate: { _ in "history-1.html" }, session: { _ in "session-1.html" }).html
  }

  @Test func `candidates, steps and the filter are told, and all lead to their pages`() throws {
    let html = try page(
      of: ["Anna", "Ben"], skipped: ["kept/one is broken."], filter: .init(level: .sde2, since: "2026-01-02"))
    for words in [
      "2 candidates, 6 sessions · SDE 2 · since 2026-01-02", "On target, in % of the answers", "of the target",
      "The furthest off target first.", "Anna : 3 sessions", "kept/one is broken.", "Situation",
    ] {
      #expect(html.shown.contains(words), "\(words)")
    }
    let references = html.matches(of: /<a href="([^"#]*)"/).map { String($0.1) }
    #expect(references.count { $0 == "history-1.html" } == 2 && references.count { $0 == "session-1.html" } == 6)
    #expect(html.isBalanced)
  }

  @Test func `what has no page is no link`() throws {
    let report = CohortReport(Cohort(of: try BuiltTrend(count: 2).sessions()))
    let html = CohortPage(of: report, candidate: { _ in nil }, session: { _ in nil }).html
    #expect(!html.contains("<a href=\"s") && html.contains("<bdi>2026-01-02 09:00"))
  }

  @Test(arguments: ReportPageTests.hostile) func `hostile text is text`(text: String) throws {
    let harmless = try page(of: ["harmless"], skipped: ["harmless"])
    let hostile = try page(of: [text], skipped: [text], filter: .init())
    #expect(hostile.tags == harmless.tags)
    #expect(hostile.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control || $0 == "\n" })
  }

  @Test(arguments: ReportPageTests.hostile) func `two sessions side by side are text too`(text: String) throws {
    func page(_ text: String) throws -> String {
      let sessions = try BuiltTrend(text: text, count: 4).sessions()
      return SideBySidePage(of: SideBySideReport(SideBySide(sessions[0], sessions[3]))).html
    }
    #expect(try page(text).tags == page("harmless").tags)
    #expect(
      try page("harmless").shown.contains("1:28 of 1:30, on target") || page("harmless").shown.contains(" of 1:30, "))
    #expect(try page(text).isBalanced)
  }
}
