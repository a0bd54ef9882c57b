import Interview
import Scenarios
import SpeechTiming

extension Report {
  /// The takes with their verdicts, and the long pauses in them, as WebVTT: captions for whoever plays the recording.
  ///
  /// Times are those of `Timeline`. Source of the form: W3C, "WebVTT: The Web Video Text Tracks Format".
  package func webVTT() -> String {
    let timeline = Timeline(of: self)
    let takes = timeline.parts.map { part in
      let took = "\(clock(part.take.timing.answerTime)) of \(clock(part.target.seconds))"
      return (Interval(start: part.start, end: part.end), "\(part.name): \(took), \(part.verdict.words)")
    }
    let pauses = timeline.placed { $0.pauses.filter { $0.duration >= Self.captionedPause } }
      .map { ($0, "pause of \(decimal($0.duration)) s") }
    let cues = (takes + pauses).sorted { ($0.0.start, -$0.0.end) < ($1.0.start, -$1.0.end) }
    return "WEBVTT\n"
      + cues.map { "\n\(cueTime($0.start)) --> \(cueTime($0.end))\n\(escaped($1))\n" }.joined()
  }

  /// Shorter pauses pass before a caption is read. Our own choice.
  private static let captionedPause = 1.0
}

/// `seconds` as `00:01:02.345`.
private func cueTime(_ seconds: Double) -> String {
  let whole = Int((max(0, seconds) * 1000).rounded())
  func digits(_ value: Int, _ count: Int) -> String {
    String(repeating: "0", count: max(0, count - String(value).count)) + String(value)
  }
  return digits(whole / 3_600_000, 2) + ":" + digits(whole / 60_000 % 60, 2) + ":" + digits(whole / 1000 % 60, 2) + "."
    + digits(whole % 1000, 3)
}

/// A text in which no sign is taken for a tag or an arrow.
private func escaped(_ text: String) -> String {
  text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
}
