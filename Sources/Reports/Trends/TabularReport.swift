/// A report that consists of tables, in the forms that these have.
package protocol TabularReport: Renderable {
  /// A line of JSON for each row.
  func jsonLines() throws -> String
  func markdown() -> String
  /// A row of values each, below a row of names.
  func csv() -> String
}

extension TabularReport {
  package func rendered(as format: ReportFormat, style: Style) throws -> String {
    switch format {
    case .text: text(style: style)
    case .json: try json() + "\n"
    case .jsonl: try jsonLines()
    case .markdown: markdown()
    case .csv: csv()
    // A page is made by its own type, where the pages are.
    case .html, .textgrid, .rttm, .audacity, .webvtt:
      throw NoSuchForm(format, forms: [.text, .html, .json, .jsonl, .markdown, .csv])
    }
  }
}
