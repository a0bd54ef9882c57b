import Acoustics
import Glibc

/// The lags at which a frame may be periodic, three a frame, packed into 12 bytes.
struct PitchCandidates: Sendable, Equatable {
  /// Candidates a frame; where there are fewer, the rest has no strength.
  static let perFrame = 3
  /// Samples a second of the autocorrelation whose lags these are.
  private static let lagRate: Float = 8_000
  /// Weaker peaks are not kept: nothing below could be taken for voiced.
  private static let leastStrength: Float = 0.03
  /// Steps of a packed lag, a packed strength.
  private static let lagSteps: Float = 512
  private static let strengthSteps: Float = 65_535

  /// By what the height of a peak is multiplied, a value a lag: 1 to a lag of 51 samples (157 Hz), then rising to 1.9
  /// at 75 Hz.
  ///
  /// Peaks fall with the lag as the Hann window does, and the chance peaks of noise as about its cube root. To
  /// multiply by that root's inverse makes chance peaks equal at all lags, so that low voices are found as well as high
  /// ones; up to 65 % of the window the fall is left as it is, which puts the period before its multiples.
  private static let weights: [Float] = (0...128).map { lag in
    let window = 0.5 + 0.5 * cosf(2 * Float.pi * Float(lag) / 256)
    return 1 / cbrtf(min(1, max(0.1, window) / 0.65))
  }

  /// The pitches that candidates may have.
  let range: PitchRange
  /// The whole lags that are looked at, and the shortest and the longest that are kept.
  private let wholeLags: ClosedRange<Int>
  private let shortest: Float
  private let longest: Float
  private var packed: [Packed] = []

  private struct Packed: Equatable {
    var lag: UInt16
    var strength: UInt16
  }

  /// No frames yet, of candidates within `range`.
  init(in range: PitchRange = .standard) {
    self.range = range
    shortest = Self.lagRate / Float(range.ceiling)
    longest = Self.lagRate / Float(range.floor)
    wholeLags = Int(shortest)...Int(longest.rounded(.up))
  }

  /// How many frames there are.
  var count: Int { packed.count / Self.perFrame }

  /// Forgets the first `count` frames.
  mutating func removeFirst(_ count: Int) {
    packed.removeFirst(count * Self.perFrame)
  }

  mutating func reserveCapacity(_ frames: Int) {
    packed.reserveCapacity(frames * Self.perFrame)
  }

  /// Pitch in Hz of candidate `index` of `frame`; meaningless where it has no strength.
  func frequency(_ frame: Int, _ index: Int) -> Float {
    Self.lagRate * Self.lagSteps / Float(max(1, packed[frame * Self.perFrame + index].lag))
  }

  /// Weighted height of the peak over that at lag 0, 0 (no candidate) to 1.
  func strength(_ frame: Int, _ index: Int) -> Float {
    Float(packed[frame * Self.perFrame + index].strength) / Self.strengthSteps
  }

  /// Appends the first `count` of the frames whose autocorrelations are the lanes of `correlation`, a value a lag,
  /// and those of `spectra` what they are the autocorrelations of.
  mutating func append(_ correlation: [Lanes], of spectra: [Lanes], count: Int) {
    let weights = Self.weights
    let least = Self.leastStrength * correlation[0]
    let zero = Lanes(repeating: 0)
    var heights = (zero, zero, zero)
    var places = (zero, zero, zero)
    for lag in wholeLags {
      let here = correlation[lag]
      let weighted = here * weights[lag]
      let isPeak = (weighted .> least) .& (here .> correlation[lag - 1]) .& (here .>= correlation[lag + 1])
      guard any(isPeak) else { continue }
      let height = zero.replacing(with: weighted, where: isPeak)
      let place = Lanes(repeating: Float(lag))
      let (isFirst, isSecond, isThird) = (height .> heights.0, height .> heights.1, height .> heights.2)
      heights.2 = heights.2.replacing(with: height, where: isThird).replacing(with: heights.1, where: isSecond)
      places.2 = places.2.replacing(with: place, where: isThird).replacing(with: places.1, where: isSecond)
      heights.1 = heights.1.replacing(with: height, where: isSecond).replacing(with: heights.0, where: isFirst)
      places.1 = places.1.replacing(with: place, where: isSecond).replacing(with: places.0, where: isFirst)
      heights.0 = heights.0.replacing(with: height, where: isFirst)
      places.0 = places.0.replacing(with: place, where: isFirst)
    }
    let scale = 1 / (correlation[0] + 1e-20)
    refine(&places, in: spectra)
    for lane in 0..<count {
      append(heights.0[lane] * scale[lane], at: places.0[lane])
      append(heights.1[lane] * scale[lane], at: places.1[lane])
      append(heights.2[lane] * scale[lane], at: places.2[lane])
    }
  }

  /// Appends a candidate, or none where the strength is 0 or `place` was refined out of the range.
  private mutating func append(_ strength: Float, at place: Float) {
    let isCandidate = strength > 0 && place >= shortest && place <= longest
    packed.append(
      isCandidate
        ? Packed(
          lag: UInt16(place * Self.lagSteps + 0.5),
          strength: UInt16(min(1, strength) * Self.strengthSteps + 0.5))
        : Packed(lag: 0, strength: 0))
  }
}
