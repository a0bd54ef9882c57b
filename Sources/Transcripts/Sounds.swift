/// Which of the pieces of one utterance stand for sounds and remarks, not for words that were said.
///
/// These are: all from `[` to `]`, a piece in angle brackets (`<unk>`), and an utterance that is one remark in round
/// brackets or asterisks. Round brackets beside other words stay, since a recogniser may write an aside with them. So
/// does a bracket of more than twelve pieces, or one that does not end: our own choice, see SoundsTests.
func sounds(in pieces: [String]) -> [Bool] {
  let longest = 12
  var isSound = Array(repeating: false, count: pieces.count)
  guard pieces.contains(where: { $0.utf8.first.map("[<(*".utf8.contains) ?? false }) else { return isSound }
  var index = 0
  while index < pieces.count {
    let piece = pieces[index]
    if piece.hasPrefix("["),
      let end = pieces[index..<min(index + longest, pieces.count)].firstIndex(where: {
        $0.utf8.contains(UInt8(ascii: "]"))
      })
    {
      for place in index...end { isSound[place] = true }
      index = end
    } else if piece.hasPrefix("<"), piece.hasSuffix(">") {
      isSound[index] = true
    }
    index += 1
  }
  let said = pieces.indices.filter { !isSound[$0] && (pieces[$0].isWord || pieces[$0].isBracket) }
  if (1...longest).contains(said.count), isRemark(said.map { pieces[$0] }.joined(separator: " ")) {
    for place in said { isSound[place] = true }
  }
  return isSound
}

/// Whether a text is one remark, such as `(upbeat music)` or `*coughs*.`
private func isRemark(_ text: String) -> Bool {
  let signs: Set<Character> = [".", ",", "!", "?", "…"]
  var inner = text[...]
  while let last = inner.last, signs.contains(last) { inner = inner.dropLast() }
  guard inner.count > 2, let open = inner.first, let close = inner.last else { return false }
  guard (open, close) == ("(", ")") || (open, close) == ("*", "*") else { return false }
  return !inner.dropFirst().dropLast().contains { $0 == open || $0 == close }
}

extension String {
  /// Whether it is a round bracket or an asterisk that stands alone.
  fileprivate var isBracket: Bool { self == "(" || self == ")" || self == "*" }
}
