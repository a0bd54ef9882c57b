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

  /// Frames to either side among which the largest and the smallest are sought.
  private static let extremaReach = 30

  private let channels: [SIMD16<Int8>]
  private var middle = RunningSum(reach: 15)
  private var long = RunningSum(reach: 40)
  private let means: SIMD16<Float>
  private let scales: SIMD16<Float>

  /// The largest and smallest short sums around each of the frames at hand.
  private var largest: [SIMD16<Int16>] = []
  private var smallest: [SIMD16<Int16>] = []

  init(of channels: DetectorChannels) {
    self.channels = channels.rows
    (means, scales) = Self.normalisation(of: channels.rows)
  }

  /// Mean of the short sums of each channel, and one over their deviation, both in scaled units.
  private static func normalisation(of rows: [SIMD16<Int8>]) -> (SIMD16<Float>, SIMD16<Float>) {
    var total = SIMD16<Int>()
    var squares = SIMD16<Int>()
    // A square is below 2^19: 32 bits hold the sum of 4096.
    for start in stride(from: 0, to: rows.count, by: 4096) {
      var partTotal = SIMD16<Int32>()
      var partSquares = SIMD16<Int32>()
      for t in start..<min(rows.count, start + 4096) {
        let sum = SIMD16<Int32>(truncatingIfNeeded: shortSum(around: t, in: rows))
        partTotal &+= sum
        partSquares &+= sum &* sum
      }
      total &+= SIMD16<Int>(truncatingIfNeeded: partTotal)
      squares &+= SIMD16<Int>(truncatingIfNeeded: partSquares)
    }
    var means = SIMD16<Float>()
    var scales = SIMD16<Float>()
    let unit = Double(5 * DetectorChannels.stepsInUnit)
    let count = Double(max(1, rows.count))
    for c in 0..<16 {
      let mean = Double(total[c]) / count
      let variance = max(0, Double(squares[c]) / count - mean * mean)
      means[c] = Float(mean / unit)
      scales[c] = Float(1 / (variance.squareRoot() / unit + 0.05))
    }
    return (means, scales)
  }

  /// The sum of the five rows around frame `t`, the edges taken to go on unchanged.
  @inline(__always)
  private static func shortSum(around t: Int, in rows: [SIMD16<Int8>]) -> SIMD16<Int16> {
    let last = rows.count - 1
    var sum = SIMD16<Int16>()
    for i in t - 2...t + 2 { sum &+= SIMD16<Int16>(truncatingIfNeeded: rows[min(max(0, i), last)]) }
    return sum
  }

  /// Writes the six rows of each frame in `frames` into `inputs`; quickest where they go on where the last ones ended.
  mutating func append(_ frames: Range<Int>, to inputs: inout [SIMD16<Float>]) {
    let reach = Self.extremaReach
    let around = (frames.lowerBound - reach..<frames.upperBound + reach).map { t in
      Self.shortSum(around: min(max(0, t), channels.count - 1), in: channels)
    }
    setExtrema(of: around)
    let step = 1 / DetectorChannels.stepsInUnit
    for (index, t) in frames.enumerated() {
      let near = SIMD16<Float>(around[index + reach]) * (step / 5)
      inputs.append(near)
      inputs.append(SIMD16<Float>(middle.next(around: t, in: channels)) * (step / 31))
      inputs.append(SIMD16<Float>(long.next(around: t, in: channels)) * (step / 81))
      let normal = (near - means) * scales
      let raised = normal.replacing(with: -3, where: normal .< -3)
      inputs.append(raised.replacing(with: 3, where: raised .> 3))
      inputs.append(near - SIMD16<Float>(largest[index]) * (step / 5))
      inputs.append(near - SIMD16<Float>(smallest[index]) * (step / 5))
    }
  }

  /// Sets `largest` and `smallest` to those of `sums` within 30 of each but the first and the last 30.
  ///
  /// Source: M. van Herk, "A fast algorithm for local minimum and maximum filters", Pattern Recogn. Lett. 13 (1992),
  /// p. 517: within blocks as long as the window, the extrema from the block's start and from its end.
  private mutating func setExtrema(of sums: [SIMD16<Int16>]) {
    let width = 2 * Self.extremaReach + 1
    let sums = sums.span
    var forwardMax = [SIMD16<Int16>](repeating: .zero, count: sums.count)
    var forwardMin = forwardMax
    var backwardMax = forwardMax
    var backwardMin = forwardMax
    for i in sums.indices {
      let v = sums[i]
      let starts = i % width == 0
      forwardMax[i] = starts ? v : larger(forwardMax[i - 1], v)
      forwardMin[i] = starts ? v : smaller(forwardMin[i - 1], v)
    }
    for i in sums.indices.reversed() {
      let v = sums[i]
      let starts = i % width == width - 1 || i == sums.count - 1
      backwardMax[i] = starts ? v : larger(backwardMax[i + 1], v)
      backwardMin[i] = starts ? v : smaller(backwardMin[i + 1], v)
    }
    largest.removeAll(keepingCapacity: true)
    smallest.removeAll(keepingCapacity: true)
    for i in 0..<sums.count - width + 1 {
      largest.append(larger(backwardMax[i], forwardMax[i + width - 1]))
      smallest.append(smaller(backwardMin[i], forwardMin[i + width - 1]))
    }
  }
}

@inline(__always)
private func larger(_ a: SIMD16<Int16>, _ b: SIMD16<Int16>) -> SIMD16<Int16> { a.replacing(with: b, where: b .> a) }

@inline(__always)
private func smaller(_ a: SIMD16<Int16>, _ b: SIMD16<Int16>) -> SIMD16<Int16> { a.replacing(with: b, where: b .< a) }

/// The sum of rows around a frame that moves on by one at a time, the edges taken to go on unchanged.
private struct RunningSum {
  let reach: Int
  private var sum = SIMD16<Int16>()
  /// The frame to which the sum can move on.
  private var following: Int?

  init(reach: Int) { self.reach = reach }

  /// The sum of the rows within `reach` of frame `t`; quick where `t` follows that of the call before.
  mutating func next(around t: Int, in rows: [SIMD16<Int8>]) -> SIMD16<Int16> {
    func row(_ i: Int) -> SIMD16<Int16> { SIMD16<Int16>(truncatingIfNeeded: rows[min(max(0, i), rows.count - 1)]) }
    if t == following {
      sum = sum &+ row(t + reach) &- row(t - reach - 1)
    } else {
      sum = .zero
      for i in t - reach...t + reach { sum &+= row(i) }
    }
    following = t + 1
    return sum
  }
}
