/// The middle of some values, and how far they spread: median and quartiles.
package struct Spread: Sendable, Equatable {
  /// How many values there are.
  package var count: Int
  package var median: Double
  /// A quarter of the values lies below.
  package var lowerQuartile: Double
  /// A quarter of the values lies above.
  package var upperQuartile: Double

  /// The spread of `values`; `nil` without any. Between neighbours by straight line (type 7 of Hyndman and Fan,
  /// American Statistician 50 (1996), p. 361).
  package init?(of values: [Double]) {
    guard !values.isEmpty else { return nil }
    let sorted = values.sorted()
    func quantile(_ share: Double) -> Double {
      let position = share * Double(sorted.count - 1)
      let rank = Int(position)
      let above = sorted[min(rank + 1, sorted.count - 1)]
      return sorted[rank] + (position - Double(rank)) * (above - sorted[rank])
    }
    count = sorted.count
    median = quantile(0.5)
    lowerQuartile = quantile(0.25)
    upperQuartile = quantile(0.75)
  }
}
