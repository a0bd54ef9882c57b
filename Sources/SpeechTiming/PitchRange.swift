/// The pitches that are looked for, in Hz; written as "75-500".
public struct PitchRange: Sendable, Equatable, LosslessStringConvertible {
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

  /// The range that `text` means, floor and ceiling with a hyphen between them; `nil` where it means none.
  public init?(_ text: String) {
    let ends = text.split(separator: "-", omittingEmptySubsequences: false).map { Double($0) }
    guard ends.count == 2, let floor = ends[0], let ceiling = ends[1] else { return nil }
    self.init(floor: floor, ceiling: ceiling)
  }

  /// Floor and ceiling with a hyphen between them.
  public var description: String { [floor, ceiling].map(plain).joined(separator: "-") }
}

extension PitchRange: Codable {
  /// Reads `[floor, ceiling]`.
  public init(from decoder: any Decoder) throws {
    var pair = try decoder.unkeyedContainer()
    guard let range = PitchRange(floor: try pair.decode(Double.self), ceiling: try pair.decode(Double.self)) else {
      throw DecodingError.dataCorruptedError(in: pair, debugDescription: "no range in which pitch can be looked for")
    }
    self = range
  }

  /// Writes `[floor, ceiling]`.
  public func encode(to encoder: any Encoder) throws {
    var pair = encoder.unkeyedContainer()
    try pair.encode(floor)
    try pair.encode(ceiling)
  }
}

/// `value` without decimals where it is whole.
private func plain(_ value: Double) -> String {
  value == value.rounded() ? String(Int(value)) : String(value)
}
