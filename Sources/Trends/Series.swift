/// A measure over some sessions, the earliest first.
package struct Series: Sendable, Equatable {
  package var measure: Measure
  /// One for each session; `nil` where it was not measured.
  package var values: [Double?]

  /// `measure` in each of `sessions`.
  package init(_ measure: Measure, in sessions: [SessionSummary]) {
    self.measure = measure
    values = sessions.map(measure.value)
  }

  /// The last value that was measured; `nil` without any.
  package var latest: Double? { values.last { $0 != nil } ?? nil }

  package var spread: Spread? { Spread(of: values.compactMap(\.self)) }
}
