/// Reads plain text: every line, but for those at the top that are `#` or begin with `# `.
///
/// These are remarks, such as StarPace writes above a transcript to be corrected (`Transcript.plainText`).
func plainText(_ text: [UInt8]) throws(Fault) -> FileContent {
  var content = FileContent(utterances: [])
  for line in spokenLines(of: text) {
    try checkCount(content.utterances.count + 1, of: "lines", line: line.number)
    content.utterances.append(Utterance(runs: [.init(text: Array(line.bytes))], place: "line \(line.number)"))
  }
  return content
}

/// The lines of a text that are neither blank nor remarks at the top.
func spokenLines(of text: [UInt8]) -> some Sequence<Lines.Element> {
  Lines(text).lazy
    .drop { $0.bytes.first == UInt8(ascii: "#") && $0.bytes.dropFirst().first?.isSpace ?? true }
    .filter { !$0.bytes.allSatisfy(\.isSpace) }
}
