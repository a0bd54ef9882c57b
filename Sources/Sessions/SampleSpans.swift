import SoundFiles

/// Spans of one sound file, whose samples pass through in blocks as the file is read once from end to end.
struct SampleSpans {
  private let spans: [(start: Int, end: Int?)]
  /// How long each span is likely to be, ten hours at most: a header may be wrong. Empty where the file does not tell.
  let expectedSeconds: [Double]

  /// The spans of `reader`'s file that `spans` tells in seconds; `nil` ends at the end of the file.
  init(_ spans: [(start: Double, end: Double?)], in reader: borrowing SoundReader) {
    let sampleRate = Double(reader.sampleRate)
    // Times of a file of other people may be anything: no file has as many frames as this bound.
    func frame(_ seconds: Double) -> Int { Int(min(0x1p60, max(0, (seconds * sampleRate).rounded()))) }
    let frames = spans.map { (start: frame($0.start), end: $0.end.map(frame)) }
    self.spans = frames
    expectedSeconds =
      reader.frameCount.map { total in
        frames.map { min(36_000, Double(max(0, min(total, $0.end ?? total) - $0.start)) / sampleRate) }
      } ?? []
  }

  /// Reads all of `reader` and hands `take` what lies within each span, by the span's index.
  ///
  /// `progress` hears the share that is done, 0...1, now and then, where the file says how long it is.
  /// - Returns: the frames of the file.
  func read(
    from reader: inout SoundReader, progress: (Double) -> Void = { _ in },
    _ take: (Int, borrowing Span<Float>) throws -> Void
  ) throws -> Int {
    var block = [Float](repeating: 0, count: 1 << 15)
    var position = 0
    while true {
      let count = try reader.read(into: &block)
      guard count > 0 else { return position }
      for (index, span) in spans.enumerated() {
        let first = max(0, span.start - position)
        let last = min(count, (span.end ?? .max) - position)
        if first < last { try take(index, block.span.extracting(first..<last)) }
      }
      position += count
      if let total = reader.frameCount, total > 0 { progress(min(1, Double(position) / Double(total))) }
    }
  }
}
