/// What is too large for the transcript of an interview; our own choices, see HostileInputTests.
enum Limits {
  /// Bytes of a file: whisper.cpp's full JSON takes some 300 for each token, so this is hours of speech.
  static let fileBytes = 16 << 20
  /// Words of a transcript: eleven hours at 150 words a minute.
  static let words = 100_000
  /// Bytes of one word.
  static let wordBytes = 1_000
  /// Values inside values in JSON; the formats read here need six.
  static let depth = 32
  /// Values in JSON: whisper.cpp writes 11 for each token, so that the largest file has about 600,000.
  static let values = 1_000_000
  /// The latest time, in seconds, that is believed: 24 hours.
  static let latestSeconds = 86_400.0
}

/// Throws where there are more of `what` than there may be words, at `line`.
func checkCount(_ count: Int, of what: String, line: @autoclosure () -> Int) throws(Fault) {
  guard count <= Limits.words else {
    throw Fault(
      line: line(), "there are more than \(Limits.words) \(what)", advice: "give the transcript of one interview")
  }
}

/// Throws where the words of `utterance`, after `count` others, pass the limits.
func checkSize(of utterance: Utterance, after count: Int) throws(Fault) {
  var words = count
  var length = 0
  for run in utterance.runs {
    for byte in run.text {
      length = byte.isSpace ? 0 : length + 1
      if length == 1 { words += 1 }
      guard length <= Limits.wordBytes else {
        throw Fault(
          place: utterance.place, "a word has more than \(Limits.wordBytes) bytes",
          advice: "give a transcript with spaces between the words")
      }
      guard words <= Limits.words else {
        throw Fault(
          place: utterance.place, "there are more than \(Limits.words) words",
          advice: "give the transcript of one interview")
      }
    }
  }
}
