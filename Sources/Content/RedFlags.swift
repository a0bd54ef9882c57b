internal import Scenarios

/// The phrases that give the scenario's weak answer away, without the entries that name an absence.
struct RedFlags {
  private let phrases: [Phrase]

  init(_ flags: [RedFlag]) {
    phrases = flags.flatMap { Self.phrases(of: $0.flag) }.compactMap(Self.phrase)
  }

  /// Where each of them is said and meant, in the order of the answer; with `inAnyWords` also what says the same in
  /// words that the scenario does not name.
  func matches(in utterance: Utterance, inAnyWords: Bool) -> [Range<Int>] {
    var matches = phrases.compactMap { phrase in
      utterance.sentences.lazy.flatMap { sentence in
        sentence.lazy.compactMap { phrase.match(utterance.tokens, at: $0, in: sentence) }
      }
      .first { utterance.isClaimed($0) }
    }
    for match in inAnyWords ? Self.ofAnyStory.matches(in: utterance) : [] where utterance.isClaimed(match) {
      if !matches.contains(where: { $0.overlaps(match) }) { matches.append(match) }
    }
    return matches.map(utterance.withObject).sorted { $0.lowerBound < $1.lowerBound }
  }

  /// What hands the work over, and a mood for an outcome, in words that need no scenario; our own choice.
  private static let ofAnyStory = PhraseSet(
    """
    =they take it|over|this from there|here
    =they deal with it|that|this|everything
    =they take care of
    =they fix|solve|sort|resolve|handle it|that|this|everything
    out of =my|=our hands
    pass|forward|hand it|this|that on|along|off to
    leave it|that|this with =them
    wait ~ for =them|=their ~ to|reply|response|answer
    in|into their court|hands
    everyone|everybody so|pretty? happy|pleased|satisfied|delighted|thrilled
    """)

  /// What of a flag is said: what stands in double quotes, or all of it where nothing does and it names no absence.
  private static func phrases(of flag: String) -> [String] {
    let parts = flag.split(omittingEmptySubsequences: false) { "\"“”".contains($0) }
    if parts.count > 2 { return stride(from: 1, to: parts.count, by: 2).map { String(parts[$0]) } }
    let first = Utterance(words: flag).tokens.first?.text ?? ""
    return Lexicon.absences.contains(first) ? [] : [flag]
  }

  /// A flag as a phrase: articles and objects may be left out or be others, the verb and its subject may not.
  private static func phrase(_ flag: String) -> Phrase? {
    let tokens = Utterance(words: flag).tokens
    let needed = tokens.indices.filter { !Lexicon.flagOptional.contains(tokens[$0].text) || $0 == 0 }
    guard needed.count > 1 else { return nil }
    return Phrase(
      elements: needed.enumerated().map { position, index in
        Phrase.Element(
          words: tokens[index].number == nil ? [tokens[index].stem] : [],
          number: tokens[index].number.map { _ in .none }, gap: position == 0 ? 0 : 2)
      })
  }
}

extension Utterance {
  /// `match` with the pronoun right behind it, so that a quote of "they looked into it" is whole.
  fileprivate func withObject(_ match: Range<Int>) -> Range<Int> {
    let next = match.upperBound
    guard next < tokens.count, !tokens[next].followsMark, ["it", "this", "that", "them"].contains(tokens[next].text),
      sentence(around: match.lowerBound).contains(next)
    else { return match }
    return match.lowerBound..<(next + 1)
  }
}
