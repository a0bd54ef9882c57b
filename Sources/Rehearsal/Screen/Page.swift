import Reports

/// What stands still while the candidate reads or speaks: where they are, and what is asked of them.
struct Page: Sendable, Equatable {
  /// A piece of text in one look.
  struct Paragraph: Sendable, Equatable {
    var text: String
    var role: Style.Role?
    /// Columns before each line.
    var indent = 0
    /// What stands in the last of these columns on the first line, such as a bullet.
    var mark = ""

    /// An empty line.
    static let space = Paragraph(text: "")

    /// The text broken into lines within the style's width; on a screen, which ends at its edge, in long words too.
    func lines(_ style: Style, isOnScreen: Bool) -> [String] {
      guard self != .space else { return [""] }
      var lines = style.wrapped(text, indent: indent, breakingWords: isOnScreen)
      if let first = lines.first {
        lines[0] = String(repeating: " ", count: max(0, indent - mark.count)) + mark + first.dropFirst(indent)
      }
      return lines
    }
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
  func lines(_ style: Style, limit: Int = .max, isOnScreen: Bool = false) -> [String] {
    var lines = paragraphs.flatMap { paragraph in
      paragraph.lines(style, isOnScreen: isOnScreen).map { (text: $0, role: paragraph.role) }
    }
    if lines.count > limit {
      lines.removeLast(lines.count - max(1, limit))
      let last = lines.count - 1
      lines[last].text = String(lines[last].text.prefix(style.width - 2)) + " …"
    }
    return lines.map { line in line.role.map { style.styled(line.text, as: $0) } ?? line.text }
  }
}
