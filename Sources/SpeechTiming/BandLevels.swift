import Acoustics

/// The level of each mel band of each frame, kept in steps of 1/128 dB: 40 bytes a frame.
///
/// Bands are taken in groups of four neighbours, the lowest first; the levels of a group are a vector.
struct BandLevels: Sendable {
  /// Groups of four bands in a frame.
  static let groupCount = 5
  /// Bands in a frame.
  static let bandCount = 4 * groupCount

  /// Steps in a decibel: fine against the 5 dB by which a band of noise scatters from frame to frame.
  static let stepsInDecibel: Float = 128
  /// 10 log10(2): decibels in a factor of two.
  private static let decibelsInOctave: Float = 3.010_3
  /// Levels further from 0 dB are not told apart; 16-bit audio lies within a third of it.
  private static let limit: Float = 255

  /// The groups of all frames, in steps; those of the first frame first.
  private(set) var steps: [SIMD4<Int16>] = []

  /// How many frames there are.
  var count: Int { steps.count / Self.groupCount }

  /// Forgets the first `count` frames.
  mutating func removeFirst(_ count: Int) {
    steps.removeFirst(count * Self.groupCount)
  }

  /// Appends `frame` of `other`.
  mutating func append(_ frame: Int, of other: BandLevels) {
    steps += other.steps[frame * Self.groupCount..<(frame + 1) * Self.groupCount]
  }

  mutating func reserveCapacity(_ frames: Int) {
    steps.reserveCapacity(frames * Self.groupCount)
  }

  /// Appends the first `count` of the frames whose `bandCount` band powers, above zero, are the lanes of `powers`.
  mutating func append(_ powers: [Lanes], count: Int) {
    let start = steps.count
    steps.append(contentsOf: repeatElement(.zero, count: count * Self.groupCount))
    var rows = steps.mutableSpan
    for group in 0..<Self.groupCount {
      let (a, b, c, d) = (powers[4 * group], powers[4 * group + 1], powers[4 * group + 2], powers[4 * group + 3])
      let low = transposed(a.lowHalf, b.lowHalf, c.lowHalf, d.lowHalf)
      let high = transposed(a.highHalf, b.highHalf, c.highHalf, d.highHalf)
      let frames: InlineArray<8, SIMD4<Float>> = [
        low.0, low.1, low.2, low.3, high.0, high.1, high.2, high.3,
      ]
      for lane in 0..<count {
        rows[start + lane * Self.groupCount + group] = Self.steps(ofPowers: frames[lane])
      }
    }
  }

  /// Levels of the bands of `group` in `frame`, in dB relative to a power of 1.
  @inline(__always)
  func levels(_ frame: Int, group: Int) -> SIMD4<Float> {
    wholeNumbers(SIMD4<Int32>(truncatingIfNeeded: steps[frame * Self.groupCount + group])) / Self.stepsInDecibel
  }

  /// Level of `band` in `frame`, in dB.
  func level(_ frame: Int, band: Int) -> Float {
    Float(steps[frame * Self.groupCount + band / 4][band % 4]) / Self.stepsInDecibel
  }

  /// Powers of the bands of `group` in `frame`.
  func powers(_ frame: Int, group: Int) -> SIMD4<Float> {
    Self.powers(ofLevels: levels(frame, group: group))
  }

  /// Power of `band` in `frame`.
  func power(_ frame: Int, band: Int) -> Float {
    powers(frame, group: band / 4)[band % 4]
  }

  /// The powers of four levels in dB within ±255.
  @inline(__always)
  static func powers(ofLevels levels: SIMD4<Float>) -> SIMD4<Float> {
    powersOfTwo(levels * (1 / decibelsInOctave))
  }

  /// The levels of four powers above zero, in dB.
  @inline(__always)
  static func levels(ofPowers powers: SIMD4<Float>) -> SIMD4<Float> {
    binaryLogarithms(of: powers) * decibelsInOctave
  }

  @inline(__always)
  private static func steps(ofPowers powers: SIMD4<Float>) -> SIMD4<Int16> {
    let levels = clamped(levels(ofPowers: powers), -limit, limit)
    return SIMD4<Int16>(truncatingIfNeeded: rounded(levels * stepsInDecibel))
  }
}
