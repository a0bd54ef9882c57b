/// Reads WebVTT: the cues, without comments, styles, regions, identifiers and settings.
///
/// Source: W3C, "WebVTT: The Web Video Text Tracks Format", sections 4.1 (structure) and 6.1 (parser). Other than a
/// player, which drops a cue whose times it cannot read, this names the line: words must not be lost without a word.
func webVTT(_ text: [UInt8]) throws(Fault) -> FileContent {
  /// What the lines up to the next blank one are.
  enum Block { case none, cue, passedOver }
  var cues: [Cue] = []
  var block = Block.none
  for line in Lines(text) {
    if line.bytes.allSatisfy(\.isSpace) {
      block = .none
    } else if block != .passedOver, isMeantAsTimes(line.bytes) {
      let times = try cueTimes(inLine: line.number, line.bytes)
      try checkCount(cues.count, of: "cues", line: line.number)
      cues.append(Cue(start: times.start, end: times.end, line: line.number))
      block = .cue
    } else if block == .cue {
      cues[cues.count - 1].append(line.bytes)
    } else if block == .none, line.bytes.beginsPassedOverBlock {
      block = .passedOver
    }
  }
  return FileContent(utterances: cues.inOrder)
}

extension ArraySlice<UInt8> {
  /// Whether it begins a comment, a style sheet or a region.
  fileprivate var beginsPassedOverBlock: Bool {
    ["NOTE", "STYLE", "REGION"].contains { word in
      starts(with: word.utf8) && dropFirst(word.utf8.count).first?.isSpace ?? true
    }
  }
}
