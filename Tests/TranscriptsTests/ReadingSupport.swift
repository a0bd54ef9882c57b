import Transcripts

/// The transcript in `text`, as if from a file called `file`.
func read(_ text: String, as file: String = "1-situation") throws(TranscriptError) -> Transcript {
  try Transcript(reading: Array(text.utf8), file: file)
}

extension Transcript {
  /// Each word with its start and end, `-` for a time that is not told: `noticed 0.5 -`.
  var shown: [String] {
    words.map { word in
      ([word.text] + [word.start, word.end].map { $0.map { "\($0)" } ?? "-" }).joined(separator: " ")
    }
  }
}

/// One file of each format, all in the shape that the program in question writes.
let fixtures: [(format: TranscriptFormat, text: String)] = [
  (.whisper, whisperFull), (.whisper, whisperSegments), (.vosk, voskStream), (.voskTranscriber, voskMonologues),
  (.webVTT, webVTTFile), (.subRip, subRipFile), (.textGrid, longTextGrid), (.textGrid, shortTextGrid),
  (.plain, plainFile),
]
