import Foundation
package import Interview
package import Scenarios
import SoundFiles
package import SpeechTiming
import Transcripts

/// Recordings to be measured and held against a scenario, as a person names them.
package struct Replay: Sendable {
  /// Sound to measure: a file, the spans of it, and what each answers.
  struct Source: Sendable {
    /// Where the file is.
    var path: String
    /// How the report names it.
    var name: String
    var subjects: [Take.Subject]
    var spans: [(start: Double, end: Double?)]
  }

  /// What settles everything that the recordings do not.
  package struct Choices: Sendable {
    /// The scenario's id or file, `nil` to take the session's own.
    package var scenario: String?
    /// Whose answer it is, `nil` to take the session's own word.
    package var candidate: String?
    package var level: Level?
    package var probeCount: Int
    /// What the answer to a probe should last, in seconds; `nil` to take the session's own.
    package var probeTargetInSeconds: Double?
    package var seed: UInt64?
    package var parameters: TimingParameters

    /// The choices as given.
    package init(
      scenario: String? = nil, candidate: String? = nil, level: Level? = nil, probeCount: Int = 2,
      probeTargetInSeconds: Double? = nil, seed: UInt64? = nil, parameters: TimingParameters = .standard
    ) {
      self.scenario = scenario
      self.candidate = candidate
      self.level = level
      self.probeCount = probeCount
      self.probeTargetInSeconds = probeTargetInSeconds
      self.seed = seed
      self.parameters = parameters
    }
  }

  let sources: [Source]
  /// The session as recorded, where a folder holds one.
  let recorded: Session?
  /// The folder, where the recordings are a session's.
  package let folder: SessionFolder?
  /// Where the takes' files lie; `nil` where their names are paths.
  package var soundFolder: String? { folder?.path }
  /// The words that were given for this replay.
  var transcripts: [(subject: Take.Subject, words: Transcript)] = []

  /// The takes of the session folder at `path`.
  /// - Throws: `noInput` or `badData` where the folder holds no take.
  package init(folder path: String) throws(SessionError) {
    let session = SessionFolder(path: path)
    let takes = try session.takes()
    guard !takes.isEmpty else {
      throw SessionError(
        .badData, "No takes in \(path); a session's are named 1-situation.wav to 5-reflection.wav.")
    }
    sources = takes.map {
      Source(path: "\(path)/\($0.file)", name: $0.file, subjects: [$0.subject], spans: [(0, nil)])
    }
    recorded = try session.session()
    folder = session
  }

  /// One sound file a step, in the order of the steps.
  /// - Throws: `usage` where there are not two to five.
  package init(files: [String]) throws(SessionError) {
    guard (2...Step.allCases.count).contains(files.count) else {
      throw SessionError(
        .usage, "\(files.count) files do not make an answer; name one for each step, Situation to Reflection."
      )
    }
    sources = zip(Step.allCases, files).map {
      Source(path: $1, name: $1, subjects: [.step($0)], spans: [(0, nil)])
    }
    (recorded, folder) = (nil, nil)
  }

  /// One sound file that holds the steps at `marks`.
  package init(file: String, marks: StepMarks) {
    sources = [
      Source(
        path: file, name: file, subjects: marks.spans.map { .step($0.step) },
        spans: marks.spans.map { ($0.start, $0.end) })
    ]
    (recorded, folder) = (nil, nil)
  }

  /// The scenario that the recordings are held against, with the file that it came from.
  ///
  /// `choices` speak first, then the copy in the session's folder, then the session's id; `owned-failure` where
  /// none is named.
  package func scenario(_ choices: Choices, library: ScenarioLibrary) throws -> Scenario {
    if let named = choices.scenario { return try library.scenario(id: named).scenario }
    if let kept = try folder?.scenario() { return kept }
    return try library.scenario(id: recorded?.scenario ?? Self.defaultScenario).scenario
  }

  /// What recordings are held against where nobody names a scenario.
  package static let defaultScenario = "owned-failure"

  /// Whether the scenario was neither chosen nor recorded.
  package func isScenarioAssumed(_ choices: Choices) -> Bool {
    choices.scenario == nil && recorded == nil && folder?.hasScenario != true
  }

  /// Measures the recordings and asks the interviewer: the session, as if it had just been recorded.
  ///
  /// Probes that were asked when the session was recorded stay; else they are picked from what is measured now.
  /// `progress` hears the share that is done, 0...1, from any thread. The takes are measured at the same time, unless
  /// `atOnce` is false: the result is the same.
  /// - Throws: the first file's error, in the order of the files.
  package func session(
    _ choices: Choices, scenario: Scenario, atOnce: Bool = true,
    progress: @escaping @Sendable (Double) -> Void = { _ in }
  ) throws -> Session {
    let shares = ShareDone(of: sources.count, report: progress)
    let measuring: @Sendable (Int, Source) -> Result<MeasuredFile, any Error> = { index, source in
      Result {
        try measure(source.path, spans: source.spans, parameters: choices.parameters) {
          shares.update(index, $0)
        }
      }
    }
    let numbered = Array(sources.enumerated())
    let measured =
      atOnce ? concurrentMap(numbered) { measuring($0, $1) } : numbered.map { measuring($0.offset, $0.element) }
    var session = Session(
      scenario: scenario.id, candidate: choices.candidate ?? recorded?.candidate,
      level: choices.level ?? recorded?.level ?? .sde2, started: recorded?.started,
      seed: choices.seed ?? recorded?.seed ?? 1, mode: recorded?.mode ?? .interview, repeats: recorded?.repeats,
      selfChecks: recorded?.selfChecks ?? [],
      probeTargetInSeconds: choices.probeTargetInSeconds ?? recorded?.probeTargetInSeconds)
    for (source, result) in zip(sources, measured) {
      // A step that was killed as it began: nothing was said in it.
      if folder != nil, case .failure(let error as SoundFileError) = result, error.kind == .noSound { continue }
      let file = try result.get()
      for (subject, span) in zip(source.subjects, file.spans) {
        session.takes.append(
          Take(
            subject: subject, file: source.name, offset: span.offset, timing: span.timing,
            remarks: remarks(on: subject, file: file), transcript: transcript(of: subject)))
      }
    }
    let known = Set(scenario.probes.map(\.id))
    let asked = (recorded?.probes ?? []).filter { known.contains($0.id) }
    // A rehearsal in which none was asked has none; recordings from elsewhere call for some.
    session.probes =
      asked.isEmpty && recorded?.started == nil
      ? chooseProbes(
        of: scenario, observed: session.observed(in: scenario), level: session.level, count: choices.probeCount,
        seed: session.seed)
      : asked
    return session
  }

  /// The words given now, else those that the session has.
  private func transcript(of subject: Take.Subject) -> Transcript? {
    transcripts.first { $0.subject == subject }?.words ?? recorded?.take(of: subject)?.transcript
  }

  /// What is said of a take: of its file now, and of its recording then.
  private func remarks(on subject: Take.Subject, file: MeasuredFile) -> [String] {
    let then = recorded?.take(of: subject)?.remarks ?? []
    return then + [file.remark].compactMap(\.self).filter { !then.contains($0) }
  }
}

