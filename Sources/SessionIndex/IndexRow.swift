import GRDB
import Interview
import Scenarios
import Trends

/// A session as the index has it, with the state of its files when it was read.
struct IndexRow: Sendable {
  var summary: SessionSummary
  var session: FileState
  var notes: FileState?
  var scenario: ScenarioPlace
}

extension IndexRow {
  /// Whether the files of `found` are still as they were when the row was made of them.
  func isCurrent(_ found: FoundSession, library: ScenarioLibrary) -> Bool {
    session == found.session && notes == found.notes
      && scenario.isCurrent(of: summary.scenario, in: found.path, library: library)
  }
}

// MARK: - From the database

extension IndexRow {
  /// All sessions in the folders `folders`, by their paths.
  static func all(in folders: [String], _ db: Database) throws -> [String: IndexRow] {
    var rows: [String: IndexRow] = [:]
    for folder in folders {
      var answers = try AnswerRows(in: folder, db)
      let cursor = try Row.fetchCursor(
        db,
        sql: """
          SELECT id, name, session_size, session_modified_ns, session_inode, notes_size, notes_modified_ns, notes_inode,
            scenario_file, scenario_size, scenario_modified_ns, scenario_inode, candidate, scenario, level, mode, started,
            at_least_s, at_most_s, note_count
          FROM session WHERE folder = ? ORDER BY id
          """, arguments: [folder])
      while let row = try cursor.next() {
        let path = folder + "/" + (row[1] as String)
        // A row that makes no sense is none: the session is read anew.
        guard let (steps, probes) = try answers.next(of: row[0]), let level = Level(rawValue: row[14]),
          let mode = Session.Mode(rawValue: row[15]), steps.count == Step.allCases.count
        else { continue }
        let shortest: Double = row[17]
        let summary = SessionSummary(
          path: path, candidate: row[12], scenario: row[13], level: level, mode: mode, started: row[16],
          window: shortest...max(shortest, row[18]), steps: steps, probes: probes, noteCount: row[19])
        rows[path] = IndexRow(
          summary: summary, session: FileState(size: row[2], modified: row[3], inode: row[4]),
          notes: (row[5] as Int64?).map { FileState(size: $0, modified: row[6], inode: row[7]) },
          scenario: ScenarioPlace(
            file: row[8], state: FileState(size: row[9], modified: row[10], inode: row[11])))
      }
    }
    return rows
  }
}

/// The answers of a folder's sessions, in the order of the sessions' numbers.
private struct AnswerRows {
  private let cursor: RowCursor
  private var row: Row?

  init(in folder: String, _ db: Database) throws {
    cursor = try Row.fetchCursor(
      db,
      sql: """
        SELECT answer.session, place, probe, target_s, limit_s, answer_time_s, speech_time_s, latency_s, pauses,
          median_pause_s, longest_pause_s, speech_rate_per_s, articulation_rate_per_s, is_trusted
        FROM session CROSS JOIN answer ON answer.session = session.id
        WHERE folder = ? ORDER BY session.id, place
        """, arguments: [folder])
    row = try cursor.next()
  }

  /// Those of the session with the number `id`; `nil` where a value is missing.
  mutating func next(of id: Int64) throws -> (
    steps: [SessionSummary.StepSummary], probes: [SessionSummary.ProbeSummary]
  )? {
    var steps: [SessionSummary.StepSummary] = []
    var probes: [SessionSummary.ProbeSummary] = []
    var isWhole = true
    while let row {
      let session: Int64 = row[0]
      guard session <= id else { break }
      if session == id {
        let answer = AnswerSummary(row)
        if answer == nil, row[5] as Double? != nil { isWhole = false }
        if let seconds = row[3] as Double?, let limit = row[4] as Double? {
          let target = StepTarget(seconds: seconds, limit: limit)
          if let probe = row[2] as String? {
            probes.append(.init(probe, target: target, answer: answer))
          } else if steps.count < Step.allCases.count {
            steps.append(.init(Step.allCases[steps.count], target: target, answer: answer))
          }
        } else {
          isWhole = false
        }
      }
      self.row = try cursor.next()
    }
    return isWhole ? (steps, probes) : nil
  }
}

extension AnswerSummary {
  /// The answer in a row of `AnswerRows`; `nil` where there is none, and where a value is missing.
  fileprivate init?(_ row: Row) {
    guard let answerTime = row[5] as Double?, let speechTime = row[6] as Double?, let pauseCount = row[8] as Int?,
      let isTrusted = row[13] as Bool?
    else { return nil }
    self.init(
      answerTime: answerTime, speechTime: speechTime, latency: row[7], pauseCount: pauseCount, medianPause: row[9],
      longestPause: row[10], speechRate: row[11], articulationRate: row[12], isTrusted: isTrusted)
  }
}

// MARK: - Into the database

extension IndexRow {
  /// Keeps the row, in the place of an earlier one of the same session.
  func save(_ found: FoundSession, _ db: Database) throws {
    try db.cachedStatement(sql: "DELETE FROM session WHERE folder = ? AND name = ?")
      .execute(arguments: [found.folder, found.name])
    let values: [(any DatabaseValueConvertible)?] = [
      found.folder, found.name, session.size, session.modified, session.inode, notes?.size, notes?.modified,
      notes?.inode, scenario.file, scenario.state.size, scenario.state.modified, scenario.state.inode,
      summary.candidate, summary.scenario, summary.level.rawValue, summary.mode.rawValue, summary.started,
      summary.window.lowerBound, summary.window.upperBound, summary.noteCount,
    ]
    try db.cachedStatement(
      sql: "INSERT INTO session VALUES (NULL, \(Array(repeating: "?", count: values.count).joined(separator: ", ")))"
    ).execute(arguments: StatementArguments(values))
    let id = db.lastInsertedRowID
    for step in summary.steps {
      try save(step.answer, of: id, at: step.step.number, probe: nil, target: step.target, db)
    }
    for (place, probe) in summary.probes.enumerated() {
      try save(probe.answer, of: id, at: Step.allCases.count + 1 + place, probe: probe.id, target: probe.target, db)
    }
  }

  private func save(
    _ answer: AnswerSummary?, of session: Int64, at place: Int, probe: String?, target: StepTarget, _ db: Database
  ) throws {
    let values: [(any DatabaseValueConvertible)?] = [
      session, place, probe, target.seconds, target.limit, answer?.answerTime, answer?.speechTime, answer?.latency,
      answer?.pauseCount, answer?.medianPause, answer?.longestPause, answer?.speechRate, answer?.articulationRate,
      answer?.isTrusted,
    ]
    try db.cachedStatement(sql: "INSERT INTO answer VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
      .execute(arguments: StatementArguments(values))
  }
}
