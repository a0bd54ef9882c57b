package import Reports
package import Scenarios

/// The walkthrough of a scenario, then its knowledge checks and their score, and where its reader is.
package struct Study {
  private let heading: String
  private let pages: [Page]
  private var round: KnowledgeRound
  /// The page that is read: of the walkthrough, then a check each, at last the score.
  private var index = 0
  /// Characters of that page that stand before the part that is read, so that it stays in view in any size.
  private var lengthBefore = 0
  /// Whether the reader is through, or wants to stop.
  private(set) var isDone = false

  /// A study of `scenario` at `level` (`nil`: told at SDE 2, with all levels), for the `other` principle if there is one.
  package init(of scenario: Scenario, at level: Level?, for other: OtherPrinciple?, onlyChecks: Bool = false) {
    let words = "\(scenario.title) · \(scenario.principle) · \((level ?? .sde2).title)"
    heading = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    pages = onlyChecks ? [] : scenario.studyPages(at: level, for: other)
    round = KnowledgeRound(of: scenario)
  }

  /// All of it at once, the answers to the checks last.
  package func text(style: Style) -> String {
    let pages = [Page(place: "", paragraphs: [.heading(heading)])] + self.pages + round.printedPages
    return pages.map { $0.lines(style).map { $0 + "\n" }.joined() }.joined(separator: "\n")
  }

  /// How the checks went, to be read after the screen is gone; `nil` where none was answered.
  package func score(style: Style) -> String? {
    round.isBegun ? round.scorePage.lines(style).map { $0 + "\n" }.joined() : nil
  }

  /// What a screen of `layout` shows.
  func screen(_ layout: ScreenLayout) -> [String] {
    let parts = parts(on: layout)
    let part = parts[part(of: parts)]
    return layout.lines(heading: heading, page: part, status: nil, notice: nil, keys: keys)
  }

  /// Does what `key` means on a screen of `layout`.
  mutating func press(_ key: Key, on layout: ScreenLayout) {
    switch key {
    case .next: goOn(layout)
    case .back: goBack(layout)
    case .number(let number): answer(number)
    case .quit: isDone = true
    default: break
    }
  }

  // MARK: - Pages and their parts

  private var isAtScore: Bool { index == pages.count + round.checks.count }

  /// The check that is asked on this page.
  private var check: Int? { index < pages.count || isAtScore ? nil : index - pages.count }

  private var page: Page {
    if let check { return round.page(of: check) }
    if isAtScore { return round.scorePage }
    var page = pages[index]
    page.place += ", page \(index + 1) of \(pages.count)"
    return page
  }

  private var keys: String {
    if isAtScore { return "Enter done · b back" }
    return check.map { round.answers[$0] == nil } == true
      ? "1–4 answer · Enter on · b back · q stop" : "Enter next · b back · q stop"
  }

  private func parts(on layout: ScreenLayout) -> [Page] {
    page.parts(layout.style, rows: layout.rowsToRead(above: keys))
  }

  /// The index of the part that holds the place where the reader is.
  private func part(of parts: [Page]) -> Int {
    let starts = parts.indices.map { parts[..<$0].reduce(0) { $0 + $1.length } }
    return starts.lastIndex { $0 <= lengthBefore } ?? 0
  }

  private mutating func turn(toPart part: Int, of parts: [Page]) {
    lengthBefore = parts[..<part].reduce(0) { $0 + $1.length }
  }

  private mutating func goOn(_ layout: ScreenLayout) {
    let parts = parts(on: layout)
    let part = part(of: parts)
    if part + 1 < parts.count {
      turn(toPart: part + 1, of: parts)
    } else if isAtScore {
      isDone = true
    } else {
      (index, lengthBefore) = (index + 1, 0)
    }
  }

  private mutating func goBack(_ layout: ScreenLayout) {
    let parts = parts(on: layout)
    let part = part(of: parts)
    if part > 0 {
      turn(toPart: part - 1, of: parts)
    } else if index > 0 {
      index -= 1
      let earlier = self.parts(on: layout)
      turn(toPart: earlier.count - 1, of: earlier)
    }
  }

  private mutating func answer(_ number: Int) {
    guard let check, round.answer(check, with: number - 1) else { return }
    // The verdict is seen at once, also where the page does not fit on the screen.
    lengthBefore = Page(place: "", paragraphs: round.question(check)).length
  }
}
