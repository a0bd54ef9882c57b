/// Measures the channels of a file, to decide how they become one.
///
/// Files of up to ten minutes are read whole, longer ones in 600 blocks of one second, evenly spread: the cost
/// is bounded. Where the place of a block cannot be reached, as in some damaged files, what was read decides.
///
/// - Parameter open: opens the file anew, so that the handle that is read later has never been moved.
/// - Returns: the weights of the channels.
/// - Throws: what opening and reading throw, also for a sample that is not a number.
func scanChannels(
  open: () throws(SoundFileError) -> SoundHandle
) throws(SoundFileError) -> ChannelMix {
  var first = try open()
  let statistics = try ChannelStatistics(of: &first, against: 0)
  let loudest = statistics.powers.indices.max { statistics.powers[$0] < statistics.powers[$1] } ?? 0
  // With two channels the correlation is the same seen from either; a third need not be known to the first.
  let needsSecondPass = loudest != 0 && statistics.powers.count > 2
  if !needsSecondPass {
    var correlations = statistics.correlations
    if loudest != 0 { correlations.reverse() }
    return ChannelMix(powers: statistics.powers, correlations: correlations)
  }
  var second = try open()
  let correlations = try ChannelStatistics(of: &second, against: loudest).correlations
  return ChannelMix(powers: statistics.powers, correlations: correlations)
}

/// The variance of each channel and its correlation with one of them; a constant offset counts for nothing.
private struct ChannelStatistics {
  private(set) var powers: [Double]
  private(set) var correlations: [Double]

  init(of sound: inout SoundHandle, against reference: Int) throws(SoundFileError) {
    let channelCount = sound.channelCount
    var sums = ChannelSums(channelCount: channelCount, reference: reference)
    let blockFrames = sound.sampleRate
    let scannedBlocks = 600
    // A quarter second at a time, less where many channels would need much memory.
    let stepFrames = max(1, min(blockFrames / 4, 1 << 18 / channelCount))
    let storage = UnsafeMutableBufferPointer<Float>.allocate(capacity: stepFrames * channelCount)
    storage.initialize(repeating: 0)
    defer { storage.deallocate() }

    let frameCount = sound.frameCount ?? 0
    let isSpread = sound.isSeekable && frameCount > scannedBlocks * blockFrames
    scan: for block in 0..<scannedBlocks {
      if isSpread {
        let start = frameCount / scannedBlocks * block
        guard sound.seek(toFrame: start) else { break scan }
      }
      var left = blockFrames
      while left > 0 {
        let wanted = min(left, stepFrames)
        let part = UnsafeMutableBufferPointer(rebasing: storage[..<(wanted * channelCount)])
        let count = try sound.read(into: part)
        sums.add(UnsafeBufferPointer(rebasing: part[..<(count * channelCount)]))
        guard count == wanted else { break scan }
        left -= count
      }
    }
    (powers, correlations) = sums.result
  }
}

/// Running sums over frames, in Double: ten minutes are 30 million samples.
private struct ChannelSums {
  let reference: Int
  var frames = 0.0
  var values: [Double]
  var squares: [Double]
  var products: [Double]

  init(channelCount: Int, reference: Int) {
    self.reference = reference
    values = Array(repeating: 0, count: channelCount)
    squares = values
    products = values
  }

  mutating func add(_ interleaved: UnsafeBufferPointer<Float>) {
    let channelCount = values.count
    let frameCount = interleaved.count / channelCount
    for channel in 0..<channelCount {
      var value = 0.0
      var square = 0.0
      var product = 0.0
      for frame in 0..<frameCount {
        let sample = Double(interleaved[frame * channelCount + channel])
        value += sample
        square += sample * sample
        product += sample * Double(interleaved[frame * channelCount + reference])
      }
      values[channel] += value
      squares[channel] += square
      products[channel] += product
    }
    frames += Double(frameCount)
  }

  var result: (powers: [Double], correlations: [Double]) {
    let count = max(frames, 1)
    let means = values.map { $0 / count }
    let powers = zip(squares, means).map { max(0, $0 / count - $1 * $1) }
    let correlations = values.indices.map { channel -> Double in
      let spread = (powers[channel] * powers[reference]).squareRoot()
      let shared = products[channel] / count - means[channel] * means[reference]
      return spread > 0 ? shared / spread : 0
    }
    return (powers, correlations)
  }
}
