import SoundFiles
package import SpeechTiming

/// One span of a sound file, measured.
package struct MeasuredSpan: Sendable {
  package var timing: TakeTiming
  /// Where the span begins in the file, in seconds.
  package var offset: Double
}

/// A sound file, read once from end to end, with the spans of it that were asked for.
package struct MeasuredFile: Sendable {
  /// Samples a second, as the file has them.
  package var sampleRate: Int
  /// The whole file, in seconds.
  package var duration: Double
  /// In the order in which they were asked for.
  package var spans: [MeasuredSpan]
  /// What is wrong with the file, a sentence, where it could be read all the same.
  package var remark: String?
}

/// Reads the sound file at `path` once and measures `spans` of it (seconds; `nil` ends at the end of the file).
///
/// Memory does not grow with the samples: they pass through in blocks. `progress` hears the share that is done,
/// 0...1, now and then, where the file says how long it is.
/// - Throws: a `SoundFileError` where the file cannot be read; a `SessionError` where a span begins past its end.
package func measure(
  _ path: String, spans: [(start: Double, end: Double?)] = [(0, nil)],
  parameters: TimingParameters = .standard, progress: (Double) -> Void = { _ in }
) throws -> MeasuredFile {
  var reader = try SoundReader.open(path)
  let sampleRate = reader.sampleRate
  var analyzers = spans.map { _ in TakeAnalyzer(sampleRate: sampleRate, parameters: parameters) }
  let cut = SampleSpans(spans, in: reader)
  for (index, seconds) in cut.expectedSeconds.enumerated() { analyzers[index].reserveCapacity(seconds: seconds) }
  let frameCount = try cut.read(from: &reader, progress: progress) { analyzers[$0].append($1) }
  let duration = Double(frameCount) / Double(sampleRate)
  for span in spans where max(span.start, span.end ?? 0) > duration + 0.001 {
    throw SessionError(
      .badData,
      """
      A mark at \(max(span.start, span.end ?? 0)) s lies past the end of \(path), which is \(duration) s long; \
      correct the marks.
      """)
  }
  return MeasuredFile(
    sampleRate: sampleRate, duration: duration,
    spans: spans.indices.map { MeasuredSpan(timing: analyzers[$0].finish(), offset: spans[$0].start) },
    remark: reader.remark)
}
