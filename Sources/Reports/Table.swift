/// A table of short texts: in columns on a terminal, or as Markdown.
package struct Table {
  package struct Column {
    package var title: String
    /// Figures stand at the right, all else at the left.
    package var isFigure = true
    /// The higher, the sooner the column is left out on a narrow terminal; 0 stays.
    var priority = 0
    /// Names are cut on a narrow terminal, before any column is left out, and no shorter than this.
    var leastWidth: Int?
  }

  package struct Cell: ExpressibleByStringInterpolation {
    package var text: String
    var role: Style.Role?

    init(_ text: String, as role: Style.Role? = nil) {
      self.text = text
      self.role = role
    }

    package init(stringLiteral text: String) { self.init(text) }
  }

  package var columns: [Column]
  /// As many cells each as there are columns.
  package var rows: [[Cell]]

  /// The header and the rows, two spaces between columns, without columns that are empty or find no room.
  func lines(_ style: Style) -> [String] {
    let natural = columns.indices.map { index in
      rows.reduce(columns[index].title.count) { max($0, $1[index].text.count) }
    }
    var widths = zip(natural, columns).map { width, column in min(width, column.leastWidth ?? width) }
    var shown = filled
    func room() -> Int { style.width - shown.reduce(-2) { $0 + widths[$1] + 2 } }
    while room() < 0, let last = shown.max(by: { columns[$0].priority < columns[$1].priority }),
      columns[last].priority > 0
    {
      shown.removeAll { $0 == last }
    }
    // Names get what room is left.
    for index in shown { widths[index] += max(0, min(natural[index] - widths[index], room())) }
    func line(_ cells: [Cell]) -> String {
      var line = ""
      for (place, index) in shown.enumerated() {
        let text = cells[index].text.cut(to: widths[index])
        let space = String(repeating: " ", count: widths[index] - text.count)
        let styled = cells[index].role.map { style.styled(text, as: $0) } ?? text
        // Nothing stands behind the last column.
        let behind = place == shown.count - 1 ? "" : space
        line += (place > 0 ? "  " : "") + (columns[index].isFigure ? space + styled : styled + behind)
      }
      return line.trimmingSuffix { $0 == " " }
    }
    return [line(columns.map { Cell($0.title, as: .quiet) })] + rows.map(line)
  }

  /// The table as CommonMark has it, in which no text means anything; without columns that are empty.
  func markdown() -> [String] {
    func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
    func cell(_ text: String) -> String { text.isEmpty ? "" : safe(text) }
    let shown = filled
    let rule = "|" + shown.map { columns[$0].isFigure ? "---:|" : "---|" }.joined()
    return [line(shown.map { cell(columns[$0].title) }), rule]
      + rows.map { row in line(shown.map { cell(row[$0].text) }) }
  }

  /// The columns that have something in them.
  package var filled: [Int] { columns.indices.filter { index in rows.contains { !$0[index].text.isEmpty } } }
}

extension String {
  /// At most `length` characters that can be shown, the last of them `…` where there were more.
  package func cut(to length: Int) -> String {
    // Texts come from files of other people, and may be as long as those like.
    let start = String(prefix(4 * length).printable)
    return start.count > length ? start.prefix(length - 1) + "…" : start
  }

  /// Without what follows the last character that is not `isLoose`.
  func trimmingSuffix(_ isLoose: (Character) -> Bool) -> String {
    lastIndex { !isLoose($0) }.map { String(self[...$0]) } ?? ""
  }
}
