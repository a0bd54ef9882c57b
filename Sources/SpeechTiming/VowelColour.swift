import Glibc

/// What tells one vowel from another in 50 ms around a frame: the levels of ten bands from 0.2 to 2.2 kHz.
struct VowelColour {
  /// In the first ten places the bands' levels over their mean, in the eleventh that mean, in dB.
  ///
  /// A band 30 dB below the loudest counts as no quieter: further down is the room.
  private(set) var levels = SIMD16<Float>()
  /// Whether it is that of a central vowel: a band from 1.0 to 2.0 kHz, where the second formant of these lies, is within
  /// 25 dB of the loudest.
  ///
  /// Close, back and nasal sounds fall by 30 to 50. Our own choice, see FilledPausesTests.
  let isCentral: Bool

  /// Bands 1 to 10: edges at 172 and 2203 Hz.
  private static let bands = 10

  init(around frame: Int, in features: FrameFeatures) {
    var loudest = -Float.infinity
    for band in 0..<Self.bands {
      levels[band] = 10 * log10f(power(of: band + 1, around: frame, in: features))
      loudest = max(loudest, levels[band])
    }
    isCentral = max(levels[6], levels[7], levels[8]) >= loudest - 25
    levels = pointwiseMax(levels, SIMD16(repeating: loudest - 30))
    let mean = (0..<Self.bands).reduce(0) { $0 + levels[$1] } / Float(Self.bands)
    levels -= mean
    levels[Self.bands] = mean
  }

  /// For all but the first and last `reach` of `colours` whether, `reach` frames to both sides, colour and level are
  /// steady: standard deviations of 1 dB at most, on average over the bands, and of 2.5 dB for their mean.
  static func areSteady(_ colours: [VowelColour], reach: Int) -> [Bool] {
    let width = 2 * reach + 1
    var sum = SIMD16<Float>()
    var squares = SIMD16<Float>()
    var areSteady: [Bool] = []
    for (place, colour) in colours.enumerated() {
      sum += colour.levels
      squares += colour.levels * colour.levels
      if place >= width {
        let left = colours[place - width].levels
        sum -= left
        squares -= left * left
      }
      guard place >= width - 1 else { continue }
      let mean = sum / Float(width)
      let deviations = pointwiseMax(squares / Float(width) - mean * mean, SIMD16()).squareRoot()
      let ofBands = (0..<bands).reduce(0) { $0 + deviations[$1] } / Float(bands)
      areSteady.append(ofBands <= 1 && deviations[bands] <= 2.5)
    }
    return areSteady
  }
}

/// Power of `band` over 50 ms around `frame`.
private func power(of band: Int, around frame: Int, in features: FrameFeatures) -> Float {
  var sum: Float = 1e-12
  for t in max(0, frame - 2)...min(features.count - 1, frame + 2) {
    sum += features.bands.power(t, band: band)
  }
  return sum
}
