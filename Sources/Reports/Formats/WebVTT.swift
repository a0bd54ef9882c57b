import Interview
import Scenarios
import SpeechTiming

extension Report {
  /// The takes with their verdicts, and the long pauses in them, as WebVTT: captions for whoever plays the recording.
  ///
  /// Times are those of `Timeline`. Cues are named `situation`, `probe-1`, `probe-1-deeper` and, for pauses,
  /// `situation-pause-1`; they stand in the order of their starts. Source of the form: W3C, "WebVTT: The Web Video
  /// Text Tracks Format".
  package func webVTT() -> String {
    let parts = Timeline(of: self).parts
    let cues = parts.flatMap { part -> [Cue] in
      let name = part.name.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
      let took = "\(clock(part.take.timing.answerTime)) of \(clock(part.target.seconds))"
      let take = Cue(
        name: name, span: Interval(start: part.start, end: part.end),
        text: "\(part.name): \(took), \(part.verdict.words)")
      let pauses = part.take.timing.pauses.filter { $0.duration >= Self.captionedPause }
      return [take]
        + pauses.enumerated().map { index, pause in
          Cue(
            name: "\(name)-pause-\(index + 1)", span: part.placed(pause),
            text: "\(part.name): pause of \(decimal(pause.duration)) s")
        }
    }
    let note = "NOTE\nAnswer time of target for each take, and pauses of \(decimal(Self.captionedPause)) s and more.\n"
    return "WEBVTT\n\n" + note
      // A cue has to end after it starts.
      + cues.filter { wholeMilliseconds($0.span.end) > wholeMilliseconds($0.span.start) }
      .sorted { ($0.span.start, -$0.span.end) < ($1.span.start, -$1.span.end) }.map(\.written).joined()
  }

  /// Shorter pauses pass before a caption is read. Our own choice.
  private static let captionedPause = 1.0
}

/// A text that is shown for a while.
private struct Cue {
  var name: String
  var span: Interval
  var text: String

  /// The cue as it stands in the file, after an empty line.
  var written: String { "\n\(name)\n\(cueTime(span.start)) --> \(cueTime(span.end))\n\(escaped(text))\n" }
}

/// `seconds` as `00:01:02.345`.
private func cueTime(_ seconds: Double) -> String {
  let whole = wholeMilliseconds(seconds)
  func digits(_ value: Int, _ count: Int) -> String {
    String(repeating: "0", count: max(0, count - String(value).count)) + String(value)
  }
  return digits(whole / 3_600_000, 2) + ":" + digits(whole / 60_000 % 60, 2) + ":" + digits(whole / 1000 % 60, 2) + "."
    + digits(whole % 1000, 3)
}

/// A text in which no sign is taken for a tag or an arrow.
private func escaped(_ text: String) -> String {
  String(text.printable).replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
}
