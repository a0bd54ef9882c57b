import Interview
import Reports
import Scenarios
import Sessions

/// A drill that was recorded before, with the session that it goes back to.
struct PastDrill {
  /// The folder of the session that was drilled.
  let origin: SessionFolder
  private let before: Session
  private let after: Session
  private let scenario: Scenario

  /// The drill in `folder` of `sessions`; `nil` where it is none, or what it goes back to is gone.
  init?(_ after: Session, scenario: Scenario, in sessions: String) throws {
    guard after.mode == .drill, let name = after.repeats else { return nil }
    origin = SessionFolder.named(name, in: sessions)
    guard let before = try origin.session() else { return nil }
    (self.before, self.after, self.scenario) = (before, after, scenario)
  }

  /// Before and after; `nil` where nothing is left to compare.
  var report: DrillReport? {
    guard case .step(let step)? = after.takes.first?.subject else { return nil }
    let advice = Interview.advice(
      from: before.observed(in: scenario).evidence, scenario: scenario,
      targets: Targets(of: scenario, at: before.level), count: Step.allCases.count
    ).first { $0.step == step }
    return advice.map { DrillReport(on: $0, before: before, after: after, scenario: scenario) }
  }
}
