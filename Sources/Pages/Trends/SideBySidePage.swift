package import Reports

/// Two sessions side by side as one HTML file.
package struct SideBySidePage: Sendable {
  let pageTitle: String
  let policy = ContentSecurityPolicy(sound: .none).value
  let heading: String
  let table: PageTable
  let note: String

  /// The page of `report`.
  package init(of report: SideBySideReport) {
    pageTitle = "StarPace · \(report.title)"
    heading = report.title
    table = PageTable("The two sessions in figures", report.table)
    note = report.note
  }

  /// The page's text.
  package var html: String { PageTemplates.render("side-by-side", self) }
}
