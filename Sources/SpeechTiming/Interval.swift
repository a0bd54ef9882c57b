/// A span of a take, in seconds from the take's start.
public struct Interval: Codable, Sendable, Equatable {
  /// Where the span begins, in seconds.
  public var start: Double
  /// Where the span ends, in seconds; never before `start`.
  public var end: Double

  /// The span from `start` to `end`, both rounded to the millisecond: finer times are not known.
  public init(start: Double, end: Double) {
    self.start = roundedToMilliseconds(start)
    self.end = roundedToMilliseconds(end)
  }

  /// The span's length, in seconds.
  public var duration: Double { roundedToMilliseconds(end - start) }

  /// Reads `[start, end]`.
  public init(from decoder: any Decoder) throws {
    var pair = try decoder.unkeyedContainer()
    self.init(start: try pair.decode(Double.self), end: try pair.decode(Double.self))
  }

  /// Writes `[start, end]`.
  public func encode(to encoder: any Encoder) throws {
    var pair = encoder.unkeyedContainer()
    try pair.encode(start)
    try pair.encode(end)
  }
}

/// `seconds` to three decimals, so that a value read back from a file equals the one written.
func roundedToMilliseconds(_ seconds: Double) -> Double {
  (seconds * 1000).rounded() / 1000
}
