import SpeechTiming

extension Report {
  /// The takes as a TextGrid of Praat; times are those of `Timeline`.
  /// - Throws: `NoSuchForm` where there is no take.
  package func textGrid() throws(NoSuchForm) -> String { try Annotation(of: self).textGrid() }
}

extension Annotation {
  /// A TextGrid of Praat in its long form, in UTF-8: tiers `steps`, `speech`, `pauses`, `nuclei` and `filled`.
  ///
  /// A file of unknown content has no tier `steps`, an accepted transcript with times gets a tier `words`. The interval
  /// tiers have no gaps, as Praat wants them. Source of the form: the manual of Praat, "TextGrid file formats".
  /// - Throws: `NoSuchForm` where there is no time to divide: Praat refuses such a file.
  func textGrid() throws(NoSuchForm) -> String {
    let end = end
    guard end > 0 else {
      throw NoSuchForm(description: "There is no take, so Praat has nothing to open; take another --format.")
    }
    var tiers = [
      intervalTier("speech", placed(\.speech) { _ in "speech" }, end: end),
      intervalTier("pauses", placed(\.pauses) { _ in "pause" }, end: end),
      pointTier("nuclei", nuclei, end: end),
      intervalTier(
        "filled",
        placed {
          $0.voice?.filledPauses ?? []
        } label: { _ in
          "uh?"
        }, end: end),
    ]
    if !named.isEmpty { tiers.insert(intervalTier("steps", named, end: end), at: 0) }
    if !words.isEmpty { tiers.append(intervalTier("words", words, end: end)) }
    var lines = [
      "File type = \"ooTextFile\"", "Object class = \"TextGrid\"", "", "xmin = 0", "xmax = \(seconds(end))",
      "tiers? <exists>", "size = \(tiers.count)", "item []:",
    ]
    for (index, tier) in tiers.enumerated() { lines += ["    item [\(index + 1)]:"] + tier.map { "        " + $0 } }
    return lines.joined(separator: "\n") + "\n"
  }
}

/// `spans` in order, with empty labels between them, from 0 to `end`; what overlaps the span before is cut.
private func gapFree(_ spans: [Annotation.Span], until end: Int) -> [Annotation.Span] {
  var filled: [Annotation.Span] = []
  var place = 0
  for var span in spans.sorted(by: { $0.start < $1.start }) {
    span.start = max(span.start, place)
    guard span.end > span.start else { continue }
    if span.start > place { filled.append(Annotation.Span(start: place, end: span.start, label: "")) }
    filled.append(span)
    place = span.end
  }
  if place < end { filled.append(Annotation.Span(start: place, end: end, label: "")) }
  return filled
}

private func intervalTier(_ name: String, _ spans: [Annotation.Span], end: Int) -> [String] {
  let filled = gapFree(spans, until: end)
  return header("IntervalTier", name, end: end) + ["intervals: size = \(filled.count)"]
    + filled.enumerated().flatMap { index, span in
      [
        "intervals [\(index + 1)]:", "    xmin = \(seconds(span.start))", "    xmax = \(seconds(span.end))",
        "    text = \(quoted(span.label))",
      ]
    }
}

private func pointTier(_ name: String, _ times: [Int], end: Int) -> [String] {
  header("TextTier", name, end: end) + ["points: size = \(times.count)"]
    + times.enumerated().flatMap { index, time in
      ["points [\(index + 1)]:", "    number = \(seconds(time))", "    mark = \"\""]
    }
}

private func header(_ kind: String, _ name: String, end: Int) -> [String] {
  ["class = \"\(kind)\"", "name = \(quoted(name))", "xmin = 0", "xmax = \(seconds(end))"]
}

/// A text as Praat reads it: a quotation mark stands twice.
private func quoted(_ text: String) -> String { "\"" + String(text.printable).replacing("\"", with: "\"\"") + "\"" }
