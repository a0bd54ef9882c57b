import Acoustics
import Foundation
package import Interview
package import Scenarios
import SpeechTiming

/// A session of five steps and two probes, in which each answer lasts its `shares` of the target (1 unless named; 0
/// for a step without speech), at `rate` syllables a second.
package func builtSession(
  seed: UInt64, candidate: String? = nil, scenario: Scenario, level: Level = .sde2, started: String?,
  mode: Session.Mode = .interview, shares: [Step: Double] = [:], rate: Double = 4.6
) -> Session {
  var generator = SeededGenerator(seed: seed)
  let targets = Targets(of: scenario, at: level)
  var session = Session(
    scenario: scenario.id, candidate: candidate, level: level, started: started, seed: seed % 1_000_000, mode: mode)
  for step in Step.allCases {
    let seconds = targets[step].seconds * (shares[step] ?? 1)
    session.takes.append(
      Take(
        subject: .step(step), file: "\(step.number)-\(step.rawValue).wav",
        timing: builtAnswer(seconds: seconds, rate: rate, using: &generator)))
  }
  session.probes = chooseProbes(of: scenario, observed: session.observed(in: scenario), level: level, seed: seed)
  for (index, probe) in session.probes.enumerated() {
    session.takes.append(
      Take(
        subject: .probe(probe.id), file: "\(6 + index)-probe-\(probe.id).wav",
        timing: builtAnswer(seconds: .random(in: 20...60, using: &generator), rate: rate, using: &generator)))
  }
  return session
}

extension Session {
  /// Writes the session and `scenario` into the folder `path`, which is made, as the program would: without takes.
  package func write(to path: String, scenario: ScenarioFile) throws {
    let ownerOnly: [FileAttributeKey: Any] = [.posixPermissions: 0o700]
    try FileManager.default.createDirectory(
      atPath: "\(path)/scenario", withIntermediateDirectories: true, attributes: ownerOnly)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let files = [
      ("session.json", try encoder.encode(self) + Data("\n".utf8)),
      ("scenario/\(scenario.scenario.id).yaml", Data(scenario.text.utf8)),
    ]
    for (name, content) in files {
      guard
        FileManager.default.createFile(
          atPath: "\(path)/\(name)", contents: content, attributes: [.posixPermissions: 0o600])
      else { throw CocoaError(.fileWriteUnknown) }
    }
  }
}

/// `2026-01-01T09:00:00Z` and `days` and `hours` later, as sessions write moments.
package func moment(day days: Int, hour hours: Int = 0) -> String {
  let start = Date(timeIntervalSince1970: 1_767_258_000)
  return ISO8601DateFormatter().string(from: start + Double(days) * 86_400 + Double(hours) * 3_600)
}
