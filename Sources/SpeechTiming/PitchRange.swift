/// The pitches that are looked for, in Hz.
public struct PitchRange: Sendable, Equatable {
  /// The lowest pitch.
  public let floor: Double
  /// The highest pitch.
  public let ceiling: Double

  /// What floor and ceiling may be: a window of 32 ms tells no lower pitch well, see PitchTrackTests, and 600 Hz is
  /// Praat's ceiling in "Sound: To Pitch...".
  public static let limits = 70.0...600.0

  /// A range within `limits` whose ceiling lies an octave or more above its floor; `nil` for any other.
  ///
  /// A voice moves over an octave in lively speech: a narrower range would set the pitch instead of finding it.
  public init?(floor: Double, ceiling: Double) {
    guard Self.limits.contains(floor), Self.limits.contains(ceiling), ceiling >= 2 * floor else { return nil }
    (self.floor, self.ceiling) = (floor, ceiling)
  }

  private init(from floor: Double, to ceiling: Double) {
    (self.floor, self.ceiling) = (floor, ceiling)
  }

  /// 75 to 500 Hz, the range for voices of both sexes in Praat's manual ("Configuring the pitch contour", which has
  /// 75 to 300 Hz for low voices and 100 to 500 Hz for high ones).
  public static let standard = PitchRange(from: 75, to: 500)
}
