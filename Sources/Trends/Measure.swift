import Glibc
import Interview
package import Scenarios

/// One figure of a session that is followed over time.
package enum Measure: Sendable, Hashable, CaseIterable {
  /// Answer time of a step over its target.
  case answerTime(Step)
  /// The sum of the steps' answer times over that of their targets.
  case whole
  /// Syllables over speech time, a second, over all steps.
  case articulation
  /// Speech time over answer time, over all steps.
  case phonation
  /// Pauses a minute of answer time, over all steps.
  case pauses

  package static var allCases: [Measure] {
    Step.allCases.map(Measure.answerTime) + [.whole, .articulation, .phonation, .pauses]
  }

  /// Whether it is a share of a target.
  package var isPacing: Bool {
    switch self {
    case .answerTime, .whole: true
    case .articulation, .phonation, .pauses: false
    }
  }

  /// Its value in `session`; `nil` where it was not measured or cannot be trusted, or the step holds no speech.
  package func value(in session: SessionSummary) -> Double? {
    switch self {
    case .answerTime(let step): session[step].share
    case .whole:
      session.comparableWhole.map { $0 / session.steps.reduce(0) { $0 + $1.target.seconds } }
    case .articulation: session.delivery?.articulationRate
    case .phonation: session.delivery?.phonationRatio
    case .pauses: session.delivery?.pausesPerMinute
    }
  }

  /// The least difference between two medians that is worth naming.
  ///
  /// Tempo: 10 %, twice what listeners notice (H. Quené, "On the just noticeable difference for tempo in speech",
  /// J. Phonetics 35 (2007), p. 353: 5 %). Speech over answer time, at the same articulation, moves the tempo of the
  /// answer as much: 10 % too. Answer time: 15 % of the target, for by less than that an answer at its target stays on
  /// target. Pauses: one in five, our own choice.
  package var leastNoticeable: Double {
    switch self {
    case .answerTime, .whole: 0.15
    case .articulation, .phonation: 0.10
    case .pauses: 0.20
    }
  }

  /// Whether `now` differs from `before` by as much as is worth naming.
  package func isNoticeable(_ now: Double, against before: Double) -> Bool {
    // Rounded, so that just as much counts: 0.85 is 0.15 less than 1 only to fifteen digits.
    let difference = isPacing ? abs(now - before) : before > 0 ? abs(now / before - 1) : now > 0 ? .infinity : 0
    return difference >= leastNoticeable - 1e-9
  }

  /// The scale on which its values scatter evenly: times and rates by ratios, counts by their square roots.
  func scaled(_ value: Double) -> Double { self == .pauses ? value.squareRoot() : log(value) }
}
