extension Transcript {
  /// The words as one line.
  public var text: String { words.map(\.text).joined(separator: " ") }

  /// The words in lines of at most 72 characters, to be corrected in an editor, below remarks that say how.
  ///
  /// `corrected(by:)` takes it back.
  public var plainText: String {
    var lines = [""]
    var length = 0
    for word in words.map(\.text) {
      let count = word.count
      if length > 0, length + 1 + count > 72 {
        lines.append(word)
        length = count
      } else {
        lines[lines.count - 1] += (length == 0 ? "" : " ") + word
        length += (length == 0 ? 0 : 1) + count
      }
    }
    return """
      # Heard in \(provenance.file). Correct what was misheard; leave what you said as you said it.
      # Lines may break anywhere. Lines at the top that begin with # are passed over.

      \(lines.joined(separator: "\n"))

      """
  }

  /// The transcript with the words of `text`, as a person has edited `plainText`.
  ///
  /// Words that are the same, but for case and punctuation, keep their times. Where as many words replace as many others,
  /// each takes the times of the one it replaces; otherwise the first begins where these begin and the last ends where
  /// they end. Words that replace none have no times. It counts as corrected once a word is not what it was.
  public func corrected(by text: String) -> Transcript {
    // Its length is the user's own choice and has no limit.
    let written = spokenLines(of: Array(text.utf8)).flatMap { line in
      Utterance(runs: [.init(text: Array(line.bytes))], place: "line \(line.number)").words
    }
    var corrected = self
    corrected.words = []
    let pairs = commonWords(words.map(\.key), written.map(\.key)) + [(words.count, written.count)]
    var old = 0
    var new = 0
    for pair in pairs {
      corrected.words += timed(written[new..<pair.1], by: words[old..<pair.0])
      if pair.0 < words.count {
        corrected.words += timed(written[pair.1...pair.1], by: words[pair.0...pair.0])
      }
      (old, new) = (pair.0 + 1, pair.1 + 1)
    }
    if corrected.words.map(\.text) != words.map(\.text) { corrected.provenance.isCorrected = true }
    return corrected
  }
}

/// `words` with the times of those that they replace.
private func timed(_ words: ArraySlice<Transcript.Word>, by replaced: ArraySlice<Transcript.Word>) -> [Transcript.Word]
{
  if words.count == replaced.count {
    return zip(words, replaced).map { .init($0.text, start: $1.start, end: $1.end) }
  }
  var words = Array(words)
  guard !words.isEmpty else { return [] }
  words[0].start = replaced.first?.start
  words[words.count - 1].end = replaced.last?.end
  return words
}

extension Transcript.Word {
  /// What makes it the same word: letters and digits, without case; all of it where there are none.
  fileprivate var key: String {
    let key = text.lowercased().filter { $0.isLetter || $0.isNumber }
    return key.isEmpty ? text : key
  }
}
