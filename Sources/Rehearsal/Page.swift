import Reports

/// What stands still while the candidate reads or speaks: where they are, and what is asked of them.
struct Page: Sendable, Equatable {
  /// A piece of text in one look.
  struct Paragraph: Sendable, Equatable {
    var text: String
    var role: Style.Role?
    /// Columns before each line.
    var indent = 0

    /// An empty line.
    static let space = Paragraph(text: "")
  }

  /// Where the candidate is, such as "Action, 3 of 5".
  var place: String
  /// The question, on screens that show one page at a time.
  var question: String?
  /// The first names the step or the question; the most important come first.
  var paragraphs: [Paragraph]

  /// The question and the paragraphs, as a screen shows them.
  var whole: Page {
    var page = self
    if let question { page.paragraphs.insert(contentsOf: [Paragraph(text: "“\(question)”"), .space], at: 0) }
    return page
  }

  /// The paragraphs as lines within the style's width, at most `limit` of them; what is cut off ends in "…".
  ///
  /// On a screen, which ends at its edge, long words are broken.
  func lines(_ style: Style, limit: Int = .max, isOnScreen: Bool = false) -> [String] {
    var lines = paragraphs.flatMap { paragraph in
      let lines =
        paragraph == .space ? [""] : style.wrapped(paragraph.text, indent: paragraph.indent, breakingWords: isOnScreen)
      return lines.map { (text: $0, role: paragraph.role) }
    }
    if lines.count > limit {
      lines.removeLast(lines.count - max(1, limit))
      let last = lines.count - 1
      lines[last].text = String(lines[last].text.prefix(style.width - 2)) + " …"
    }
    return lines.map { line in line.role.map { style.styled(line.text, as: $0) } ?? line.text }
  }
}
