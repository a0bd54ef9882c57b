import Foundation
import Scenarios

/// The ids of the scenarios that come with the program.
let shippedScenarios = ["admitted-wrong", "kept-commitment", "owned-failure", "pushed-back", "wrong-call"]

/// The shipped scenario named `id`.
func shippedScenario(_ id: String) throws -> Scenario {
  let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  return try ScenarioFile(path: root.appendingPathComponent("Scenarios/\(id).yaml").path).scenario
}
