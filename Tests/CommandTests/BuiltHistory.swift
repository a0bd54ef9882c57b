import BuiltSessions
import Foundation
import Interview
import Scenarios

/// A machine on which sessions lie that were recorded before.
struct BuiltHistory {
  let machine: Machine

  init() throws { self.init(on: try Machine()) }

  init(on machine: Machine) { self.machine = machine }

  /// Writes a session of day `day` into `folder` (that of the machine's user unless named); returns its path.
  @discardableResult
  func write(
    day: Int, in folder: String? = nil, scenario id: String = "owned-failure", candidate: String? = nil,
    level: Level = .sde2, mode: Session.Mode = .interview, shares: [Step: Double] = [:]
  ) throws -> String {
    let file = try ScenarioFile(path: "\(checkout)/Scenarios/\(id).yaml")
    let started = moment(day: day)
    let session = builtSession(
      seed: UInt64(day + 1), candidate: candidate, scenario: file.scenario, level: level, started: started, mode: mode,
      shares: shares)
    let name = started.replacing(":", with: "-") + "_" + id
    let path = "\(folder.map { "\(machine.folder.path)/\($0)" } ?? machine.sessions)/\(name)"
    try session.write(to: path, scenario: file)
    return path
  }

  /// Writes `count` sessions of which the last three are far off in Action.
  func writeJump(_ count: Int = 10) throws {
    let scatter = [0.98, 1.03, 1.0, 0.96, 1.02, 0.99, 1.04, 0.97, 1.01, 1.0]
    for day in 0..<count {
      let wobble = scatter[day % scatter.count]
      var shares = Dictionary(uniqueKeysWithValues: Step.allCases.map { ($0, wobble) })
      if day >= count - 3 { shares[.action] = 0.4 * wobble }
      try write(day: day, shares: shares)
    }
  }
}
