/// The pauses of a take in figures.
public struct PauseSummary: Codable, Sendable, Equatable {
  /// How many pauses there are.
  public var count: Int
  /// Pauses a minute of answer time.
  public var perMinute: Double
  /// Mean length, in seconds.
  public var mean: Double
  /// Median length, in seconds; of an even number, the mean of the middle two.
  public var median: Double
  /// The longest pause.
  public var longest: Interval
  /// Share of the pauses that last over one second, 0...1.
  public var shareOverOneSecond: Double

  /// The summary of a take's pauses; `nil` where there is no pause.
  public init?(of timing: TakeTiming) {
    guard let longest = timing.longestPause, timing.answerTime > 0 else { return nil }
    let lengths = timing.pauses.map(\.duration).sorted()
    count = lengths.count
    perMinute = Double(count) / timing.answerTime * 60
    mean = lengths.reduce(0, +) / Double(count)
    median = (lengths[(count - 1) / 2] + lengths[count / 2]) / 2
    self.longest = longest
    shareOverOneSecond = Double(lengths.count { $0 > 1 }) / Double(count)
  }

  enum CodingKeys: String, CodingKey {
    case count
    case perMinute = "per_minute"
    case mean = "mean_s"
    case median = "median_s"
    case longest
    case shareOverOneSecond = "share_over_1_s"
  }
}
