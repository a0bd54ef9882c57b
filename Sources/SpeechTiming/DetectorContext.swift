import Acoustics

/// Each frame's channels within their surroundings: six rows of sixteen values, the inputs of the network.
///
/// Means over 50, 310 and 810 ms; the first of them over the take's mean in standard deviations; and how far it lies
/// under the largest and over the smallest of the 610 ms around. Sums are of whole numbers and so exact.
struct DetectorContext {
  /// Rows of a frame.
  static let rowCount = 6
  /// Inputs of a frame.
  static let inputCount = 16 * rowCount

  private let channels: [SIMD16<Int8>]
  private var middle = RunningSum(reach: 15)
  private var long = RunningSum(reach: 40)
  private let shortSums: [SIMD16<Int16>]
  private let means: SIMD16<Float>
  private let scales: SIMD16<Float>

  /// The largest and smallest short sums around each of the frames at hand.
  private var largest: [SIMD16<Int16>] = []
  private var smallest: [SIMD16<Int16>] = []

  init(of channels: DetectorChannels) {
    self.channels = channels.rows
    var sum = RunningSum(reach: 2)
    let rows = channels.rows
    shortSums = rows.indices.map { sum.next(around: $0, in: rows) }
    (means, scales) = Self.normalisation(of: shortSums)
  }

  /// Mean of the short sums of each channel, and one over their deviation, both in scaled units.
  private static func normalisation(of sums: [SIMD16<Int16>]) -> (SIMD16<Float>, SIMD16<Float>) {
    var total = [Int](repeating: 0, count: 16)
    var squares = total
    for row in sums {
      for c in 0..<16 {
        let value = Int(row[c])
        total[c] += value
        squares[c] += value * value
      }
    }
    var means = SIMD16<Float>()
    var scales = SIMD16<Float>()
    let unit = Double(5 * DetectorChannels.stepsInUnit)
    for c in 0..<16 {
      let mean = Double(total[c]) / Double(max(1, sums.count))
      let variance = max(0, Double(squares[c]) / Double(max(1, sums.count)) - mean * mean)
      means[c] = Float(mean / unit)
      scales[c] = Float(1 / (variance.squareRoot() / unit + 0.05))
    }
    return (means, scales)
  }

  /// Writes the six rows of each frame in `frames`, which go on where the last ones ended, into `inputs`.
  mutating func append(_ frames: Range<Int>, to inputs: inout [SIMD16<Float>]) {
    setExtrema(of: frames)
    let step = 1 / DetectorChannels.stepsInUnit
    for t in frames {
      let near = SIMD16<Float>(shortSums[t]) * (step / 5)
      inputs.append(near)
      inputs.append(SIMD16<Float>(middle.next(around: t, in: channels)) * (step / 31))
      inputs.append(SIMD16<Float>(long.next(around: t, in: channels)) * (step / 81))
      inputs.append(
        ((near - means) * scales).clamped(lowerBound: .init(repeating: -3), upperBound: .init(repeating: 3)))
      inputs.append(near - SIMD16<Float>(largest[t - frames.lowerBound]) * (step / 5))
      inputs.append(near - SIMD16<Float>(smallest[t - frames.lowerBound]) * (step / 5))
    }
  }

  /// Sets `largest` and `smallest` to those of the short sums within 30 frames of each in `frames`.
  ///
  /// Source: M. van Herk, "A fast algorithm for local minimum and maximum filters", Pattern Recogn. Lett. 13 (1992),
  /// p. 517: within blocks as long as the window, the extrema from the block's start and from its end.
  private mutating func setExtrema(of frames: Range<Int>) {
    let reach = 30
    let width = 2 * reach + 1
    let first = frames.lowerBound - reach
    let count = frames.count + 2 * reach
    func value(_ i: Int) -> SIMD16<Int16> { shortSums[min(max(0, first + i), shortSums.count - 1)] }
    var forwardMax = [SIMD16<Int16>](repeating: .zero, count: count)
    var forwardMin = forwardMax
    var backwardMax = forwardMax
    var backwardMin = forwardMax
    for i in 0..<count {
      let v = value(i)
      let starts = i % width == 0
      forwardMax[i] = starts ? v : pointwiseMax(forwardMax[i - 1], v)
      forwardMin[i] = starts ? v : pointwiseMin(forwardMin[i - 1], v)
    }
    for i in (0..<count).reversed() {
      let v = value(i)
      let starts = i % width == width - 1 || i == count - 1
      backwardMax[i] = starts ? v : pointwiseMax(backwardMax[i + 1], v)
      backwardMin[i] = starts ? v : pointwiseMin(backwardMin[i + 1], v)
    }
    largest.removeAll(keepingCapacity: true)
    smallest.removeAll(keepingCapacity: true)
    for i in 0..<frames.count {
      largest.append(pointwiseMax(backwardMax[i], forwardMax[i + width - 1]))
      smallest.append(pointwiseMin(backwardMin[i], forwardMin[i + width - 1]))
    }
  }
}

/// The sum of rows around a frame that moves on by one at a time, the edges taken to go on unchanged.
private struct RunningSum {
  let reach: Int
  private var sum = SIMD16<Int16>()

  init(reach: Int) { self.reach = reach }

  /// The sum of the rows within `reach` of frame `t`, 0 at first and then one more each time.
  mutating func next(around t: Int, in rows: [SIMD16<Int8>]) -> SIMD16<Int16> {
    func row(_ i: Int) -> SIMD16<Int16> { SIMD16<Int16>(truncatingIfNeeded: rows[min(max(0, i), rows.count - 1)]) }
    if t == 0 {
      sum = .zero
      for i in -reach...reach { sum &+= row(i) }
    } else {
      sum = sum &+ row(t + reach) &- row(t - reach - 1)
    }
    return sum
  }
}
