/// A text on one line in which no sign of Markdown or HTML means anything, nor one that steers a terminal; `–` for none.
func safe(_ text: String) -> String {
  let signs: Set<Character> = ["\\", "`", "*", "_", "[", "]", "<", ">", "#", "|", "~", "&", "!", "$"]
  let line = text.split(whereSeparator: \.isWhitespace).map(\.printable).filter { !$0.isEmpty }.joined(separator: " ")
  guard !line.isEmpty else { return "–" }
  let escaped = line.reduce(into: "") { safe, sign in
    // A sign with a mark upon it is another character than the sign.
    if let first = sign.unicodeScalars.first, signs.contains(Character(first)) { safe.append("\\") }
    safe.append(sign)
  }
  return withoutListSign(escaped)
}

/// `line` with a backslash in what would begin an item of a list or underline a heading.
private func withoutListSign(_ line: String) -> String {
  if let first = line.first, "-+=".contains(first) { return "\\" + line }
  let digits = line.prefix { $0.isASCII && $0.isNumber }
  let rest = line[digits.endIndex...]
  guard !digits.isEmpty, let sign = rest.first, sign == "." || sign == ")" else { return line }
  // CommonMark, "List items": a space follows the sign, or nothing.
  return rest.dropFirst().first.map { $0 == " " } ?? true ? digits + "\\" + rest : line
}
