import Interview
import Scenarios
import SpeechTiming

extension Report {
  /// The takes, speech and pauses as a label track of Audacity: start, end and label, a tab between them.
  ///
  /// Times are those of `Timeline`; `starpace replay FILE --labels` reads the steps back. Source: the manual of Audacity,
  /// "Importing and Exporting Labels".
  package func audacityLabels() -> String {
    let timeline = Timeline(of: self)
    let steps = timeline.parts.map { (Interval(start: $0.start, end: $0.end), $0.name) }
    let speech = timeline.placed(\.speech).map { ($0, "speech") }
    let pauses = timeline.placed(\.pauses).map { ($0, "pause \(decimal($0.duration)) s") }
    return (steps + speech + pauses).sorted { ($0.0.start, -$0.0.end) < ($1.0.start, -$1.0.end) }
      .map { "\(milliseconds($0.start))\t\(milliseconds($0.end))\t\($1)\n" }.joined()
  }
}
