import Foundation
import Interview
import Scenarios
import Sessions
import Synchronization
import Trends

/// Makes summaries of session folders.
///
/// Scenarios are read once for each different text: thousands of sessions hold copies of a few.
final class SummaryReader: Sendable {
  private let library: ScenarioLibrary
  private let known = Mutex<[TextMark: [Level: Targets]]>([:])

  /// The text of a scenario, as far as it tells it from others.
  private struct TextMark: Hashable {
    var length: Int
    /// Of 64 bits, in this process alone.
    var hash: Int
  }

  /// A session that was read, with the scenario file that it is held against.
  struct Reading: Sendable {
    var summary: SessionSummary
    var scenario: ScenarioPlace
  }

  /// A reader that takes the scenarios of sessions without a copy from `library`.
  init(library: ScenarioLibrary) { self.library = library }

  /// Reads the session `found`.
  /// - Throws: a `SessionError` where it cannot be read, or there is no scenario to hold it against.
  func read(_ found: FoundSession) throws(SessionError) -> Reading {
    let folder = SessionFolder(path: found.path)
    guard let session = try folder.session(figuresOnly: true) else {
      throw SessionError(.noInput, "\(found.path) has just been removed; run the command again.")
    }
    guard let scenario = ScenarioPlace(of: session.scenario, in: found.path, library: library) else {
      throw SessionError(
        .noInput,
        "\(found.path) has no copy of its scenario, and none is named '\(session.scenario.prefix(60))'; name its folder "
          + "with --scenarios FOLDER.")
    }
    let file = scenario.path(in: found.path)
    guard let targets = try? targets(in: file, at: session.level) else {
      throw SessionError(.badData, "\(file) is no scenario; `starpace scenarios check \(file)` says why.")
    }
    let noteCount = found.notes == nil ? 0 : (try? folder.notes().count) ?? 0
    return Reading(
      summary: SessionSummary(of: session, targets: targets, path: found.path, noteCount: noteCount),
      scenario: scenario)
  }

  /// What the scenario in the file `path` asks at `level`.
  private func targets(in path: String, at level: Level) throws -> Targets? {
    guard let text = FileManager.default.contents(atPath: path) else { return nil }
    let mark = TextMark(length: text.count, hash: text.hashOfAll)
    if let targets = known.withLock({ $0[mark] }) { return targets[level] }
    let scenario = try ScenarioFile(path: path).scenario
    let targets = Dictionary(uniqueKeysWithValues: Level.allCases.map { ($0, Targets(of: scenario, at: $0)) })
    known.withLock { $0[mark] = targets }
    return targets[level]
  }
}

extension Data {
  /// A hash of all bytes: `hashValue` is one of the first eighty alone.
  fileprivate var hashOfAll: Int {
    var hasher = Hasher()
    withUnsafeBytes { hasher.combine(bytes: $0) }
    return hasher.finalize()
  }
}
