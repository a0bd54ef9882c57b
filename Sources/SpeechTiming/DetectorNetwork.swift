/// A few perceptrons of sixteen rectified units each, whose log-odds of speech are averaged.
struct DetectorNetwork: Sendable {
  /// Of each perceptron: the weights of each input, the units' biases, their weights, and in one lane the last bias.
  private let rows: [SIMD16<Float>]
  private let netCount: Int
  private static let rowsInNet = DetectorContext.inputCount + 3
  /// Frames at a time, an even number: their inputs stay in the nearest caches.
  private static let block = 128

  /// The trained network.
  static let trained = DetectorNetwork(encoded: DetectorWeights.encoded)

  /// The network that `encoded` spells, see `DetectorWeights`.
  init(encoded: StaticString) {
    rows = decodedWeights(encoded)
    netCount = rows.count / Self.rowsInNet
  }

  /// Mean log-odds of speech of each of `frames`, among all of `channels`; those of every other frame lie between
  /// their neighbours', since no input is smoothed over less than 50 ms.
  func logits(of channels: DetectorChannels, in frames: Range<Int>) -> [Float] {
    let count = frames.count
    var context = DetectorContext(of: channels)
    var inputs: [SIMD16<Float>] = []
    var logits: [Float] = []
    inputs.reserveCapacity(Self.block * DetectorContext.rowCount)
    logits.reserveCapacity(count)
    for start in stride(from: frames.lowerBound, to: frames.upperBound, by: Self.block) {
      let block = start..<min(frames.upperBound, start + Self.block)
      inputs.removeAll(keepingCapacity: true)
      context.append(block, to: &inputs)
      inputs.withUnsafeBytes { bytes in
        let values = bytes.bindMemory(to: Float.self)
        // Two frames share each weight that is read: the second of an odd pair is the first once more.
        for t in stride(from: 0, to: block.count, by: 4) {
          let second = min(t + 2, (block.count - 1) & ~1)
          let pair = logitPair(
            of: values, at: t * DetectorContext.inputCount, and: second * DetectorContext.inputCount)
          logits += [pair.first, 0, pair.second, 0]
        }
      }
    }
    logits.removeLast(logits.count - count)
    for t in stride(from: 1, to: count, by: 2) {
      logits[t] = t + 1 < count ? 0.5 * (logits[t - 1] + logits[t + 1]) : logits[t - 1]
    }
    return logits
  }

  private func logitPair(
    of inputs: UnsafeBufferPointer<Float>, at first: Int, and second: Int
  ) -> (first: Float, second: Float) {
    let inputCount = DetectorContext.inputCount
    return rows.withUnsafeBufferPointer { rows in
      var sums: (first: Float, second: Float) = (0, 0)
      for net in 0..<netCount {
        let start = net * Self.rowsInNet
        var (a, b) = (rows[start + inputCount], rows[start + inputCount])
        for i in 0..<inputCount {
          let weights = rows[start &+ i]
          a += weights * inputs[first &+ i]
          b += weights * inputs[second &+ i]
        }
        let (outWeights, outBias) = (rows[start + inputCount + 1], rows[start + inputCount + 2][0])
        sums.first += (a.replacing(with: 0, where: a .< 0) * outWeights).sum() + outBias
        sums.second += (b.replacing(with: 0, where: b .< 0) * outWeights).sum() + outBias
      }
      return (sums.first / Float(netCount), sums.second / Float(netCount))
    }
  }
}

/// The rows of sixteen numbers that `encoded` spells.
///
/// A row is 33 characters from "0" on, each for six bits: the row's exponent plus 40, then two for each number, the
/// upper first, as a mantissa plus 2048. A number is its mantissa times two to the row's exponent. Line breaks count
/// for nothing.
func decodedWeights(_ encoded: StaticString) -> [SIMD16<Float>] {
  encoded.withUTF8Buffer { text in
    let digits = text.filter { $0 >= 48 }.map { Int($0) - 48 }
    return stride(from: 0, to: digits.count - 32, by: 33).map { start in
      let unit = Float(sign: .plus, exponent: digits[start] - 40, significand: 1)
      var row = SIMD16<Float>()
      for i in 0..<16 {
        row[i] = Float(digits[start + 1 + 2 * i] * 64 + digits[start + 2 + 2 * i] - 2048) * unit
      }
      return row
    }
  }
}
