/// Reads a TextGrid of Praat: the labels of one interval tier.
///
/// Taken is the tier with one of the names in `tierNames` (`words`, or `Mary - words` as aligners write it), else the first
/// interval tier with words. Point tiers have no spans. Labels that aligners write for silence are left out.
/// Source: Praat manual, "TextGrid file formats"; the labels: Montreal Forced Aligner, WebMAUS.
func textGrid(_ text: [UInt8]) throws(Fault) -> FileContent {
  var tokens = TextGridTokens(text)
  _ = try tokens.text("the type of the file")
  guard try tokens.text("the class of the object").elementsEqual("TextGrid".utf8) else {
    throw Fault(line: tokens.line, "this file of Praat is not a TextGrid", advice: "save the TextGrid itself")
  }
  _ = try tokens.number("the start of the TextGrid")
  _ = try tokens.number("the end of the TextGrid")
  try tokens.flag()
  var tiers: [Tier] = []
  // A file that claims more tiers or intervals than it has ends with an error, not with memory.
  for _ in 0..<(try tokens.count("the number of tiers")) { tiers.append(try Tier(from: &tokens)) }
  let spoken = tiers.filter { !$0.utterances.isEmpty }
  let named = tierNames.lazy.compactMap { name in spoken.first { $0.nameParts.contains(name) } }.first
  guard !tiers.isEmpty, tiers.contains(where: \.isIntervalTier) else {
    throw Fault(place: nil, "the TextGrid has no interval tier", advice: "put the words into an interval tier")
  }
  return FileContent(utterances: (named ?? spoken.first)?.utterances ?? [])
}

/// Names of tiers that hold words, the likeliest first.
private let tierNames = ["words", "word", "transcript", "transcription", "orthography", "ort", "text", "utterances"]

/// Labels of silence and noise; `<...>` and `[...]` are left out in any format.
private let silenceLabels = ["sil", "sp", "spn", "#"]

/// One tier; of a point tier only the kind is kept.
private struct Tier {
  var isIntervalTier: Bool
  var nameParts: [String]
  /// Only those that are not blank.
  var utterances: [Utterance] = []

  init(from tokens: inout TextGridTokens) throws(Fault) {
    let kind = try tokens.text("the class of a tier")
    isIntervalTier = kind.elementsEqual("IntervalTier".utf8)
    nameParts = String(decoding: try tokens.text("the name of a tier"), as: UTF8.self).lowercased()
      .split { !$0.isLetter }.map(String.init)
    _ = try tokens.number("the start of a tier")
    _ = try tokens.number("the end of a tier")
    for _ in 0..<(try tokens.count("the number of intervals")) {
      let start = try tokens.number("the start of an interval")
      let end = isIntervalTier ? try tokens.number("the end of an interval") : start
      let label = try tokens.text("the text of an interval")
      let content = label[...].trimmed
      guard isIntervalTier, !content.isEmpty, !silenceLabels.contains(where: { content.elementsEqual($0.utf8) }) else {
        continue
      }
      try checkCount(utterances.count + 1, of: "intervals", line: tokens.line)
      utterances.append(
        Utterance(
          runs: [.init(text: label, start: start, end: end)],
          place: "the interval from \(start) s"))
    }
  }
}
