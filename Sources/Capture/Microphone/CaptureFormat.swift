/// How one sample is held: little-endian in memory, full scale at the type's own limits.
package enum SampleEncoding: String, Sendable, CaseIterable {
  case int16
  /// Also holds the samples of 24-bit hardware, in the upper three bytes.
  case int32
  /// Full scale is -1...1.
  case float32

  /// Bytes of one sample.
  package var byteCount: Int {
    switch self {
    case .int16: 2
    case .int32, .float32: 4
    }
  }
}

/// What the microphone really delivers: interleaved frames of `channelCount` samples.
package struct CaptureFormat: Sendable, Equatable {
  package let encoding: SampleEncoding
  /// Frames per second, as set on the device: 8,000 to 192,000.
  package let sampleRate: Int
  package let channelCount: Int

  package init(encoding: SampleEncoding, sampleRate: Int, channelCount: Int) {
    self.encoding = encoding
    self.sampleRate = sampleRate
    self.channelCount = channelCount
  }

  /// Bytes of one frame: a sample of every channel.
  package var frameByteCount: Int { encoding.byteCount * channelCount }

  /// The frames that fit in a span of time, to the nearest one.
  func frames(in time: Duration) -> Int {
    Int((time / .seconds(1) * Double(sampleRate)).rounded())
  }

  /// The span of time that `count` frames take.
  func time(of count: Int) -> Duration {
    .seconds(Double(count) / Double(sampleRate))
  }
}
