import BuiltSessions
import Foundation
import Interview
import Scenarios
import Trends

/// Sessions of one candidate, of which the last three are far off in Action.
struct BuiltTrend {
  /// Whose they are; of anybody but Anna it stands in the place of every text that comes from people.
  var text = "Anna"
  var count = 10
  /// What stands in the place of the shares of the targets that were aimed at.
  var shares: [Step: Double] = [:]

  func sessions() throws -> [SessionSummary] {
    let scatter = [0.98, 1.03, 1.0, 0.96, 1.02, 0.99, 1.04, 0.97, 1.01, 1.0]
    let scenario = try shippedScenario()
    return (0..<count).map { day in
      let wobble = scatter[day % scatter.count]
      var shares = Dictionary(uniqueKeysWithValues: Step.allCases.map { ($0, self.shares[$0] ?? wobble) })
      if day >= count - 3 { shares[.action] = 0.4 * wobble }
      let session = builtSession(
        seed: UInt64(day + 1), candidate: text, scenario: scenario, started: moment(day: day), shares: shares)
      var summary = SessionSummary(
        of: session, targets: Targets(of: scenario, at: .sde2), path: "/kept/\(text)/\(day)", noteCount: day % 2)
      if text != "Anna" { summary.scenario = text }
      return summary
    }
  }
}

/// The scenario `owned-failure` as it is shipped.
func shippedScenario() throws -> Scenario {
  let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  return try ScenarioFile(path: root.appendingPathComponent("Scenarios/owned-failure.yaml").path).scenario
}
