import Interview
import Reports
import Scenarios
import SpeechTiming
package import Trends

/// A measure over some sessions, the earliest at the left, over the span that is on target or is not noticed.
///
/// A table beside it says the same in figures.
package struct TrendChart: Sendable {
  let title: String
  /// The latest value and the median, in words.
  let caption: String
  let zoneY, zoneHeight: String
  let lines: [Line]
  /// From value to value, with gaps where there is none.
  let path: String
  let points: [Point]

  /// A value that is marked.
  package struct Line: Sendable {
    let y: String
    let kind: String
    let label: String
  }

  /// One session.
  package struct Point: Sendable {
    let x, y: String
    let kind: String
  }

  /// The answer times to a step as shares of their targets; from twice the target on at the upper edge.
  package init(of trend: History.StepTrend) {
    let target = trend.target.seconds
    func time(_ share: Double?) -> String { share.map { clock($0 * target) } ?? "–" }
    let fault = trend.tally.commonestFault.map { ", mostly \($0)" } ?? ""
    let limit = target > 0 ? trend.target.limit / target : 2
    let marks = [(1.0, "target", "100 %")] + (limit < 2 ? [(limit, "limit", "\(Int((limit * 100).rounded())) %")] : [])
    self.init(
      title: trend.step.title,
      caption: "latest \(time(trend.shares.latest)), median \(time(trend.shares.spread?.median)) of \(clock(target)); "
        + "on target \(trend.tally.onTarget) of \(trend.tally.judged)\(fault)",
      values: zip(trend.shares.values, trend.verdicts).map { value, verdict in
        // What is missing stands at the bottom; of what could not be judged nothing is known.
        (value ?? (verdict == .missing ? 0 : nil), verdict == .missing ? "none bad" : "\(verdict.role)")
      },
      scale: 0...2, zone: Verdict.onTargetShare, marks: marks)
  }

  /// A measure around its median; the band is what would not be noticed.
  package init(of series: Series, target: Double) {
    let measure = series.measure
    func written(_ value: Double?) -> String { value.map { measure.written($0, target: target) } ?? "–" }
    let known = series.values.compactMap(\.self)
    let median = series.spread?.median ?? 0
    let reach = measure.isPacing ? measure.leastNoticeable : median * measure.leastNoticeable
    let zone = median - reach...median + reach
    // Four times what is noticeable at least, so that scatter looks like scatter.
    let lowest = max(0, min(known.min() ?? 0, median - 2 * reach))
    let highest = max(known.max() ?? 1, median + 2 * reach, lowest + 0.01)
    let margin = (highest - lowest) * 0.08
    self.init(
      title: measure.title, caption: "latest \(written(series.latest)), median \(written(series.spread?.median))",
      values: series.values.map { ($0, "plain") }, scale: lowest - margin...highest + margin, zone: zone,
      marks: known.isEmpty ? [] : [(median, "scale", written(median))])
  }

  private init(
    title: String, caption: String, values: [(value: Double?, kind: String)], scale: ClosedRange<Double>,
    zone: ClosedRange<Double>, marks: [(value: Double, kind: String, label: String)]
  ) {
    self.title = title
    self.caption = caption
    // From the upper edge, 0...1.
    func depth(_ value: Double) -> Double {
      let share = (scale.upperBound - value) / (scale.upperBound - scale.lowerBound)
      return share.isFinite ? min(1, max(0, share)) : 0
    }
    zoneY = percent(depth(zone.upperBound))
    zoneHeight = percent(depth(zone.lowerBound) - depth(zone.upperBound))
    lines = marks.map { Line(y: percent(depth($0.value)), kind: $0.kind, label: $0.label) }
    func across(_ index: Int) -> Double { (Double(index) + 0.5) / Double(values.count) }
    var path = ""
    var isOpen = false
    for (index, item) in values.enumerated() {
      guard let value = item.value else {
        isOpen = false
        continue
      }
      let place = "\(Int((across(index) * 1000).rounded())) \(Int((depth(value) * 1000).rounded()))"
      path += (isOpen ? "L" : "M") + place
      isOpen = true
    }
    self.path = path
    points = values.enumerated().compactMap { index, item in
      item.value.map { Point(x: percent(across(index)), y: percent(depth($0)), kind: item.kind) }
    }
  }
}
