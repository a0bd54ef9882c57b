/// The samples of one read: up to one period of interleaved frames, in the microphone's own encoding.
package struct SampleBlock: ~Copyable {
  package let format: CaptureFormat
  /// The most frames that fit.
  package let capacity: Int
  /// The frames held now, `0...capacity`.
  package private(set) var frameCount = 0
  private let storage: UnsafeMutableRawBufferPointer

  package init(format: CaptureFormat, capacity: Int) {
    self.format = format
    self.capacity = capacity
    storage = .allocate(byteCount: capacity * format.frameByteCount, alignment: 16)
  }

  deinit { storage.deallocate() }

  /// Replaces what the block holds.
  ///
  /// - Parameter write: fills the start of the memory, and returns the frames it wrote (none if negative).
  /// - Returns: what `write` returned.
  @discardableResult
  package mutating func fill(_ write: (UnsafeMutableRawBufferPointer) -> Int) -> Int {
    let written = write(storage)
    precondition(written <= capacity, "a block of \(capacity) frames cannot hold \(written)")
    frameCount = max(written, 0)
    return written
  }

  /// Replaces what the block holds by digital silence: zero, in every encoding.
  package mutating func fillWithSilence(frameCount: Int) {
    let byteCount = frameCount * format.frameByteCount
    fill { memory in
      memory[..<byteCount].initializeMemory(as: UInt8.self, repeating: 0)
      return frameCount
    }
  }

  /// Gives the samples to `sink`, in the type that holds them without loss.
  package func append<Sink: TakeSink & ~Copyable>(to sink: inout Sink) throws(Sink.Failure) {
    switch format.encoding {
    case .int16: try sink.append(samples(as: Int16.self).span)
    case .int32: try sink.append(samples(as: Int32.self).span)
    case .float32: try sink.append(samples(as: Float.self).span)
    }
  }

  /// Puts the samples of one channel into `mono`, `frameCount` of them; full scale is -1...1.
  package func copy(channel: Int, into mono: inout [Float]) {
    switch format.encoding {
    case .int16: copy(samples(as: Int16.self), channel: channel, into: &mono)
    case .int32: copy(samples(as: Int32.self), channel: channel, into: &mono)
    case .float32: copy(samples(as: Float.self), channel: channel, into: &mono)
    }
  }

  /// Peak and mean level over the samples of all channels.
  package var level: SignalLevel {
    switch format.encoding {
    case .int16: SignalLevel(of: samples(as: Int16.self))
    case .int32: SignalLevel(of: samples(as: Int32.self))
    case .float32: SignalLevel(of: samples(as: Float.self))
    }
  }

  private func copy(_ samples: UnsafeBufferPointer<some Sample>, channel: Int, into mono: inout [Float]) {
    mono.removeAll(keepingCapacity: true)
    for place in stride(from: channel, to: samples.count, by: format.channelCount) {
      mono.append(samples[place].amplitude)
    }
  }

  /// The samples held, valid until the block is filled again.
  private func samples<Held: Sample>(as type: Held.Type) -> UnsafeBufferPointer<Held> {
    UnsafeBufferPointer(rebasing: storage.bindMemory(to: type)[..<(frameCount * format.channelCount)])
  }
}

// SAFETY: it is the one owner of its memory, and no borrowing method changes that.
extension SampleBlock: @unchecked Sendable {}
