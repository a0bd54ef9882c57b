extension String {
  /// Without white space and line ends at both ends.
  var trimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }

  /// With its first letter as a capital, as a sentence begins.
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }

  /// At most 40 characters on one line, for a message that quotes a file.
  var shortened: String {
    let line = String(
      map {
        $0.isNewline || $0.unicodeScalars.contains { $0.properties.generalCategory == .control } ? " " : $0
      })
    return line.count <= 40 ? line : line.prefix(39) + "…"
  }
}
