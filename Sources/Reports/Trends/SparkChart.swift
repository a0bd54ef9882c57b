import Interview
import Trends

/// Small charts of one column a session, in signs whose height tells the value.
enum SparkChart {
  private static let signs: [Character] = Array("▁▂▃▄▅▆▇█")

  /// Answer times against their targets: the middle sign is on target, whatever the step.
  static func pacing(_ verdicts: [Verdict], shares: [Double?]) -> String {
    String(zip(verdicts, shares).map { sign(of: $0, share: $1) })
  }

  static func sign(of verdict: Verdict, share: Double?) -> Character {
    let share = share ?? 0
    return switch verdict {
    case .untrusted: "?"
    case .missing: "·"
    // Halves of what a verdict spans, so that a step forward within it is seen.
    case .farTooShort: share < 0.25 ? "▁" : "▂"
    case .short: share < 0.65 ? "▃" : "▄"
    case .onTarget: "▅"
    case .long: share < 1.325 ? "▆" : "▇"
    case .overLimit: "█"
    }
  }

  /// What the signs of `pacing` mean.
  static let pacingLegend = """
    Each sign is a session: ▅ on target, ▃▄ short, ▁▂ far too short, · missing, ▆▇ long, █ over the limit, ? not judged.
    """

  /// The values of a series around their median: a step up or down is what is worth naming, and no less.
  static func around(_ series: Series) -> String {
    guard let median = series.spread?.median else { return "" }
    return String(
      series.values.map { value in
        guard let value else { return " " }
        let measure = series.measure
        let distance = measure.isPacing ? value - median : median > 0 ? value / median - 1 : 0
        let steps = Int((distance / measure.leastNoticeable).rounded(.toNearestOrAwayFromZero))
        return signs[max(0, min(signs.count - 1, 3 + steps))]
      })
  }

  /// What the signs of `around` mean.
  static let aroundLegend = "Here ▄ is the median, and a step up or down what would be noticed."

  /// The last `count` signs of `chart`.
  static func last(_ count: Int, of chart: String) -> String { String(chart.suffix(count)) }
}
