import Transcripts

extension Replay {
  /// Takes the words of `files` as those of the takes, accepted for this replay: see `assigned`.
  /// - Throws: a `SessionError` where it is not clear which words belong where.
  package mutating func accept(_ files: [TranscriptFile]) throws(SessionError) {
    guard !files.isEmpty else { return }
    let takes = sources.flatMap { source in
      zip(source.subjects, source.spans).map { TakeSpan(subject: $0, file: source.name, start: $1.start, end: $1.end) }
    }
    transcripts = try assigned(files, to: takes).map { subject, file in
      var transcript = file.transcript
      transcript.isAccepted = true
      return (subject, transcript)
    }
  }
}
