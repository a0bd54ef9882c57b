/// A phrase to look for, in a notation that a person can read and extend.
///
/// Words stand in order and match in every inflection. `a|b` is one of several, `a?` may be left out, `=a` is matched to
/// the letter, `<name>` is a list of the lexicon, `#` a number, `$` a sum of money, `%` a percentage. Small words and
/// fillers may stand between any two; `~` lets up to four others stand there, none of which denies or is a new
/// subject.
struct Phrase {
  private var elements: [Element] = []

  struct Element {
    /// Stems, or whole words where `isExact`.
    var words: Set<String> = []
    var isExact = false
    var isOptional = false
    /// Whether a number will do, and of which unit; `none` for any.
    var number: Number.Unit?
    /// Whether a number that tells a span of time will do as well.
    var takesSpans = false
    /// How many words may stand before it beside small ones.
    var gap = 0

    func matches(_ token: Token) -> Bool {
      if let found = token.number {
        if found.isSpan, !takesSpans { return false }
        switch number {
        case nil: return false
        case .some(.none): return true
        case let unit?: return found.unit == unit
        }
      }
      return words.contains(isExact ? token.text : token.stem)
    }
  }

  /// The phrase as `notation` says it; what a list names twice counts once.
  init(_ notation: String) {
    var gap = 0
    for part in notation.split(separator: " ") {
      if part == "~" {
        gap = 4
        continue
      }
      var element = Element(gap: gap)
      gap = 0
      var body = part
      if body.last == "?" {
        element.isOptional = true
        body = body.dropLast()
      }
      for word in body.split(separator: "|") {
        switch word.first {
        case "#": element.number = Number.Unit.none
        case "$": element.number = .money
        case "%": element.number = .percent
        case "=":
          element.isExact = true
          element.words.insert(String(word.dropFirst()))
        case "<": element.words.formUnion(Lexicon.list(named: word.dropFirst().dropLast()).map(stem))
        default: element.words.insert(stem(of: String(word)))
        }
      }
      elements.append(element)
    }
  }

  /// A phrase of elements that are known already.
  init(elements: [Element]) { self.elements = elements }

  /// The words with which it can begin; empty where it begins with a number.
  var openings: Set<String> { Set(leading.flatMap(\.words)) }

  /// Whether it can begin with a number.
  var opensWithNumber: Bool { leading.contains { $0.number != nil } }

  /// The elements up to the first that may not be left out.
  private var leading: ArraySlice<Element> {
    elements[...(elements.firstIndex { !$0.isOptional } ?? elements.startIndex)]
  }

  /// The tokens that it matches from `start` on, inside `sentence`.
  func match(_ tokens: [Token], at start: Int, in sentence: Range<Int>) -> Range<Int>? {
    match(from: 0, tokens, at: start, last: nil, in: sentence).map { start..<($0 + 1) }
  }

  /// The last token of a match of the elements from `index` on, from token `position` on.
  private func match(
    from index: Int, _ tokens: [Token], at position: Int, last: Int?, in sentence: Range<Int>
  ) -> Int? {
    guard index < elements.count else { return last }
    let element = elements[index]
    var (candidate, others) = (position, 0)
    while candidate < sentence.upperBound {
      if element.matches(tokens[candidate]),
        let end = match(from: index + 1, tokens, at: candidate + 1, last: candidate, in: sentence)
      {
        return end
      }
      // A phrase begins where it begins: nothing is passed over before its first word.
      guard last != nil else { break }
      let token = tokens[candidate]
      if !Lexicon.small.contains(token.text) {
        others += 1
        guard others <= element.gap, !Lexicon.denying.contains(token.text), !Lexicon.persons.contains(token.text)
        else { break }
      }
      candidate += 1
    }
    return element.isOptional ? match(from: index + 1, tokens, at: position, last: last, in: sentence) : nil
  }
}

/// Phrases that mean the same, by their first words, so that most tokens cost one look.
struct PhraseSet {
  private var byOpening: [String: [Phrase]] = [:]
  private var openedByNumber: [Phrase] = []

  init(_ phrases: [Phrase]) {
    for phrase in phrases {
      for opening in phrase.openings { byOpening[opening, default: []].append(phrase) }
      if phrase.opensWithNumber { openedByNumber.append(phrase) }
    }
  }

  /// The phrases of a text, one a line.
  init(_ text: String) {
    self.init(text.split(separator: "\n").map { Phrase(String($0)) })
  }

  /// Every place where one of the phrases stands, in order, at most one from each token on.
  func matches(in utterance: Utterance) -> [Range<Int>] {
    utterance.sentences.flatMap { matches(in: utterance, sentence: $0) }
  }

  /// Every place in one sentence.
  func matches(in utterance: Utterance, sentence: Range<Int>) -> [Range<Int>] {
    sentence.compactMap { start in
      let token = utterance.tokens[start]
      func first(_ phrases: [Phrase]?) -> Range<Int>? {
        for phrase in phrases ?? [] {
          if let match = phrase.match(utterance.tokens, at: start, in: sentence) { return match }
        }
        return nil
      }
      if token.number != nil { return first(openedByNumber) }
      return first(byOpening[token.stem]) ?? (token.stem == token.text ? nil : first(byOpening[token.text]))
    }
  }
}
