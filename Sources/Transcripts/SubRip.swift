/// Whether a text is SubRip: one of its first 200 lines has times.
func isSubRip(_ text: [UInt8]) -> Bool {
  Lines(text).prefix(200).contains { isMeantAsTimes($0.bytes) && cueTimes(in: $0.bytes) != nil }
}

/// Reads SubRip: blocks of a number, times and text.
///
/// There is no specification, so numbers and blank lines may be missing: times begin a cue, and a line of digits right
/// before them is its number. Text before the first times keeps its words, without times.
func subRip(_ text: [UInt8]) throws(Fault) -> FileContent {
  var cues = [Cue(line: 1)]
  // A line that may turn out to be the number of the next cue.
  var held: ArraySlice<UInt8>?
  for line in Lines(text) {
    if isMeantAsTimes(line.bytes) {
      let times = try cueTimes(inLine: line.number, line.bytes)
      held = nil
      try checkCount(cues.count, of: "cues", line: line.number)
      cues.append(Cue(start: times.start, end: times.end, line: line.number))
    } else {
      if let held { cues[cues.count - 1].append(held) }
      let content = line.bytes.trimmed
      let isNumber = !content.isEmpty && content.allSatisfy(\.isDigit)
      held = isNumber ? content : nil
      if !isNumber { cues[cues.count - 1].append(line.bytes) }
    }
  }
  if let held { cues[cues.count - 1].append(held) }
  return FileContent(utterances: cues.inOrder)
}
