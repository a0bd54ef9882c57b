import Interview
import Scenarios
import SpeechTiming

extension Report {
  /// The takes as a TextGrid of Praat, in its long form: tiers `steps`, `speech`, `pauses`, `nuclei` and `filled`.
  ///
  /// The interval tiers have no gaps, as Praat wants them. Times are those of `Timeline`. Source of the form: the
  /// manual of Praat, "TextGrid file formats".
  package func textGrid() -> String {
    let timeline = Timeline(of: self)
    let end = timeline.duration
    func whole(_ name: String, _ spans: [(Interval, String)]) -> [String] {
      intervalTier(name, gapFree(spans, until: end), end: end)
    }
    let nuclei = timeline.parts.flatMap { part in (part.take.timing.pace?.nuclei ?? []).map { part.start + $0 } }
    let tiers = [
      whole("steps", timeline.parts.map { (Interval(start: $0.start, end: $0.end), $0.name) }),
      whole("speech", timeline.placed(\.speech).map { ($0, "speech") }),
      whole("pauses", timeline.placed(\.pauses).map { ($0, "pause") }), pointTier("nuclei", nuclei, end: end),
      whole("filled", timeline.placed { $0.voice?.filledPauses ?? [] }.map { ($0, "uh?") }),
    ]
    var lines = [
      "File type = \"ooTextFile\"", "Object class = \"TextGrid\"", "", "xmin = 0", "xmax = \(milliseconds(end))",
      "tiers? <exists>", "size = \(tiers.count)", "item []:",
    ]
    for (index, tier) in tiers.enumerated() { lines += ["    item [\(index + 1)]:"] + tier.map { "        " + $0 } }
    return lines.joined(separator: "\n") + "\n"
  }
}

/// `spans` in order, with empty labels between them, from 0 to `end`; what overlaps the span before is cut.
private func gapFree(_ spans: [(Interval, String)], until end: Double) -> [(Interval, String)] {
  var filled: [(Interval, String)] = []
  var place = 0.0
  for (span, label) in spans.sorted(by: { $0.0.start < $1.0.start }) {
    let start = max(span.start, place)
    guard span.end > start else { continue }
    if start > place { filled.append((Interval(start: place, end: start), "")) }
    filled.append((Interval(start: start, end: span.end), label))
    place = span.end
  }
  if place < end { filled.append((Interval(start: place, end: end), "")) }
  return filled
}

private func intervalTier(_ name: String, _ spans: [(Interval, String)], end: Double) -> [String] {
  header("IntervalTier", name, end: end) + ["intervals: size = \(spans.count)"]
    + spans.enumerated().flatMap { index, span in
      [
        "intervals [\(index + 1)]:", "    xmin = \(milliseconds(span.0.start))",
        "    xmax = \(milliseconds(span.0.end))", "    text = \(quoted(span.1))",
      ]
    }
}

private func pointTier(_ name: String, _ times: [Double], end: Double) -> [String] {
  header("TextTier", name, end: end) + ["points: size = \(times.count)"]
    + times.enumerated().flatMap { index, time in
      ["points [\(index + 1)]:", "    number = \(milliseconds(time))", "    mark = \"\""]
    }
}

private func header(_ kind: String, _ name: String, end: Double) -> [String] {
  ["class = \"\(kind)\"", "name = \(quoted(name))", "xmin = 0", "xmax = \(milliseconds(end))"]
}

/// A text as Praat reads it: a quotation mark stands twice.
private func quoted(_ text: String) -> String { "\"" + text.replacing("\"", with: "\"\"") + "\"" }
