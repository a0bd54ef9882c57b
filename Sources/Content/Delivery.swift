/// Fillers and hedges: words that carry nothing, and words that weaken what is said.
extension Utterance {
  /// Fillers, in order; "like", "you know" and "sort of" only where punctuation or their neighbours set them apart.
  var fillers: [Range<Int>] { found(["um", "uh", "er", "erm", "hmm", "basically", "you know", "sort of", "like"]) }

  /// Hedges, in order; "kind of" only where it is no kind of something.
  var hedges: [Range<Int>] {
    found(["i think", "i guess", "i suppose", "maybe", "perhaps", "probably", "possibly", "kind of"])
  }

  private func found(_ phrases: [String]) -> [Range<Int>] {
    let wanted = phrases.map { $0.split(separator: " ").map(String.init) }
    return tokens.indices.compactMap { start in
      guard !tokens[start].isQuoted else { return nil }
      return wanted.lazy.compactMap { words -> Range<Int>? in
        let range = start..<(start + words.count)
        guard range.upperBound <= tokens.count, zip(range, words).allSatisfy({ tokens[$0].text == $1 }),
          isLoose(range, text: words.joined(separator: " "))
        else { return nil }
        return range
      }.first
    }
  }

  /// Whether the words at `range` are a filler or a hedge there and not a part of the sentence.
  private func isLoose(_ range: Range<Int>, text: String) -> Bool {
    let before = range.lowerBound > 0 ? tokens[range.lowerBound - 1].text : ""
    let after = range.upperBound < tokens.count ? tokens[range.upperBound].text : ""
    let opens = tokens[range.lowerBound].followsMark
    let closes = range.upperBound == tokens.count || tokens[range.upperBound].followsMark
    let isBesideHesitation = Lexicon.hesitations.contains(before) || Lexicon.hesitations.contains(after)
    switch text {
    case "like": return opens && closes || isBesideHesitation
    case "you know":
      if ["do", "if", "let", "as", "would", "can", "that", "when", "what", "should", "did"].contains(before) {
        return false
      }
      return closes || isBesideHesitation || !opens && !Lexicon.afterKnow.contains(after)
    case "sort of", "kind of": return !Lexicon.beforeKind.contains(before)
    case "i think": return !["about", "of"].contains(after) && !["how", "what", "when", "before"].contains(before)
    default: return true
    }
  }
}
