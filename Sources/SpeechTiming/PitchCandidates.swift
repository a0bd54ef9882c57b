import Acoustics
import Glibc

/// The lags at which a frame may be periodic, three a frame, packed into 12 bytes.
struct PitchCandidates: Sendable, Equatable {
  /// Candidates a frame; where there are fewer, the rest has no strength.
  static let perFrame = 3
  /// Samples a second of the autocorrelation whose lags these are.
  static let lagRate: Float = 8_000
  /// Pitches from 75 to 500 Hz: the usual search range for both sexes (Praat's default floor of 75 Hz).
  static let lags = 16...106
  /// Weaker peaks are not kept: nothing below could be taken for voiced.
  private static let leastStrength: Float = 0.03
  /// Steps of a packed lag, a packed strength.
  private static let lagSteps: Float = 512
  private static let strengthSteps: Float = 65_535

  /// How the compressed autocorrelation of a steady tone falls with the lag, 1 at lag 0, no lower than 0.3.
  ///
  /// The tone's spectrum is the Hann window's main lobe, 1/2, 1 and 1/2 of which compression makes square roots.
  private static let lobe: [Float] = (0...lags.upperBound + 1).map { lag in
    let side = Float(2).squareRoot()
    let angle = 2 * Float.pi * Float(lag) / 256
    return max(0.3, (1 + side * cosf(angle)) / (1 + side))
  }

  private var packedLags: [UInt16] = []
  private var packedStrengths: [UInt16] = []

  /// How many frames there are.
  var count: Int { packedLags.count / Self.perFrame }

  mutating func reserveCapacity(_ frames: Int) {
    packedLags.reserveCapacity(frames * Self.perFrame)
    packedStrengths.reserveCapacity(frames * Self.perFrame)
  }

  /// Pitch in Hz of candidate `index` of `frame`; meaningless where it has no strength.
  func frequency(_ frame: Int, _ index: Int) -> Float {
    Self.lagRate * Self.lagSteps / Float(max(1, packedLags[frame * Self.perFrame + index]))
  }

  /// Height of the peak over that at lag 0, 0 (no candidate) to 1.
  func strength(_ frame: Int, _ index: Int) -> Float {
    Float(packedStrengths[frame * Self.perFrame + index]) / Self.strengthSteps
  }

  /// Appends the first `count` of the frames whose autocorrelations are the lanes of `correlation`, a value a lag.
  ///
  /// Strengths are those of the peaks as they are: they fall with the lag, which prefers the period to its
  /// multiples. Places are read after division by `lobe`, whose fall would draw each peak to shorter lags, from a
  /// parabola through three points. Source for both corrections: P. Boersma, "Accurate short-term analysis of the
  /// fundamental frequency", IFA Proceedings 17 (1993), p. 97.
  mutating func append(_ correlation: [Lanes], count: Int) {
    let scale = 1 / (correlation[0] + 1e-20)
    let least = Self.leastStrength * correlation[0]
    let zero = Lanes(repeating: 0)
    var heights = (zero, zero, zero)
    var places = (zero, zero, zero)
    for lag in Self.lags {
      let here = correlation[lag]
      let isPeak = (here .> least) .& (here .> correlation[lag - 1]) .& (here .>= correlation[lag + 1])
      guard any(isPeak) else { continue }
      let height = zero.replacing(with: here, where: isPeak)
      let place = Lanes(repeating: Float(lag))
      let (isFirst, isSecond, isThird) = (height .> heights.0, height .> heights.1, height .> heights.2)
      heights.2 = heights.2.replacing(with: height, where: isThird).replacing(with: heights.1, where: isSecond)
      places.2 = places.2.replacing(with: place, where: isThird).replacing(with: places.1, where: isSecond)
      heights.1 = heights.1.replacing(with: height, where: isSecond).replacing(with: heights.0, where: isFirst)
      places.1 = places.1.replacing(with: place, where: isSecond).replacing(with: places.0, where: isFirst)
      heights.0 = heights.0.replacing(with: height, where: isFirst)
      places.0 = places.0.replacing(with: place, where: isFirst)
    }
    for lane in 0..<count {
      append(heights.0[lane] * scale[lane], near: Int(places.0[lane]), in: correlation, lane: lane)
      append(heights.1[lane] * scale[lane], near: Int(places.1[lane]), in: correlation, lane: lane)
      append(heights.2[lane] * scale[lane], near: Int(places.2[lane]), in: correlation, lane: lane)
    }
  }

  /// Appends a candidate whose peak is nearest to `lag`, or none where the strength is 0.
  private mutating func append(_ strength: Float, near lag: Int, in correlation: [Lanes], lane: Int) {
    var place: Float = 0
    if strength > 0 {
      let a = correlation[lag - 1][lane] / Self.lobe[lag - 1]
      let b = correlation[lag][lane] / Self.lobe[lag]
      let c = correlation[lag + 1][lane] / Self.lobe[lag + 1]
      let curvature = a - 2 * b + c
      place = Float(lag) + (curvature < 0 ? max(-0.75, min(0.75, 0.5 * (a - c) / curvature)) : 0)
    }
    packedLags.append(UInt16((place * Self.lagSteps).rounded()))
    packedStrengths.append(UInt16((min(1, strength) * Self.strengthSteps).rounded()))
  }
}
