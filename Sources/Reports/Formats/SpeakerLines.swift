import Foundation
import SpeechTiming

extension Report {
  /// The speech segments as RTTM, a line each, with the times of its own file.
  package func rttm() -> String { Annotation(of: self).rttm() }
}

extension Annotation {
  /// The speech segments as RTTM: a line each, with the times of its own file; a file without speech has no line.
  ///
  /// Fields: type, file, channel, onset, duration, and the speaker in the eighth. The file is named as pyannote and
  /// dscore name it: without folders and ending. Source: NIST, "The 2009 (RT-09) Rich Transcription Meeting Recognition
  /// Evaluation Plan", appendix A.
  func rttm() -> String {
    let names = fileNames
    return parts.flatMap { part in
      part.timing.speech.compactMap { span in
        let onset = wholeMilliseconds(part.offset) + wholeMilliseconds(span.start)
        let duration = wholeMilliseconds(span.end) - wholeMilliseconds(span.start)
        // dscore refuses a turn of no length.
        guard duration > 0 else { return nil }
        return "SPEAKER \(names[part.file] ?? "") 1 \(seconds(onset)) \(seconds(duration)) "
          + "<NA> <NA> candidate <NA> <NA>\n"
      }
    }.joined()
  }

  /// What each file is called: its stem, or its path where two share a stem.
  private var fileNames: [String: String] {
    let files = Set(parts.map(\.file))
    let stems = Dictionary(grouping: files) { ($0 as NSString).lastPathComponent.withoutEnding }
    return Dictionary(
      uniqueKeysWithValues: files.map { file in
        let stem = (file as NSString).lastPathComponent.withoutEnding
        return (file, (stems[stem]?.count == 1 ? stem : file.withoutEnding).asOneField)
      })
  }
}

extension String {
  fileprivate var withoutEnding: String { (self as NSString).deletingPathExtension }

  /// The text as one field: no white space, and no quotation mark, from which a reader of tables reads on to the next.
  fileprivate var asOneField: String {
    let field = String(map { $0.isWhitespace || $0 == "\"" || $0 == "/" ? "_" : $0 }).printable
    return field.isEmpty ? "take" : String(field)
  }
}
