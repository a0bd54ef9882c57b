internal import Transcripts

/// The tokens of `words`: small letters, contractions written out, parts of hyphenated words one by one.
func writtenTokens(of words: [Transcript.Word]) -> [Token] {
  var tokens: [Token] = []
  var quotation = Quotation()
  var (sentence, followsMark, precedingIsName) = (0, true, false)
  for (index, word) in words.enumerated() {
    let written = Written(word.text)
    quotation.open(before: tokens.count, mark: written.opening)
    var opensWord = true
    for part in written.parts {
      for token in parts(of: part, word: index, isName: precedingIsName) {
        tokens.append(token)
        tokens[tokens.count - 1].sentence = sentence
        tokens[tokens.count - 1].followsMark = opensWord && (followsMark || written.opensWithMark)
        opensWord = false
      }
    }
    quotation.close(after: &tokens, marks: written.closing)
    let first = written.parts.first?.utf8
    precedingIsName = !followsMark && first.map { 65...90 ~= $0.first ?? 0 && !$0.elementsEqual("I".utf8) } ?? false
    followsMark = written.parts.isEmpty ? true : written.endsClause
    if written.endsSentence {
      sentence += 1
      followsMark = true
    }
  }
  return tokens
}

/// A word of a transcript, taken apart from its punctuation.
private struct Written {
  var opening: Character?
  var closing: Substring
  var parts: [String]
  var opensWithMark: Bool
  var endsSentence: Bool
  var endsClause: Bool

  init(_ text: String) {
    // Most words are letters and at most one mark; they need no look at each character.
    let letters = text.utf8.prefix { 97...122 ~= $0 || 65...90 ~= $0 }.count
    if letters > 0, letters + 1 >= text.utf8.count, let last = text.utf8.last, letters == text.utf8.count || last < 128,
      last != UInt8(ascii: "\""), last != UInt8(ascii: "'")
    {
      closing = text[text.utf8.index(text.startIndex, offsetBy: letters)...]
      (opening, opensWithMark, parts) = (nil, false, [String(text.dropLast(closing.count))])
      endsSentence = closing == "." || closing == "?" || closing == "!"
      endsClause = closing == "," || closing == ";" || closing == ":"
      return
    }
    var core = Substring(text.replacingApostrophes)
    let leading = core.prefix { !($0.isLetter || $0.isNumber || "$€£".contains($0)) }
    core = core.dropFirst(leading.count)
    // ".3%" begins with a point that belongs to it.
    if leading.last == ".", core.first?.isNumber == true { core = "." + core }
    let end = core.lastIndex { $0.isLetter || $0.isNumber || $0 == "%" }.map { core.index(after: $0) }
    closing = end.map { core[$0...] } ?? ""
    core = core[..<(end ?? core.startIndex)]
    opening = leading.last { "\"“'".contains($0) }
    opensWithMark = leading.contains { "(—–\"“".contains($0) }
    // A dash or a slash makes two words of one; a number keeps its sign, and its decimals.
    let divided = core.split { "-–—/…".contains($0) }.map(String.init)
    // A "no-show" denies nothing.
    let isOneWord = divided.count == 2 && divided[0].lowercased() == "no" && divided[1].lowercased() != "one"
    parts = isOneWord ? [String(core)] : divided
    let isAbbreviation = Lexicon.abbreviations.contains(core.lowercased())
    endsSentence = closing.contains { ".?!…".contains($0) } && !isAbbreviation
    endsClause = closing.contains { ",;:—–)".contains($0) }
  }
}

/// Where quotation marks are open; what is opened and never closed was no quotation.
private struct Quotation {
  private var start: (token: Int, mark: Character)?

  mutating func open(before token: Int, mark: Character?) {
    if start == nil, let mark { start = (token, mark) }
  }

  mutating func close(after tokens: inout [Token], marks: Substring) {
    guard let (token, mark) = start, marks.contains(mark == "“" ? "”" : mark) else { return }
    for index in token..<tokens.count { tokens[index].isQuoted = true }
    start = nil
  }
}

/// The tokens of one written part: a number, a contraction written out, or the word.
private func parts(of part: String, word: Int, isName: Bool) -> [Token] {
  let words = word..<(word + 1)
  let small = part.lowercased()
  if let number = Number(written: small) {
    // "Java 17" and "Q3" name something; so does a year.
    let isLabel = number.unit == .none && isName
    return [isLabel ? Token(small, words: words) : Token("#", number: number, words: words)]
  }
  let texts = Lexicon.contractions[small] ?? contraction(small) ?? [small]
  return texts.map { Token($0, words: words) }
}

/// The words of a contraction; `nil` for a word that is none. A possessive gives `'s` as a word of its own.
private func contraction(_ word: String) -> [String]? {
  guard let apostrophe = word.lastIndex(of: "'") else { return nil }
  let (base, ending) = (String(word[..<apostrophe]), word[word.index(after: apostrophe)...])
  switch ending {
  case "t" where base.hasSuffix("n"): return [String(base.dropLast()), "not"]
  case "ve": return [base, "have"]
  case "re": return [base, "are"]
  case "ll": return [base, "will"]
  case "m": return [base, "am"]
  case "d": return [base, "had"]
  case "s": return Lexicon.pronounsBeforeIs.contains(base) ? [base, "is"] : [base, "'s"]
  case "": return [base]
  default: return nil
  }
}

extension String {
  /// With straight apostrophes inside and behind words, as contractions are looked up.
  fileprivate var replacingApostrophes: String {
    contains(where: { $0 == "’" || $0 == "‘" }) ? String(map { $0 == "’" || $0 == "‘" ? "'" : $0 }) : self
  }
}
