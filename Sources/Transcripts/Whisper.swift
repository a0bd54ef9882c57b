/// Reads JSON of whisper.cpp, with tokens (`-ojf`) or without (`-oj`).
///
/// With tokens each word has times, since a token that begins a word begins with a space; without, only segments have.
/// `t_dtw` is left aside: it is one moment of a token, not a span. Source: whisper.cpp, examples/cli/cli.cpp,
/// `output_json`, and its issues 1798 and 3760 on characters that are divided between tokens and between segments.
func whisper(_ root: JSON) throws(Fault) -> FileContent {
  var segments: [Segment] = []
  for (index, value) in (try root.list("transcription", at: "") ?? []).enumerated() {
    segments.append(try Segment(value, at: "transcription[\(index)]"))
  }
  segments.removeAll { $0.firstByte == nil }
  // A segment goes on with the word before where output is cut anywhere (`-ml 1`); a model that writes no spaces before
  // segments at all would seem to do so everywhere.
  let writesSpaces = segments.count { $0.firstByte == 0x20 } * 2 >= segments.count
  var utterances: [Utterance] = []
  var before: Segment?
  for (index, segment) in segments.enumerated() {
    if !utterances.isEmpty, segment.goesOn(after: before, writesSpaces: writesSpaces) {
      utterances[utterances.count - 1].runs += segment.runs
    } else {
      utterances.append(Utterance(runs: segment.runs, place: "segment \(index + 1)"))
    }
    before = segment
  }
  return FileContent(utterances: utterances, model: modelName(of: root))
}

/// One entry of `transcription`.
private struct Segment {
  var runs: [Utterance.Run]
  var start: Double?
  var end: Double?

  init(_ value: JSON, at path: String) throws(Fault) {
    let text = try value.text("text", at: path)
    (start, end) = try offsets(of: value, at: path)
    runs = []
    let tokens = try value.list("tokens", at: path) ?? []
    for (index, token) in tokens.enumerated() {
      let place = "\(path).tokens[\(index)]"
      let text = try token.text("text", at: place)
      let (start, end) = try offsets(of: token, at: place)
      if !isSpecial(text[...]) { runs.append(.init(text: text, start: start, end: end)) }
    }
    if tokens.isEmpty { runs = [.init(text: withoutSpecialTokens(text), start: start, end: end)] }
  }

  /// The first byte of text; `nil` where there is none.
  var firstByte: UInt8? { runs.first { !$0.text.isEmpty }?.text.first }

  /// Whether its beginning belongs to the last word of the segment before.
  func goesOn(after before: Segment?, writesSpaces: Bool) -> Bool {
    guard let first = firstByte, let before, let last = before.runs.last(where: { !$0.text.isEmpty })?.text.last else {
      return false
    }
    // The rest of a divided character.
    if 0x80..<0xC0 ~= first { return true }
    return writesSpaces && !first.isSpace && start == before.end && !".!?".utf8.contains(last)
  }
}

/// Start and end in seconds; the file has milliseconds, and nothing where they are not known.
private func offsets(of value: JSON, at path: String) throws(Fault) -> (Double?, Double?) {
  guard let offsets = value["offsets"] else { return (nil, nil) }
  let start = try offsets.number("from", at: "\(path).offsets")
  let end = try offsets.number("to", at: "\(path).offsets")
  return (start.map { $0 / 1000 }, end.map { $0 / 1000 })
}

/// Whether a token stands for no text: `[_BEG_]`, `[_TT_123]`, `<|endoftext|>`.
private func isSpecial(_ token: ArraySlice<UInt8>) -> Bool {
  token.starts(with: "[_".utf8) && token.last == UInt8(ascii: "]")
    || token.starts(with: "<|".utf8) && token.suffix(2).elementsEqual("|>".utf8)
}

/// The text without the special tokens that `--print-special` puts into it; these have at most 24 bytes.
private func withoutSpecialTokens(_ text: [UInt8]) -> [UInt8] {
  var kept: [UInt8] = []
  var position = 0
  while position < text.count {
    let byte = text[position]
    if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "<") {
      let close = byte == UInt8(ascii: "[") ? UInt8(ascii: "]") : UInt8(ascii: ">")
      if let end = text[position...].prefix(24).firstIndex(of: close), isSpecial(text[position...end]) {
        position = end + 1
        continue
      }
    }
    kept.append(byte)
    position += 1
  }
  return kept
}

/// The model's file without its folders, or else its type.
private func modelName(of root: JSON) -> String? {
  if case .text(let path) = root["params"]?["model"], !path.isEmpty {
    return fileName(of: String(decoding: path, as: UTF8.self))
  }
  guard case .text(let type) = root["model"]?["type"], !type.isEmpty else { return nil }
  return fileName(of: String(decoding: type, as: UTF8.self))
}
