import Interview
package import Reports

/// A table of figures: a row's name, then a figure for each column.
package struct PageTable: Sendable {
  let caption: String
  let columns: [String]
  let rows: [Row]

  struct Row: Sendable {
    let name: String
    let figures: [String]
  }

  /// A table as given; each row has a figure for each column.
  init(_ caption: String, columns: [String], rows: [Row]) {
    self.caption = caption
    self.columns = columns
    self.rows = rows
  }

  /// The figures that `columns` find in `rows`; `–` where one is not known.
  package init<Value>(_ caption: String, _ columns: [Column<Value>], rows: [(name: String, value: Value)]) {
    self.caption = caption
    self.columns = columns.map(\.title)
    self.rows = rows.map { row in
      Row(
        name: row.name,
        figures: columns.map { column in
          // Spaces at the end align a column of a terminal.
          column.figure(row.value).map { String($0.reversed().drop { $0 == " " }.reversed()) } ?? "–"
        })
    }
  }
}
