internal import Transcripts

/// An answer as tokens, in sentences.
struct Utterance {
  /// Fillers included; empty where nothing was recognised.
  let tokens: [Token]
  /// The tokens of each sentence, in order; where a recogniser gives no punctuation, of each clause.
  let sentences: [Range<Int>]
  private let words: [Transcript.Word]

  init(_ words: [Transcript.Word]) {
    var tokens = joiningNumbers(in: writtenTokens(of: words))
    if isUnpunctuated(tokens, words: words) { splitAtSubjects(&tokens, words: words) }
    self.tokens = tokens
    self.words = words
    sentences = tokens.indices.reduce(into: []) { sentences, index in
      if let last = sentences.last, tokens[last.lowerBound].sentence == tokens[index].sentence {
        sentences[sentences.count - 1] = last.lowerBound..<(index + 1)
      } else {
        sentences.append(index..<(index + 1))
      }
    }
  }

  /// The tokens of the sentence in which the token at `index` stands.
  func sentence(around index: Int) -> Range<Int> {
    // Sentences are numbered in their order, and each has a token.
    let number = tokens.indices.contains(index) ? tokens[index].sentence - tokens[0].sentence : -1
    return sentences.indices.contains(number) && sentences[number].contains(index)
      ? sentences[number] : sentences.first { $0.contains(index) } ?? index..<(index + 1)
  }

  /// The words of `tokens` as the transcript has them, without the punctuation around them, and when they begin or, where
  /// only stretches of words are timed, when that stretch does.
  func quote(_ range: Range<Int>) -> Quote {
    let first = tokens[range.lowerBound].words.lowerBound
    let said = words[first..<tokens[range.upperBound - 1].words.upperBound]
    let place = words[...first].lazy.reversed().compactMap(\.start).first
    let text = said.map(\.text).joined(separator: " ")
    let isBare: (Character) -> Bool = { $0.isLetter || $0.isNumber || "$€£%.".contains($0) }
    guard let first = text.firstIndex(where: isBare),
      let last = text.lastIndex(where: { isBare($0) && $0 != "." })
    else { return Quote(words: text, place: place) }
    return Quote(words: String(text[first...last]), place: place)
  }
}

/// Whether sentences cannot be told from marks: fewer than one in 35 words, our own choice (spoken sentences with marks
/// are half as long, and a recogniser gives all marks or none).
private func isUnpunctuated(_ tokens: [Token], words: [Transcript.Word]) -> Bool {
  let marks = words.count { word in word.text.last.map { ".?!…\"”".contains($0) } ?? false }
  return marks * 35 < words.count
}

/// Begins a sentence at every long silence, and at each "I" or "we" that a conjunction or nothing ties to what precedes.
///
/// A silence of 0.6 s, our own choice: longer than most inside a clause. "We" is ambiguous behind a noun ("the fix we
/// made") and begins a sentence only after a conjunction.
private func splitAtSubjects(_ tokens: inout [Token], words: [Transcript.Word]) {
  let marked = tokens.map(\.sentence)
  var sentence = 0
  for index in tokens.indices {
    defer { tokens[index].sentence = sentence }
    guard index > 0 else { continue }
    let previous = tokens[index - 1]
    let begins: Bool
    if let end = words[previous.words.upperBound - 1].end, let start = words[tokens[index].words.lowerBound].start,
      start - end >= 0.6
    {
      begins = true
    } else if marked[index] != marked[index - 1] {
      begins = true
    } else {
      begins =
        tokens[index].text == "i" && !Lexicon.subordinators.contains(previous.text)
        && !Lexicon.saying.contains(previous.stem)
        || tokens[index].text == "we" && Lexicon.coordinators.contains(previous.text)
    }
    if begins {
      sentence += 1
      tokens[index].followsMark = true
    }
  }
}

extension Utterance {
  /// A written text, such as a scenario's.
  init(words text: String) {
    self.init(
      text.utf8.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }.map {
        Transcript.Word(String(Substring($0)))
      })
  }
}
