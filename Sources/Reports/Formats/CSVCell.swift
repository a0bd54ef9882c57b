/// One cell of a table of values.
enum CSVCell {
  case text(String?)
  case number(Double?)
  case count(Int?)

  /// As it stands in the file.
  var written: String {
    switch self {
    case .text(let text): text.map(Self.quoted) ?? ""
    case .number(let value): value.map { ($0 < 0 ? "-" : "") + seconds(wholeMilliseconds(abs($0))) } ?? ""
    case .count(let count): count.map(String.init) ?? ""
    }
  }

  private static func quoted(_ text: String) -> String {
    // What cannot be seen goes first: behind it a formula might begin.
    var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false).map(\.printable).joined(separator: "\t")
    }
    if startsFormula(lines.joined(separator: "\n")) { lines[0] = "'" + lines[0] }
    let harmless = lines.joined(separator: "\n")
    guard harmless.contains(where: { ",;\"\t\n".contains($0) }) else { return harmless }
    return "\"" + harmless.replacing("\"", with: "\"\"") + "\""
  }

  /// Whether a spreadsheet may take `text` for a formula.
  ///
  /// Source: OWASP, "CSV Injection"; the wide signs count where Excel speaks Chinese, Japanese or Korean.
  private static func startsFormula(_ text: String) -> Bool {
    text.unicodeScalars.first { $0 != " " }.map { "=+-@\t\n＝＋－＠".unicodeScalars.contains($0) } ?? false
  }
}

/// A file of rows below a row of names: RFC 4180.
///
/// Where a text is not ASCII the file begins with a byte order mark, without which Excel takes UTF-8 for another encoding.
func csvTable(_ names: [String], _ rows: [[CSVCell]]) -> String {
  let text = ([names] + rows.map { $0.map(\.written) }).map { $0.joined(separator: ",") + "\r\n" }.joined()
  return (text.utf8.allSatisfy { $0 < 0x80 } ? "" : "\u{FEFF}") + text
}