extension Replay {
  /// The recordings that `paths` name: a session folder, one file a step, or one file with `marks` (times) or
  /// `labels` (an Audacity label file; one beside the file, of its name and ending in `.txt`, is found by itself).
  /// - Throws: a `SessionError` that says how to name recordings.
  package init(paths: [String], marks: String?, labels: String?) throws(SessionError) {
    guard let first = paths.first else {
      throw SessionError(
        .usage, "Name a session folder, one sound file a step, or one sound file with --marks.")
    }
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: first, isDirectory: &isFolder) else {
      throw SessionError(.noInput, "There is no \(first); check the path.")
    }
    guard marks == nil && labels == nil || (paths.count == 1 && !isFolder.boolValue) else {
      throw SessionError(
        .usage, "--marks and --labels go with one sound file of the whole answer; name just one.")
    }
    if isFolder.boolValue {
      guard paths.count == 1 else {
        throw SessionError(.usage, "One session folder at a time; replay \(paths[1]) by itself.")
      }
      try self.init(folder: first)
    } else if paths.count > 1 {
      try self.init(files: paths)
    } else {
      self.init(file: first, marks: try Self.marks(of: first, times: marks, labels: labels))
    }
  }

  private static func marks(of file: String, times: String?, labels: String?) throws(SessionError)
    -> StepMarks
  {
    if times != nil && labels != nil {
      throw SessionError(.usage, "--marks and --labels say the same thing; give one of them.")
    }
    if let times { return try StepMarks(times) }
    let beside = (file as NSString).deletingPathExtension + ".txt"
    let labelFile = labels ?? beside
    guard let data = FileManager.default.contents(atPath: labelFile) else {
      if let labels { throw SessionError(.noInput, "Cannot read the label file \(labels); check the path.") }
      throw SessionError(
        .usage,
        """
        One file needs to say where its steps begin: add --marks 0:31,0:52,2:20,2:41 (Task, Action, Result, \
        Reflection), or export labels from Audacity to \(beside).
        """)
    }
    return try StepMarks(labels: String(decoding: data, as: UTF8.self), file: labelFile)
  }
}
