/// A column of a table: a figure of each row.
package struct Column<Row>: Sendable {
  package var title: String
  var width: Int
  /// The lower, the later it is left out on a narrow terminal.
  var priority: Int
  package var figure: @Sendable (Row) -> String?

  /// Columns of the rows' names.
  static var nameWidth: Int { 12 }

  /// Those of `columns` that fit on a terminal of `width` columns, in order.
  static func fitting(_ width: Int, of columns: [Column]) -> [Column] {
    var columns = columns
    while nameWidth + columns.reduce(0, { $0 + $1.width }) > width {
      let lowest = columns.indices.max { columns[$0].priority < columns[$1].priority }
      guard let lowest else { break }
      columns.remove(at: lowest)
    }
    return columns
  }

  /// The table's first line.
  static func header(_ columns: [Column]) -> String {
    "".padded(to: nameWidth) + columns.map { $0.title.aligned(to: $0.width) }.joined()
  }

  /// The line of one row; `–` where a figure is not known.
  static func line(_ columns: [Column], name: String, row: Row) -> String {
    name.padded(to: nameWidth) + columns.map { ($0.figure(row) ?? "–").aligned(to: $0.width) }.joined()
  }
}
