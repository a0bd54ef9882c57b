/// One cell of a table of values.
enum CSVCell {
  case text(String?)
  case number(Double?)
  case count(Int?)

  /// As it stands in the file: RFC 4180, figures with a point, empty where nothing is known.
  var written: String {
    switch self {
    case .text(let text): text.map(Self.quoted) ?? ""
    case .number(let value): value.map { $0 < 0 ? "-" + milliseconds(-$0) : milliseconds($0) } ?? ""
    case .count(let count): count.map(String.init) ?? ""
    }
  }

  private static func quoted(_ text: String) -> String {
    // Tabs and line breaks stay, as they may; what steers a terminal or turns a line's direction goes.
    var shown = String.UnicodeScalarView()
    shown.append(
      contentsOf: text.unicodeScalars.filter { "\t\r\n".unicodeScalars.contains($0) || !String($0).printable.isEmpty })
    let start = shown.first { $0 != " " }
    let isFormula = start.map { Self.formulaSigns.contains($0) } ?? false
    let harmless = (isFormula ? "'" : "") + String(shown)
    let needsQuotes = harmless.unicodeScalars.contains { ",\"\r\n".unicodeScalars.contains($0) }
    return needsQuotes ? "\"" + harmless.replacing("\"", with: "\"\"") + "\"" : harmless
  }

  /// OWASP, "CSV Injection": these begin a formula, those of full width too.
  private static let formulaSigns: Set<Unicode.Scalar> = ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"]
}

/// A file of rows below a row of names.
func csvTable(_ names: [String], _ rows: [[CSVCell]]) -> String {
  ([names] + rows.map { $0.map(\.written) }).map { $0.joined(separator: ",") + "\r\n" }.joined()
}
