import Reports

extension Page {
  /// The page in as many parts as it takes for each to have at most `rows` lines on a screen; nothing is cut off.
  ///
  /// Where a part has room for it, what stands between two empty lines stays together, else each paragraph of it; and a
  /// heading stays with what follows.
  func parts(_ style: Style, rows: Int) -> [Page] {
    var split = SplitPage(rows: rows)
    for block in paragraphs.split(separator: .space) {
      let paragraphs = block.map { $0.split(style) }
      split.begin(blockOf: paragraphs.reduce(0) { $0 + $1.count })
      for lines in paragraphs { split.add(lines) }
    }
    return split.parts.enumerated().map { index, paragraphs in
      let number = split.parts.count == 1 ? "" : " (\(index + 1) of \(split.parts.count))"
      return Page(place: place + number, paragraphs: paragraphs)
    }
  }

  /// The characters to be read, without white space: how they are broken into lines does not change their number.
  var length: Int {
    paragraphs.reduce(0) { $0 + $1.text.count { !$0.isWhitespace } }
  }
}

extension Page.Paragraph {
  /// Each of the lines as a paragraph of its own.
  fileprivate func split(_ style: Style) -> [Page.Paragraph] {
    style.wrapped(text, indent: indent, breakingWords: true).enumerated().map { index, line in
      Page.Paragraph(text: String(line.dropFirst(indent)), role: role, indent: indent, mark: index == 0 ? mark : "")
    }
  }
}

/// The parts of a page as they are filled, line by line.
private struct SplitPage {
  let rows: Int
  private(set) var parts: [[Page.Paragraph]] = [[]]

  init(rows: Int) { self.rows = rows }

  private var current: [Page.Paragraph] {
    get { parts[parts.count - 1] }
    set { parts[parts.count - 1] = newValue }
  }

  private var roomLeft: Int { rows - current.count }

  /// Makes room for a block of `height` lines, behind an empty line or in a new part.
  mutating func begin(blockOf height: Int) {
    guard !current.isEmpty else { return }
    // A block that fits in no part may as well begin here, if there is room for more than one line of it.
    if roomLeft > (height <= rows ? height : 2) { current.append(.space) } else { parts.append([]) }
  }

  /// Adds the `lines` of a paragraph, in a new part if they fit there and not here.
  mutating func add(_ lines: [Page.Paragraph]) {
    if lines.count > roomLeft, lines.count <= rows { turn() }
    for line in lines {
      if roomLeft == 0 { turn() }
      current.append(line)
    }
  }

  /// Begins a new part with the headings at the end of this one, unless there is nothing else.
  private mutating func turn() {
    var headings: [Page.Paragraph] = []
    if let last = current.lastIndex(where: { $0.role != .heading }) {
      headings = Array(current[(last + 1)...])
      current.removeLast(headings.count + (current[last] == .space ? 1 : 0))
    }
    parts.append(headings)
  }
}
