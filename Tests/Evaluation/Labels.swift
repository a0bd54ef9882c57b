package import SpeechTiming

/// Where speech is in a recording, as somebody labelled it.
package struct Labels: Sendable, Equatable {
  /// Speech segments in order, joined where they touch.
  package var speech: [Interval]
  /// Syllables in the recording; `nil` where the labels do not count them.
  package var syllables: Int?

  /// Labels of the segments in `speech`, in any order.
  package init(speech: [Interval], syllables: Int? = nil) {
    self.speech = joined(speech)
    self.syllables = syllables
  }
}

/// `intervals` in order, empty ones left out, those that touch made one.
package func joined(_ intervals: [Interval]) -> [Interval] {
  var result: [Interval] = []
  for interval in intervals.sorted(by: { $0.start < $1.start }) where interval.end > interval.start {
    if let last = result.last, interval.start <= last.end + 1e-6 {
      result[result.count - 1].end = max(last.end, interval.end)
    } else {
      result.append(interval)
    }
  }
  return result
}

/// A way to write labels down, known by the ending of the file.
package enum LabelFormat: String, CaseIterable, Sendable {
  /// Name, then start, end, 1 (speech) or 0 (none) for each span, all in one line separated by commas.
  case scv
  /// NIST's Rich Transcription Time Marked: `SPEAKER file channel start duration …` (RT-09 evaluation plan, app. A).
  case rttm
  /// Praat's text format; intervals of all tiers whose text is not empty (nor a pause sign) are speech.
  case textgrid
  /// Audacity's: start, end, name, separated by tabs; every label is speech, and `syllables=N` counts them.
  case txt

  /// The labels in `text`; a line that cannot be read is passed over.
  package func labels(in text: String) -> Labels {
    switch self {
    case .scv: scv(text)
    case .rttm: rttm(text)
    case .textgrid: textGrid(text)
    case .txt: audacity(text)
    }
  }

  private func scv(_ text: String) -> Labels {
    let fields = text.split(whereSeparator: { ",\n\r".contains($0) }).dropFirst().compactMap { Double($0) }
    let spans = stride(from: 0, to: fields.count - 2, by: 3).filter { fields[$0 + 2] == 1 }
    return Labels(speech: spans.map { Interval(start: fields[$0], end: fields[$0 + 1]) })
  }

  private func rttm(_ text: String) -> Labels {
    let rows = text.split(whereSeparator: \.isNewline).map { $0.split(whereSeparator: \.isWhitespace) }
    return Labels(
      speech: rows.compactMap { fields in
        guard fields.count > 4, fields[0] == "SPEAKER", let start = Double(fields[3]), let length = Double(fields[4])
        else { return nil }
        return Interval(start: start, end: start + length)
      })
  }

  private func textGrid(_ text: String) -> Labels {
    var speech: [Interval] = []
    var start: Double?
    var end: Double?
    for line in text.split(whereSeparator: \.isNewline) {
      let parts = line.split(separator: "=", maxSplits: 1).map { $0.trimmed }
      guard parts.count == 2 else { continue }
      switch parts[0] {
      case "xmin": start = Double(parts[1])
      case "xmax": end = Double(parts[1])
      case "text":
        let isPause = ["", "sil", "silent", "pau", "sp", "#"].contains(String(parts[1].trimming("\"")).lowercased())
        if let start, let end, !isPause { speech.append(Interval(start: start, end: end)) }
      default: break
      }
    }
    return Labels(speech: speech)
  }

  private func audacity(_ text: String) -> Labels {
    var speech: [Interval] = []
    var syllables: Int?
    for line in text.split(whereSeparator: \.isNewline) {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard fields.count >= 2, let start = Double(fields[0]), let end = Double(fields[1]) else { continue }
      speech.append(Interval(start: start, end: end))
      let name = fields.count > 2 ? fields[2] : ""
      if let equals = name.firstRange(of: "syllables="),
        let count = Int(name[equals.upperBound...].prefix(while: \.isNumber))
      {
        syllables = (syllables ?? 0) + count
      }
    }
    return Labels(speech: speech, syllables: syllables)
  }
}

extension Substring {
  fileprivate var trimmed: Substring { trimming(" \t") }

  fileprivate func trimming(_ characters: String) -> Substring {
    var rest = self
    while let first = rest.first, characters.contains(first) { rest = rest.dropFirst() }
    while let last = rest.last, characters.contains(last) { rest = rest.dropLast() }
    return rest
  }
}
