import Scenarios

/// Two sessions side by side, the earlier first.
///
/// Two sessions show no scatter: a difference that can be noticed may still be chance.
package struct SideBySide: Sendable, Equatable {
  package var before: SessionSummary
  package var after: SessionSummary
  /// One for each of the five steps, in order.
  package var steps: [StepPair]
  /// The measures over the whole answer that both sessions have.
  package var measures: [Pair]

  /// One step in both.
  package struct StepPair: Sendable, Equatable {
    package var before, after: SessionSummary.StepSummary
    /// Whether the answer times, as shares of their targets, differ by as much as is worth naming; `nil` where one of
    /// them is not known.
    package var isNoticeable: Bool?
  }

  /// One measure in both.
  package struct Pair: Sendable, Equatable {
    package var measure: Measure
    package var before, after: Double
    /// Whether they differ by as much as is worth naming.
    package var isNoticeable: Bool { measure.isNoticeable(after, against: before) }
  }

  /// `first` and `second` in the order of time; those of unknown date as they are given.
  package init(_ first: SessionSummary, _ second: SessionSummary) {
    let isTurned = (first.started ?? "") > (second.started ?? first.started ?? "")
    (before, after) = isTurned ? (second, first) : (first, second)
    let (before, after) = (before, after)
    steps = Step.allCases.map { step in
      let (old, new) = (before[step], after[step])
      let shares = old.share.flatMap { old in new.share.map { (old, $0) } }
      return StepPair(
        before: old, after: new,
        isNoticeable: shares.map { Measure.answerTime(step).isNoticeable($0.1, against: $0.0) })
    }
    measures = [Measure.whole, .articulation, .phonation, .pauses].compactMap { measure in
      measure.value(in: before).flatMap { old in
        measure.value(in: after).map { Pair(measure: measure, before: old, after: $0) }
      }
    }
  }
}
