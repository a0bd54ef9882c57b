import Reports

/// A chart's time from left to right: places as percentages, so that a chart is as wide as there is room.
package struct TimeAxis: Sendable {
  /// Where it ends, in seconds; it begins at 0.
  package let end: Double
  /// Round times at even distances.
  package let ticks: [Tick]

  /// A round time, as it is written below the chart.
  package struct Tick: Sendable {
    let x: String
    let anchor: String
    let label: String
  }

  /// An axis to `end` seconds, at least one, with as many ticks after its beginning at most.
  package init(to end: Double, tickCount: Int = 7) {
    // Times of a session of other people may be anything.
    let end = end.isFinite ? min(360_000, max(1, end)) : 1
    let step = Self.steps.first { end / $0 <= Double(tickCount) } ?? end / Double(tickCount)
    self.end = end
    ticks = (0...tickCount).map { Double($0) * step }.filter { $0 <= end }.map { seconds in
      let share = seconds / end
      return Tick(
        x: percent(share), anchor: share < 0.03 ? "start" : share > 0.97 ? "end" : "middle", label: clock(seconds))
    }
  }

  private static let steps: [Double] = [1, 2, 5, 10, 15, 20, 30, 60, 120, 300, 600, 1200, 1800, 3600, 7200, 18_000]

  /// The place of `seconds`; what lies outside is put to the axis's end.
  package func x(_ seconds: Double) -> String { percent(share(seconds)) }

  /// The width of the span from `start` to `end`, both in seconds.
  package func width(from start: Double, to end: Double) -> String { percent(share(end) - share(start)) }

  func share(_ seconds: Double) -> Double { seconds.isFinite ? min(1, max(0, seconds / end)) : 0 }
}

/// `share` (0...1) as a percentage with two decimals at most, such as `12.35%`.
func percent(_ share: Double) -> String {
  let hundredths = Int((share * 10_000).rounded())
  let (whole, rest) = (hundredths / 100, hundredths % 100)
  if rest == 0 { return "\(whole)%" }
  let digits = rest < 10 ? "0\(rest)" : rest % 10 == 0 ? "\(rest / 10)" : "\(rest)"
  return "\(whole).\(digits)%"
}
