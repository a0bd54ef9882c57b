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
  func frame(_ seconds: Double) -> Int { Int((seconds * Double(sampleRate)).rounded()) }
  var running = spans.map { span in
    RunningSpan(
      start: frame(span.start), end: span.end.map(frame), sampleRate: sampleRate,
      analyzer: TakeAnalyzer(sampleRate: sampleRate, parameters: parameters))
  }
  if let total = reader.frameCount {
    for index in running.indices { running[index].expect(fileOf: total) }
  }
  var block = [Float](repeating: 0, count: 1 << 15)
  var position = 0
  while true {
    let count = try reader.read(into: &block)
    guard count > 0 else { break }
    for index in running.indices { running[index].take(block, count: count, at: position) }
    position += count
    if let total = reader.frameCount, total > 0 { progress(min(1, Double(position) / Double(total))) }
  }
  let duration = Double(position) / Double(sampleRate)
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
    spans: spans.indices.map { MeasuredSpan(timing: running[$0].analyzer.finish(), offset: spans[$0].start) },
    remark: reader.remark)
}

/// A span whose samples are passing through.
private struct RunningSpan {
  var start: Int
  var end: Int?
  var sampleRate: Int
  var analyzer: TakeAnalyzer

  /// Makes room for what a file of `frameCount` frames has of the span, ten hours at most: a header may be wrong.
  mutating func expect(fileOf frameCount: Int) {
    let frames = min(frameCount, end ?? frameCount) - start
    analyzer.reserveCapacity(seconds: max(0, min(36_000, Double(frames) / Double(sampleRate))))
  }

  /// Takes what lies within the span of the first `count` frames of `block`, which begins at frame `position`.
  mutating func take(_ block: [Float], count: Int, at position: Int) {
    let first = max(0, start - position)
    let last = min(count, (end ?? Int.max) - position)
    guard first < last else { return }
    analyzer.append(block.span.extracting(first..<last))
  }
}
