extension Transcript {
  /// The transcript that a file holds, in whichever of the formats its content has.
  ///
  /// Words keep the file's order; only cues (WebVTT, SubRip) are put in the order of their starts, as players do.
  /// - Times: a word has the start and end that the file tells for it. Where the file times only a stretch of several
  ///   words (a segment, a cue), the first of them has its start, the last its end, and those between have none: nothing
  ///   is made up. A time below 0 or past 24 hours, infinite or not a number counts as not told, and so does an end
  ///   before its start. Where starts fall, the fewest that must lose their times do (see `keepRisingTimes`).
  /// - Left out: control characters, terminal escape sequences, signs without letter or digit (`♪`, a lone dash), and
  ///   what recognisers write for sounds (`[BLANK_AUDIO]`, `(music)`).
  /// - Parameters:
  ///   - bytes: the file's content, UTF-8, or UTF-16 with a byte order mark; broken UTF-8 becomes U+FFFD.
  ///   - file: the file's name; folders are left off.
  /// - Throws: where the content is none of the formats, is broken, or is too large for the transcript of an interview.
  public init(reading bytes: [UInt8], file: String) throws(TranscriptError) {
    let name = fileName(of: file)
    do throws(Fault) {
      let text = try textBytes(of: bytes)
      let (format, content) = try recognised(text, file: name)
      var words: [Word] = []
      for utterance in content.utterances {
        try checkSize(of: utterance, after: words.count)
        words += utterance.words
      }
      keepRisingTimes(&words)
      self.init(words: words, provenance: .init(format: format, file: name, model: content.model))
    } catch {
      throw TranscriptError(error, in: name)
    }
  }
}

/// What a reader of one format finds in a file.
struct FileContent {
  /// In the order in which they were said.
  var utterances: [Utterance]
  /// The recogniser's model; `nil` where the file does not name it.
  var model: String?
}

/// The last part of a path, fit to be printed; never empty.
func fileName(of path: String) -> String {
  let last = path.utf8.split(separator: UInt8(ascii: "/")).last.map(Array.init) ?? []
  let parts = withoutControls(last[...]).split(whereSeparator: \.isSpace)
    .flatMap { printableParts(of: String(decoding: $0, as: UTF8.self)) }
  return parts.isEmpty ? "transcript" : parts.joined(separator: " ")
}
