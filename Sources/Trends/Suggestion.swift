package import Interview
package import Scenarios

/// One thing to practise next, with why.
package enum Suggestion: Sendable, Equatable {
  /// The step that was most off target in the last `sessions` sessions, in `count` of them, with the latest such
  /// session and its verdict there.
  case step(Step, session: SessionSummary, verdict: Verdict, count: Int, sessions: Int)
  /// A scenario that was never practised.
  case newScenario(String)
  /// The scenario whose last session had the fewest steps on target.
  case scenario(String, last: SessionSummary)
}

/// So many of the last sessions say which step to practise.
private let lastSessions = 3

/// The step that was most off target in the last of `sessions`, which are in order; `nil` where all were on target.
///
/// Missing counts 3, far too short and over the limit 2, short and long 1; of equals the earlier step.
func stepToPractise(_ sessions: [SessionSummary]) -> Suggestion? {
  let last = sessions.suffix(lastSessions)
  func distance(of step: Step) -> Int { last.reduce(0) { $0 + $1[step].verdict.distance } }
  let worst = Step.allCases.reduce(Step.situation) { distance(of: $1) > distance(of: $0) ? $1 : $0 }
  let off = last.filter { $0[worst].verdict.distance > 0 }
  guard let session = off.last else { return nil }
  return .step(
    worst, session: session, verdict: session[worst].verdict, count: off.count, sessions: last.count)
}

/// The first scenario that was never practised, else the one that went worst the last time; of equals the one that was
/// practised longest ago. `nil` where there is none that is `known`.
func scenarioToPractise(_ practices: [History.Practice], unpractised: [String], known: Set<String>) -> Suggestion? {
  if let new = unpractised.first { return .newScenario(new) }
  func rank(_ practice: History.Practice) -> (Double, String) {
    (practice.last.tally.shareOnTarget ?? 0, practice.last.started ?? "")
  }
  return practices.filter { known.contains($0.scenario) }.min { rank($0) < rank($1) }
    .map { .scenario($0.scenario, last: $0.last) }
}

extension Verdict {
  /// How far off target it is, from 0 to 3.
  fileprivate var distance: Int {
    switch self {
    case .onTarget, .untrusted: 0
    case .short, .long: 1
    case .farTooShort, .overLimit: 2
    case .missing: 3
    }
  }
}
