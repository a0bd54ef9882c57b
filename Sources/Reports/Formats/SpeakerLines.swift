import Foundation
import Interview
import Scenarios
import SpeechTiming

extension Report {
  /// The speech segments as RTTM: a line each, with the times of its own file.
  ///
  /// Fields: type, file, channel, onset, duration, and the speaker in the eighth. Source: NIST, "The 2009 (RT-09) Rich
  /// Transcription Meeting Recognition Evaluation Plan", appendix A.
  package func rttm() -> String {
    Timeline(of: self).parts.flatMap { part in
      let name = ((part.take.file as NSString).lastPathComponent as NSString).deletingPathExtension
      let file = name.split(whereSeparator: \.isWhitespace).joined(separator: "_")
      return part.take.timing.speech.map { span in
        "SPEAKER \(file) 1 \(milliseconds(part.take.offset + span.start)) \(milliseconds(span.duration)) "
          + "<NA> <NA> candidate <NA> <NA>\n"
      }
    }.joined()
  }
}
