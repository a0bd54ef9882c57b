import Interview
package import Reports

/// A table: a row's name, which may lead to another page, then a cell for each column.
package struct PageTable: Sendable {
  let caption: String
  let columns: [Column]
  let rows: [Row]

  struct Column: Sendable {
    let title: String
    /// Whether it holds words rather than figures.
    let isText: Bool
  }

  struct Row: Sendable {
    let name: String
    let reference: String?
    let cells: [Cell]
  }

  struct Cell: Sendable {
    let words: String
    let isText: Bool
    /// In the place of `words`.
    let verdict: VerdictView?

    /// A cell of words or of a figure.
    init(_ words: String, isText: Bool = false) {
      self.words = words
      self.isText = isText
      verdict = nil
    }

    /// A cell of a verdict.
    init(_ verdict: Verdict) {
      words = ""
      isText = true
      self.verdict = VerdictView(verdict.words, role: verdict.role)
    }
  }

  /// A table as given; each row has a cell for each column.
  init(_ caption: String, columns: [Column], rows: [Row]) {
    self.caption = caption
    self.columns = columns
    self.rows = rows
  }

  /// A table of figures as given; each row has one for each column.
  init(_ caption: String, columns: [String], rows: [(name: String, figures: [String])]) {
    self.init(
      caption, columns: columns.map { Column(title: $0, isText: false) },
      rows: rows.map { row in Row(name: row.name, reference: nil, cells: row.figures.map { Cell($0) }) })
  }

  /// The figures that `columns` find in `rows`; `–` where one is not known.
  package init<Value>(_ caption: String, _ columns: [Reports.Column<Value>], rows: [(name: String, value: Value)]) {
    self.init(
      caption, columns: columns.map(\.title),
      rows: rows.map { row in
        let figures = columns.map { column in
          // Spaces at the end align a column of a terminal.
          column.figure(row.value).map { String($0.reversed().drop { $0 == " " }.reversed()) } ?? "–"
        }
        return (row.name, figures)
      })
  }

  /// A table of a text report, without columns that are empty; its first column names the rows, which lead to
  /// `references`, one for each.
  ///
  /// A row without a name tells more of the one before it.
  init(_ caption: String, _ table: Table, references: [String?]? = nil) {
    let shown = table.filled.filter { $0 > 0 }
    var rows: [Row] = []
    for (index, row) in table.rows.enumerated() {
      let cells = shown.map { Cell(row[$0].text, isText: !table.columns[$0].isFigure) }
      if row[0].text.isEmpty, let last = rows.popLast() {
        let joined = zip(last.cells, cells).map { first, more in
          Cell([first.words, more.words].filter { !$0.isEmpty }.joined(separator: ", "), isText: first.isText)
        }
        rows.append(Row(name: last.name, reference: last.reference, cells: joined))
      } else {
        rows.append(Row(name: row[0].text, reference: references?[index], cells: cells))
      }
    }
    self.init(
      caption, columns: shown.map { Column(title: table.columns[$0].title, isText: !table.columns[$0].isFigure) },
      rows: rows)
  }
}
