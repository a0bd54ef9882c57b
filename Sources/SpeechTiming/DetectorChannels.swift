/// What the detector's network looks at: sixteen values a frame, each scaled to lie mostly within -4...4.
///
/// Kept in 16 bytes a frame, in steps of 1/31: finer than the features scatter from frame to frame.
struct DetectorChannels {
  /// The cues that are a channel each, with the raw value that becomes 0 and the difference that becomes 1.
  enum Cue: Int {
    /// Level of the speech band under its 95th percentile, in dB.
    case underLoudest
    /// Energy over the local floor, mean over the bands, in dB.
    case overFloor
    /// Harmonicity, not smoothed.
    case harmonicity
    /// Mean of the bands' levels over the level of their mean power, in dB: 0 for a flat spectrum.
    case flatness
    /// Mean change of the bands' smoothed levels from the frame before, in dB.
    case flux
    /// Swing of the energy at the rate of syllables, in dB.
    case modulation

    var scale: (centre: Float, unit: Float) {
      switch self {
      case .underLoudest: (-15, 12)
      case .overFloor: (6, 6)
      case .harmonicity: (0.08, 0.06)
      case .flatness: (-8, 4)
      case .flux: (1.5, 1)
      case .modulation: (3, 3)
      }
    }
  }

  /// Bands that share a channel over the global floor, and one over the local floor.
  static let bandsInGroup = 4
  /// Steps of a stored value to a scaled value of 1.
  static let stepsInUnit: Float = 31
  /// Scaled values are cut off here.
  static let limit: Float = 4

  /// The stored values: six cues, then five groups of bands over the global floor, then over the local floor.
  private(set) var rows: [SIMD16<Int8>]

  init(frameCount: Int) {
    rows = [SIMD16<Int8>](repeating: .zero, count: frameCount)
  }

  /// Sets the channel of `cue` to raw `values`, one for each frame of the take.
  mutating func set(_ cue: Cue, to values: [Float]) {
    set(cue, in: rows.indices, to: values)
  }

  /// Sets the channel of `cue` to raw `values`, one for each of `frames`.
  mutating func set(_ cue: Cue, in frames: Range<Int>, to values: [Float]) {
    let (centre, unit) = cue.scale
    var rows = rows.mutableSpan
    for (frame, value) in zip(frames, values) {
      rows[frame][cue.rawValue] = Self.stored((value - centre) / unit)
    }
  }

  /// Sets the channels of `group` in `frame` from the sums over its bands of the levels over either floor, in dB.
  @inline(__always)
  mutating func setGroup(_ group: Int, of frame: Int, overGlobalFloor: Float, overLocalFloor: Float) {
    let bands = Float(Self.bandsInGroup)
    rows[frame][6 + group] = Self.stored((overGlobalFloor / bands - 10) / 8)
    rows[frame][11 + group] = Self.stored((overLocalFloor / bands - 10) / 8)
  }

  @inline(__always)
  private static func stored(_ scaled: Float) -> Int8 {
    // Rounded by cutting off what is above zero: without a call, as x86-64 has no instruction for it.
    Int8(truncatingIfNeeded: Int32(min(limit, max(-limit, scaled)) * stepsInUnit + 128.5) - 128)
  }
}
