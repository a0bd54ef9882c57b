import Acoustics
import Dispatch
import Foundation
import Interview
package import Scenarios

/// The sessions of a cohort, each candidate with habits of their own.
package struct BuiltCohort {
  package var candidateCount: Int
  package var sessionsEach: Int
  package var scenarios: [ScenarioFile]

  /// A cohort of `candidateCount` candidates with `sessionsEach` sessions each, of `scenarios` in turn.
  package init(candidateCount: Int, sessionsEach: Int, scenarios: [ScenarioFile]) {
    self.candidateCount = candidateCount
    self.sessionsEach = sessionsEach
    self.scenarios = scenarios
  }

  /// Writes it into the folder `path`, a folder a candidate, on all cores; the same cohort gives the same files.
  package func write(to path: String) throws {
    let failures = Failures()
    DispatchQueue.concurrentPerform(iterations: candidateCount) { number in
      do { try write(candidate: number, to: path) } catch { failures.add(error) }
    }
    if let first = failures.first { throw first }
  }

  private func write(candidate number: Int, to path: String) throws {
    var generator = SeededGenerator(seed: UInt64(number))
    let name = "candidate-" + String(1_000 + number).dropFirst()
    // Each step has a habit, from half of its target to half as much again, and scatters by a fifth around it.
    let habits = Step.allCases.map { ($0, exp(Double.random(in: -0.7...0.4, using: &generator))) }
    let rate = Double.random(in: 3.8...5.6, using: &generator)
    for index in 0..<sessionsEach {
      let file = scenarios[index % scenarios.count]
      let shares = Dictionary(
        uniqueKeysWithValues: habits.map { step, habit in
          // One step in thirty is left out.
          (
            step,
            Int.random(in: 0..<30, using: &generator) == 0
              ? 0 : habit * exp(Double.random(in: -0.35...0.35, using: &generator))
          )
        })
      let started = moment(day: index, hour: number % 10)
      let session = builtSession(
        seed: generator.next(), candidate: number % 2 == 0 ? name : nil, scenario: file.scenario, started: started,
        mode: index % 3 == 0 ? .interview : .rehearse, shares: shares,
        rate: rate * exp(Double.random(in: -0.06...0.06, using: &generator)))
      let folder = started.replacing(":", with: "-") + "_" + file.scenario.id
      try session.write(to: "\(path)/\(name)/\(folder)", scenario: file)
    }
  }
}

/// What went wrong in one of several threads.
private final class Failures: @unchecked Sendable {
  private let lock = NSLock()
  private var errors: [any Error] = []

  func add(_ error: any Error) { lock.withLock { errors.append(error) } }
  var first: (any Error)? { lock.withLock { errors.first } }
}
