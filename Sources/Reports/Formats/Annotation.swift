import Interview
import Scenarios
import SpeechTiming
import Transcripts

/// Spans on one line of time, in milliseconds: what tools for annotated sound read.
///
/// Whole milliseconds, since finer times are not known, and since sums of them leave no gaps where two spans meet.
struct Annotation: Sendable {
  /// One recorded answer, or a whole file.
  struct Part: Sendable {
    /// What it answers; `nil` for a file of unknown content.
    var name: String?
    var file: String
    /// Where it begins in `file`, in seconds.
    var offset: Double
    /// Where it begins on the line of time, in seconds.
    var start: Double
    var timing: TakeTiming
    /// The words of an accepted transcript that have times, in seconds from the start of the part.
    var words: [(text: String, span: Interval)] = []
  }

  /// A span with its label; `start` and `end` in milliseconds, the end never before the start.
  struct Span: Sendable, Equatable {
    var start: Int
    var end: Int
    var label: String

    var duration: Int { end - start }
  }

  /// In the order in which they were spoken.
  var parts: [Part]

  /// The whole of one file.
  init(of file: String, timing: TakeTiming) {
    parts = [Part(name: nil, file: file, offset: 0, start: 0, timing: timing)]
  }

  /// The takes of a report.
  init(of report: Report) {
    parts = Timeline(of: report).parts.map {
      Part(
        name: $0.name, file: $0.take.file, offset: $0.take.offset, start: $0.start, timing: $0.take.timing,
        words: $0.take.timedWords)
    }
  }

  /// Where the last part ends, in milliseconds.
  var end: Int { parts.map { span(in: $0, 0, $0.timing.duration).end }.max() ?? 0 }

  /// The parts that have a name.
  var named: [Span] {
    parts.compactMap { part in part.name.map { span(in: part, 0, part.timing.duration, $0) } }.filter {
      $0.duration > 0
    }
  }

  /// The spans that `spans` finds in each part, labelled, in order; those under a millisecond are left out.
  func placed(_ spans: (TakeTiming) -> [Interval], label: (Span) -> String) -> [Span] {
    parts.flatMap { part in
      spans(part.timing).map { span in
        var placed = self.span(in: part, span.start, span.end)
        placed.label = label(placed)
        return placed
      }
    }.filter { $0.duration > 0 }
  }

  /// The words, in order; empty where no accepted transcript tells times.
  var words: [Span] {
    parts.flatMap { part in part.words.map { span(in: part, $0.span.start, $0.span.end, $0.text) } }
      .filter { $0.duration > 0 }
  }

  /// The syllable nuclei, in milliseconds, rising.
  var nuclei: [Int] {
    let found = parts.flatMap { part in
      (part.timing.pace?.nuclei ?? []).map { span(in: part, $0, $0).start }
    }
    return Set(found).sorted()
  }

  /// From `start` to `end` (seconds) in `part`, which they are held within.
  private func span(in part: Part, _ start: Double, _ end: Double, _ label: String = "") -> Span {
    let first = wholeMilliseconds(part.start)
    let last = first + wholeMilliseconds(part.timing.duration)
    let start = min(last, first + wholeMilliseconds(start))
    return Span(start: start, end: max(start, min(last, first + wholeMilliseconds(end))), label: label)
  }
}

extension Take {
  /// The words of the accepted transcript that have times.
  fileprivate var timedWords: [(text: String, span: Interval)] {
    guard hasAcceptedTranscript, let transcript else { return [] }
    return transcript.words.compactMap { word in
      guard let start = word.start, let end = word.end, start <= end else { return nil }
      return (word.text, Interval(start: start, end: end))
    }
  }
}

/// `seconds` in milliseconds, held between nothing and thirty years.
func wholeMilliseconds(_ seconds: Double) -> Int {
  Int(max(0, min(1e12, seconds.isNaN ? 0 : (seconds * 1000).rounded())))
}

/// `milliseconds` as seconds with three decimals and a point, whatever the locale.
func seconds(_ milliseconds: Int) -> String {
  let rest = String(milliseconds % 1000)
  return "\(milliseconds / 1000)." + String(repeating: "0", count: 3 - rest.count) + rest
}
