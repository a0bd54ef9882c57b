/// A phrase of a scenario, looked for with the tolerance of a listener.
///
/// Inflection, contractions, small words between and the way of saying a number make no difference. "I traced" is also
/// found in "I pulled the logs and traced …"; a phrase with a number or of three words or more also with its words in
/// another order, close together in one sentence.
struct CuePhrase {
  private let tokens: [Token]
  private let phrase: Phrase
  private let withoutSubject: Phrase?
  /// The phrase with its object first: "my pattern was adopted" for "adopted my pattern".
  private let passive: Phrase?
  /// The stems and numbers that all have to be there, in any order; empty where order counts.
  private let parts: [Token]

  init(_ text: String) {
    let tokens = Utterance(words: text).tokens
    self.tokens = tokens
    let elements = tokens.map(Phrase.Element.init(cue:))
    phrase = Phrase(elements: elements)
    withoutSubject = tokens.first?.text == "i" && tokens.count > 1 ? Phrase(elements: Array(elements.dropFirst())) : nil
    let opensWithVerb = tokens.count > 1 && tokens[0].text.hasSuffix("ed") && tokens[1].text == "my"
    passive = opensWithVerb ? Phrase(elements: Array(elements.dropFirst() + elements.prefix(1))) : nil
    let content = tokens.filter { !Lexicon.small.contains($0.text) && !Lexicon.light.contains($0.text) }
    let isLoose = tokens.first?.text != "i" && content.count >= 3 || content.contains { $0.number != nil }
    parts = isLoose && content.count > 1 ? content.uniqued : []
  }

  /// Where it is first said, and meant.
  func match(in utterance: Utterance) -> Range<Int>? {
    for sentence in utterance.sentences {
      for start in sentence {
        if let found = match(in: utterance, at: start, sentence: sentence), isMeant(found, in: utterance) {
          return found
        }
      }
      if let found = scattered(in: utterance, sentence: sentence), isMeant(found, in: utterance) { return found }
    }
    return nil
  }

  private func match(in utterance: Utterance, at start: Int, sentence: Range<Int>) -> Range<Int>? {
    if let found = phrase.match(utterance.tokens, at: start, in: sentence), agrees(found, in: utterance) {
      return found
    }
    if let found = passive?.match(utterance.tokens, at: start, in: sentence) { return found }
    guard let withoutSubject, utterance.continuesWithI(at: start, in: sentence) else { return nil }
    return withoutSubject.match(utterance.tokens, at: start, in: sentence)
  }

  /// Whether the numbers of the match are those of the phrase.
  private func agrees(_ match: Range<Int>, in utterance: Utterance) -> Bool {
    let wanted = tokens.compactMap(\.number)
    let said = match.compactMap { utterance.tokens[$0].number }
    return wanted.allSatisfy { number in said.contains { $0.agrees(with: number) } }
  }

  /// The shortest stretch of the sentence that holds all parts, if it is hardly longer than the phrase.
  private func scattered(in utterance: Utterance, sentence: Range<Int>) -> Range<Int>? {
    guard !parts.isEmpty else { return nil }
    let most = tokens.count + 6
    return sentence.lazy.compactMap { start -> Range<Int>? in
      guard parts.contains(where: { $0.isSaid(by: utterance.tokens[start]) }) else { return nil }
      var missing = parts
      for index in start..<min(sentence.upperBound, start + most) {
        missing.removeAll { $0.isSaid(by: utterance.tokens[index]) }
        if missing.isEmpty { return start..<(index + 1) }
      }
      return nil
    }.first
  }

  private func isMeant(_ match: Range<Int>, in utterance: Utterance) -> Bool {
    if Lexicon.subjects.contains(utterance.tokens[match.lowerBound].text) { return utterance.isClaimed(match) }
    // "Without a shared target" says what the cue says: only what stands right before it can deny a cue.
    return !match.contains { utterance.tokens[$0].isQuoted } && !utterance.isDeniedDirectly(match)
  }
}

extension Phrase.Element {
  /// An element of a cue: small words may be left out, "no" may be "not a", a number has any form.
  fileprivate init(cue token: Token) {
    if token.number != nil {
      self.init(number: Number.Unit.none, takesSpans: true)
    } else {
      self.init(
        words: token.text == "no" ? ["no", "not"] : [token.stem],
        isOptional: Lexicon.small.contains(token.text) && !Lexicon.kept.contains(token.text),
        gap: token.text.hasSuffix("ly") ? 4 : 0)
    }
  }
}

extension Token {
  /// Whether `other`, which was said, is this word of a cue.
  fileprivate func isSaid(by other: Token) -> Bool {
    if let number { return other.number?.agrees(with: number) ?? false }
    return stem == other.stem
  }
}

extension [Token] {
  /// Without repetitions: "drop rate dropped" asks for "drop" once.
  fileprivate var uniqued: [Token] {
    reduce(into: []) { kept, token in
      if !kept.contains(where: { $0.stem == token.stem && $0.number == token.number }) { kept.append(token) }
    }
  }
}
