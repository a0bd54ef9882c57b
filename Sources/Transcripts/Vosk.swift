/// Reads results of Vosk: one, a list, or one after the other (a line each, or not).
///
/// Partial results are passed over, since the result that follows has their words. Of alternatives the first is taken,
/// the likeliest. A result without `result` has no times. Source: vosk-api, src/recognizer.cc.
func vosk(_ values: [JSON]) throws(Fault) -> FileContent {
  var results: [JSON] = []
  for value in values {
    if case .list(let list) = value { results += list } else { results.append(value) }
  }
  var utterances: [Utterance] = []
  for (index, value) in results.enumerated() {
    var path = results.count == 1 ? "" : "result \(index + 1)"
    var result = value
    if let alternatives = try value.list("alternatives", at: path) {
      guard let first = alternatives.first else { continue }
      result = first
      path += (path.isEmpty ? "" : ".") + "alternatives[0]"
    }
    if let words = try result.list("result", at: path) {
      utterances.append(
        try utterance(of: words, at: path.isEmpty ? "result" : "\(path).result", word: "word") { _ in " " })
    } else if result["text"] != nil, result["segments"] == nil {
      let text = try result.text("text", at: path)
      utterances.append(Utterance(runs: [.init(text: text)], place: path.isEmpty ? "text" : "\(path).text"))
    } else if result["partial"] == nil {
      throw Fault(
        place: path.isEmpty ? nil : path, "this is JSON of an unknown shape", advice: "give one of: \(formatTitles)")
    }
  }
  return FileContent(utterances: utterances)
}

/// Reads what `vosk-transcriber -t json` writes: monologues, each with its terms.
///
/// Its `text` is left aside, since the terms have all words and times. Source: the package vosk 0.3.45,
/// vosk/transcriber/transcriber.py, `format_result` (0.3.45 itself ends with an error there where a word was recognised;
/// later versions write the file). The schema, 2.0, is that of the editor Gecko, whose terms may be punctuation too.
func voskTranscriber(_ root: JSON) throws(Fault) -> FileContent {
  var utterances: [Utterance] = []
  for (index, monologue) in (try root.list("monologues", at: "") ?? []).enumerated() {
    let path = "monologues[\(index)]"
    utterances.append(
      try utterance(of: monologue.list("terms", at: path) ?? [], at: "\(path).terms", word: "text") { term in
        if case .text(let type) = term["type"], type.elementsEqual("PUNCTUATION".utf8) { "" } else { " " }
      })
  }
  return FileContent(utterances: utterances)
}

/// The words of a list, each under the key `word` with its `start` and `end` in seconds, and `space` before it.
private func utterance(
  of words: [JSON], at path: String, word key: String, space: (JSON) -> String
) throws(Fault) -> Utterance {
  var runs: [Utterance.Run] = []
  for (index, word) in words.enumerated() {
    let place = "\(path)[\(index)]"
    let text = try word.text(key, at: place)
    let start = try word.number("start", at: place)
    let end = try word.number("end", at: place)
    runs.append(.init(text: Array(space(word).utf8) + text, start: start, end: end))
  }
  return Utterance(runs: runs, place: path)
}
