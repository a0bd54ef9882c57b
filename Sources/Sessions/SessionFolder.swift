import Foundation
package import Interview
package import Scenarios
import SpeechTiming

/// A session on disk: `session.json`, the scenario as it was in `scenario/`, and one sound file a take.
///
/// The folder is readable by its owner alone (0700), and so are its files (0600).
package struct SessionFolder: Sendable, Equatable {
  /// The folder's path.
  package let path: String

  /// The session in the folder at `path`, whatever it holds.
  package init(path: String) { self.path = path }

  /// Makes a new folder in `sessions` (which is made too), named after `started` (ISO 8601, UTC) and `scenario`.
  /// - Throws: `cannotCreate`.
  package static func create(
    in sessions: String, started: String, scenario: String
  ) throws(SessionError) -> SessionFolder {
    try make(started.replacing(":", with: "-") + "_" + scenario, in: sessions)
  }

  /// Makes the folder `name`, or `name-2` and so on where there is one, in `sessions`.
  static func make(_ name: String, in sessions: String) throws(SessionError) -> SessionFolder {
    let files = FileManager.default
    let ownerOnly: [FileAttributeKey: Any] = [.posixPermissions: 0o700]
    do {
      try files.createDirectory(atPath: sessions, withIntermediateDirectories: true, attributes: ownerOnly)
      for attempt in 1...100 {
        let path = "\(sessions)/\(name)" + (attempt == 1 ? "" : "-\(attempt)")
        if files.fileExists(atPath: path) { continue }
        try files.createDirectory(atPath: path, withIntermediateDirectories: false, attributes: ownerOnly)
        return SessionFolder(path: path)
      }
    } catch {}
    throw SessionError(
      .cannotCreate, "Cannot make a session folder in \(sessions); name another with --sessions FOLDER.")
  }

  /// The name of a new take's file: `3-action.wav`, or `6-probe-acceptance.wav` for the first probe asked.
  package static func takeName(of subject: Take.Subject, probeNumber: Int = 1) -> String {
    switch subject {
    case .step(let step): "\(step.number)-\(step.rawValue).wav"
    case .probe(let id): "\(Step.allCases.count + probeNumber)-probe-\(id).wav"
    case .followUp(let id): "\(Step.allCases.count + probeNumber)-follow-up-\(id).wav"
    }
  }

  /// The sound files of the folder that are named as takes are, in order, with what each answers.
  package func takes() throws(SessionError) -> [(subject: Take.Subject, file: String)] {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: path)
    } catch {
      throw SessionError(.noInput, "Cannot read the folder \(path); check its name and its permissions.")
    }
    var found: [(number: Int, subject: Take.Subject, file: String)] = []
    for name in names.sorted() {
      guard let (number, subject) = Self.subject(ofFile: name) else { continue }
      if let other = found.first(where: { $0.subject == subject }) {
        throw SessionError(
          .badData, "\(path) holds both \(other.file) and \(name); keep one of them in the folder.")
      }
      found.append((number, subject, name))
    }
    // A probe comes before what was asked after its answer.
    return found.sorted { ($0.number, $0.subject.isFollowUp ? 1 : 0) < ($1.number, $1.subject.isFollowUp ? 1 : 0) }
      .map { ($0.subject, $0.file) }
  }

  /// The number and subject that a file's name tells, `nil` where it is no take's name.
  private static func subject(ofFile name: String) -> (Int, Take.Subject)? {
    let parts = name.split(separator: ".", maxSplits: 1)
    guard parts.count == 2, soundEndings.contains(parts[1].lowercased()),
      let dash = parts[0].firstIndex(of: "-"), let number = Int(parts[0][..<dash])
    else { return nil }
    let rest = String(parts[0][parts[0].index(after: dash)...])
    if let step = Step(rawValue: rest) { return (number, .step(step)) }
    if let id = rest.after("probe-") { return (number, .probe(id)) }
    if let id = rest.after("follow-up-") { return (number, .followUp(id)) }
    return nil
  }

  static let soundEndings: Set<String> = [
    "wav", "flac", "ogg", "oga", "opus", "mp3", "aif", "aiff", "w64", "rf64", "au",
  ]
}

// MARK: - session.json and the scenario

extension SessionFolder {
  private var sessionFile: String { "\(path)/session.json" }
  /// The folder of the scenario as it was recorded, a file of the name that its id asks for.
  var scenarioFolder: String { "\(path)/scenario" }

  /// What stands in a folder's `session.json`.
  enum Written {
    case nothing
    /// It is no session.
    case broken
    /// A later StarPace wrote it.
    case newer
    case session(Session)
  }

  /// What stands in `session.json`.
  var written: Written { read() }

  /// Reads `session.json`; for its `figuresOnly`, syllables and words stay unread, see `CodingUserInfoKey`.
  private func read(figuresOnly: Bool = false) -> Written {
    guard let data = FileManager.default.contents(atPath: sessionFile) else { return .nothing }
    let decoder = JSONDecoder()
    if figuresOnly { decoder.userInfo[.figuresOnly] = true }
    if let session = try? decoder.decode(Session.self, from: data) {
      return session.schema > Session.currentSchema ? .newer : .session(session)
    }
    // A newer session need not have the shape of ours.
    struct Version: Decodable { var schema: Int }
    let version = try? JSONDecoder().decode(Version.self, from: data)
    return version.map { $0.schema > Session.currentSchema } ?? false ? .newer : .broken
  }

