import Reports
import Testing

@testable import Rehearsal

@Suite struct PagePartsTests {
  private let style = Style(width: 60, isColoured: false)

  private func parts(_ paragraphs: [Page.Paragraph], rows: Int) -> [[String]] {
    Page(place: "Here", paragraphs: paragraphs).parts(style, rows: rows).map { $0.lines(style, isOnScreen: true) }
  }

  /// A text of as many lines.
  private func text(_ lines: Int) -> Page.Paragraph {
    .said((1...lines).map { "word\($0) " + String(repeating: "x", count: 50) }.joined(separator: " "))
  }

  @Test func `a page that fits is one part`() {
    let page = Page(place: "Here", paragraphs: [.heading("Title"), .space, text(3)])
    #expect(page.parts(style, rows: 5).map(\.place) == ["Here"])
    #expect(page.parts(style, rows: 5).map { $0.lines(style) } == [page.lines(style)])
    #expect(page.parts(style, rows: 4).map(\.place) == ["Here (1 of 2)", "Here (2 of 2)"])
  }

  @Test func `what stands between empty lines stays together`() {
    let parts = parts([text(2), .space, text(2), .space, text(3)], rows: 6)
    #expect(parts.map(\.count) == [5, 3])
    #expect(parts[0][2] == "")
  }

  @Test func `a paragraph that no screen holds is broken between its lines`() {
    let parts = parts([.heading("Title"), .space, text(9)], rows: 5)
    #expect(parts.map(\.count) == [5, 5, 1])
    #expect(parts[1][0].hasPrefix("  word4 "))
  }

  @Test func `no part ends with a heading or an empty line`() {
    for rows in 2...12 {
      let parts = parts([text(3), .space, .heading("A"), text(8), .space, .heading("B"), text(4)], rows: rows)
      #expect(parts.allSatisfy { (1...rows).contains($0.count) })
      #expect(parts.allSatisfy { !["A", "B", ""].contains($0[$0.count - 1]) }, "\(rows) rows")
    }
  }

  @Test func `a heading longer than the screen is broken too`() {
    #expect(parts([Page.Paragraph(text: text(4).text, role: .heading)], rows: 3).map(\.count) == [3, 1])
  }

  @Test func `only the first line of an item has its mark`() {
    let item = Page.Paragraph.item(text(4).text)
    let lines = parts([item], rows: 3).flatMap { $0 }
    #expect(lines == Page(place: "", paragraphs: [item]).lines(style))
    #expect(lines.map { $0.hasPrefix("  • word") } == [true, false, false, false])
  }

  @Test(arguments: shippedScenarios)
  func `nothing of a scenario is lost, on any screen`(id: String) throws {
    let pages = try shippedScenario(id).studyPages(at: nil, for: nil)
    for columns in [20, 40, 80] {
      for rows in [1, 8, 20] {
        let style = ScreenLayout(columns: columns, rows: rows + 4, isColoured: false).style
        for page in pages {
          let parts = page.parts(style, rows: rows)
          #expect(parts.reduce(0) { $0 + $1.length } == page.length)
          let lines = parts.flatMap { $0.lines(style, isOnScreen: true) }
          let whole = page.lines(style, isOnScreen: true)
          #expect(lines.filter { $0 != "" } == whole.filter { $0 != "" }, "\(page.place) in \(columns)x\(rows)")
          #expect(parts.allSatisfy { $0.lines(style, isOnScreen: true).count <= rows })
        }
      }
    }
  }
}
