package import Interview
import SpeechTiming
package import Transcripts

extension Take {
  /// Words of the accepted transcript over answer time, a minute; `nil` without such a transcript or without speech.
  var wordsPerMinute: Double? {
    hasAcceptedTranscript ? perMinute(transcript?.words.count ?? 0) : nil
  }

  /// `count` over answer time, a minute; `nil` without speech.
  func perMinute(_ count: Int) -> Double? {
    timing.answerTime > 0 ? Double(count) * 60 / timing.answerTime : nil
  }

  /// The words of `transcript`, the take's, below a line that says what they are.
  package func transcriptLines(_ transcript: Transcript, style: Style) -> [String] {
    let standing = transcript.isAccepted ? "accepted" : "not accepted"
    let words = style.wrapped(transcript.text, indent: 2, breakingWords: true)
    return style.wrapped("\(file): \(transcript.words.count) words, \(standing); from \(transcript.provenance.words)")
      .map { style.styled($0, as: .heading) } + (words.isEmpty ? ["  (no words)"] : words)
  }
}

extension Transcript.Provenance {
  /// `1-situation.json, whisper.cpp JSON (-ojf, or -oj), model base.en, corrected by you`.
  var words: String { "\(file), \(origin)" + (isCorrected ? ", corrected by you" : "") }

  /// The format, the recogniser's model and the command, as far as they are known.
  var origin: String {
    format.title + (model.map { ", model \($0)" } ?? "") + (command.map { ", made by `\($0)`" } ?? "")
  }
}