  /// The session that the folder tells of; `nil` where it has no `session.json`.
  ///
  /// For its `figuresOnly`, the nuclei of syllables and the words are left out, which takes a third of the time.
  /// - Throws: `badData` where the file cannot be understood.
  package func session(figuresOnly: Bool = false) throws(SessionError) -> Session? {
    switch read(figuresOnly: figuresOnly) {
    case .nothing: return nil
    case .session(let session): return session
    case .newer: throw isNewer
    case .broken:
      throw SessionError(
        .badData, "\(sessionFile) is not a session; `starpace recover \(path)` makes one of the recordings.")
    }
  }

  /// That a later StarPace wrote `session.json`.
  var isNewer: SessionError {
    SessionError(.badData, "\(sessionFile) was written by a newer StarPace; install that version to read it.")
  }

  /// The scenario as it was when the session was recorded; `nil` where the folder holds none.
  /// - Throws: a `ScenarioLibraryError` where its file is broken.
  package func scenario() throws(ScenarioLibraryError) -> Scenario? {
    try scenarioCopy()?.scenario
  }

  /// The file of the scenario as it was when the session was recorded; `nil` where the folder holds none.
  /// - Throws: a `ScenarioLibraryError` where it is broken.
  package func scenarioCopy() throws(ScenarioLibraryError) -> ScenarioFile? {
    guard let file = scenarioFile else { return nil }
    return try ScenarioFile(path: file)
  }

  /// The folder's own name, which begins with the session's date.
  package var name: String { (path as NSString).lastPathComponent }

  /// The folder in which it lies, among other sessions.
  package var parent: String {
    let parent = (path as NSString).deletingLastPathComponent
    return parent.isEmpty ? "." : parent
  }

  /// Whether the folder holds the scenario as it was.
  package var hasScenario: Bool { scenarioFile != nil }

  /// The path of `scenario/ID.yaml`, the one file there; `nil` where there is none.
  package var scenarioFile: String? {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: scenarioFolder)) ?? []
    return names.sorted().first { $0.hasSuffix(".yaml") }.map { "\(scenarioFolder)/\($0)" }
  }

  /// Writes `session.json`, whole or not at all: to a file beside it that then takes its name.
  /// - Throws: `cannotWrite`.
  package func write(_ session: Session) throws(SessionError) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    do {
      try writeWhole(try encoder.encode(session) + Data("\n".utf8), to: sessionFile)
    } catch {
      throw SessionError(
        .cannotWrite, "Cannot write \(sessionFile); make room on the disk. The takes are kept.")
    }
  }

  /// Keeps the scenario's source beside the session, so that the session can be replayed elsewhere.
  /// - Throws: `cannotWrite`.
  package func write(_ scenario: ScenarioFile) throws(SessionError) {
    do {
      try FileManager.default.createDirectory(
        atPath: scenarioFolder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      try writeWhole(Data(scenario.text.utf8), to: "\(scenarioFolder)/\(scenario.scenario.id).yaml")
    } catch {
      throw SessionError(.cannotWrite, "Cannot write into \(scenarioFolder); make room on the disk.")
    }
  }

  /// Renames the take `name` so that it is kept but no longer counts, and tells its new name: `3-action.attempt-1.wav`.
  /// - Throws: `cannotWrite`.
  @discardableResult
  package func setAside(_ name: String, as reason: String) throws(SessionError) -> String {
    let stem = (name as NSString).deletingPathExtension
    let ending = (name as NSString).pathExtension
    let free = (1...).lazy.map { "\(stem).\(reason)-\($0).\(ending)" }
      .first { !FileManager.default.fileExists(atPath: "\(path)/\($0)") }
    guard let free else { preconditionFailure("there is always a free number") }
    try move(name, to: free)
    return free
  }

  /// Makes a take that was set aside as `other` the take `name` again.
  /// - Throws: `cannotWrite`.
  package func restore(_ other: String, as name: String) throws(SessionError) {
    try move(other, to: name)
  }

  private func move(_ name: String, to other: String) throws(SessionError) {
    guard rename("\(path)/\(name)", "\(path)/\(other)") == 0 else {
      throw SessionError(.cannotWrite, "Cannot rename \(path)/\(name); check the folder's permissions.")
    }
  }

  /// Removes the take `name`, into which nothing was recorded.
  /// - Throws: `cannotWrite`.
  package func remove(_ name: String) throws(SessionError) {
    guard unlink("\(path)/\(name)") == 0 else {
      throw SessionError(.cannotWrite, "Cannot remove \(path)/\(name); check the folder's permissions.")
    }
  }
}

extension String {
  /// What follows `start`, or `nil` where the text does not begin with it.
  fileprivate func after(_ start: String) -> String? { hasPrefix(start) ? String(dropFirst(start.count)) : nil }
}
