import ArgumentParser
import Foundation
import Reports
import Scenarios
import Sessions

/// Many sessions and recordings, replayed one by one, a line of JSON each.
struct ReplayList: Sendable {
  var choices: Replay.Choices
  var library: ScenarioLibrary
  var places: Places

  /// Prints a line for each of `names`, in their order; `atOnce` are measured at the same time.
  /// - Throws: the exit code of the first that failed.
  func run(_ names: NameList, atOnce: Int, isQuiet: Bool) throws {
    var firstFailure: (any Error)?
    var hasAssumed = false
    let replaying = WorkInOrder(atOnce: atOnce) { name in Result { try line(of: name) } }
    try replaying.run(next: names.next) { name, result in
      switch result {
      case .success(let (text, assumed)):
        try StandardOutput.write(text + "\n")
        if let assumed, !hasAssumed, !isQuiet {
          warn("No --scenario named; what names none itself is held against \(assumed).")
          hasAssumed = true
        }
      case .failure(let error):
        firstFailure = firstFailure ?? error
        let message = sentence(of: error)
        warn(message)
        let failure = FailureLine(input: name, exitCode: exitStatus(of: error), message: message)
        try StandardOutput.write(try failure.json() + "\n")
      }
    }
    if let firstFailure { throw ExitCode(exitStatus(of: firstFailure)) }
  }

  /// The line of the session or recording `name`, and the scenario that was assumed for it.
  private func line(of name: String) throws -> (text: String, assumedScenario: String?) {
    let replay = try recordings(of: name)
    let scenario = try replay.scenario(choices, library: library)
    // Other recordings are measured meanwhile.
    let session = try replay.session(choices, scenario: scenario, atOnce: false)
    return (
      try Report(on: session, scenario: scenario).jsonLine(input: name),
      replay.isScenarioAssumed(choices) ? scenario.id : nil
    )
  }

  /// What `name` names; in a list nothing but the recording itself can say where its steps begin.
  private func recordings(of name: String) throws(SessionError) -> Replay {
    do {
      return try Replay(paths: [places.recording(at: name)], marks: nil, labels: nil)
    } catch  where error.kind == .usage {
      throw SessionError(
        .badData,
        "'\(name)' is one file with no labels beside it that say where its steps begin; export them from Audacity to "
          + "\((name as NSString).deletingPathExtension).txt, or name a session folder.")
    }
  }
}
