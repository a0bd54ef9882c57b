/// Level and pitch of a take over time, at even distances: to be drawn, not to be measured by.
public struct TakeCurves: Sendable, Equatable {
  /// From one point to the next, in seconds; 0 for a take too short for a point.
  public var spacing: Double
  /// The loudest 10 ms of each point, root mean square, 0...1 of full scale.
  public var level: [Float]
  /// Median pitch of each point in Hz; 0 where less than half of it is voiced.
  public var pitch: [Float]

  /// Curves as given, `level` and `pitch` of one length.
  public init(spacing: Double, level: [Float], pitch: [Float]) {
    self.spacing = spacing
    self.level = level
    self.pitch = pitch
  }
}
