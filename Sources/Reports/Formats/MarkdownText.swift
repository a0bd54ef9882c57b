/// A text in which no sign of Markdown or HTML means anything, on one line, and nothing steers a terminal.
func safe(_ text: String) -> String {
  let signs: Set<Character> = ["\\", "`", "*", "_", "[", "]", "<", ">", "#", "|", "~", "&", "!"]
  return text.split(whereSeparator: \.isNewline).map(\.printable).joined(separator: " ")
    .reduce(into: "") { safe, sign in
      // A sign with a mark upon it is another character than the sign.
      if let first = sign.unicodeScalars.first, signs.contains(Character(first)) { safe.append("\\") }
      safe.append(sign)
    }
}
