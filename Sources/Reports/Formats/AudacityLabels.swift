import SpeechTiming

extension Report {
  /// The takes, speech, pauses and "uh" as a label track of Audacity; times are those of `Timeline`.
  ///
  /// `starpace replay FILE --labels` reads the steps back.
  package func audacityLabels() -> String { Annotation(of: self).audacityLabels() }
}

extension Annotation {
  /// A label track of Audacity: start, end and label, a tab between them, in the order of their starts.
  ///
  /// Source: the manual of Audacity, "Importing and Exporting Labels".
  func audacityLabels() -> String {
    let labels =
      named + placed(\.speech) { _ in "speech" }
      + placed(\.pauses) { "pause \(decimal(Double($0.duration) / 1000)) s" }
      + placed {
        $0.voice?.filledPauses ?? []
      } label: { _ in
        "uh?"
      }
    return labels.sorted { ($0.start, -$0.end) < ($1.start, -$1.end) }
      // A tab or a line's end would begin a field or a label.
      .map { "\(seconds($0.start))\t\(seconds($0.end))\t\($0.label.printable)\n" }.joined()
  }
}
