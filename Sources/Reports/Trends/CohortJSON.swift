import Interview
import Scenarios
import Trends

extension CohortReport {
  /// The cohort as JSON, keys sorted, times in seconds.
  package func json() throws -> String { try jsonText(of: CohortValues(self), isOneLine: false) }

  /// A line of JSON for each candidate.
  package func jsonLines() throws -> String {
    try cohort.candidates.map {
      try jsonText(of: CandidateValues($0, steps: cohort.filter.steps), isOneLine: true) + "\n"
    }
    .joined()
  }
}

/// The version of the shape; it grows when a reader of the old one would go wrong.
private let cohortVersion = 1

/// The shape of a candidate in JSON.
private struct CandidateValues: Encodable {
  var candidate: String
  var sessions: Int
  var tally: TallyValues
  var steps: [TallyValues]
  var whole_answer_time_s: SpreadValues?
  /// The folders of the sessions, the earliest first.
  var paths: [String]
  var last: String?
  var notes: Int

  init(_ row: Cohort.Candidate, steps: [Step]) {
    candidate = row.name.shown
    sessions = row.sessions.count
    tally = TallyValues(row.tally)
    self.steps = steps.map { TallyValues(row.tallies[$0] ?? Tally(), of: $0) }
    whole_answer_time_s = row.whole.map(SpreadValues.init)
    paths = row.sessions.map(\.path.shown)
    last = row.sessions.last?.started?.shown
    notes = row.noteCount
  }
}

/// The shape of a cohort in JSON.
private struct CohortValues: Encodable {
  struct FilterRow: Encodable {
    var scenario, since, candidate: String?
    var level: Level?
    var step: Step?
  }

  struct StepRow: Encodable {
    var tally: TallyValues
    var shares_of_target: SpreadValues?
  }

  var starpace_coach = cohortVersion
  var filter: FilterRow
  var candidates: [CandidateValues]
  var steps: [StepRow]
  var sessions, drills, empty_sessions: Int
  var skipped: [String]

  init(_ report: CohortReport) {
    let cohort = report.cohort
    let asked = cohort.filter
    filter = FilterRow(
      scenario: asked.scenario?.shown, since: asked.since?.shown, candidate: asked.candidate?.shown, level: asked.level,
      step: asked.step)
    candidates = cohort.candidates.map { CandidateValues($0, steps: asked.steps) }
    steps = cohort.steps.map {
      StepRow(tally: TallyValues($0.tally, of: $0.step), shares_of_target: $0.shares.map(SpreadValues.init))
    }
    sessions = cohort.sessionCount
    drills = cohort.drillCount
    empty_sessions = cohort.emptyCount
    skipped = report.skipped.map(\.shown)
  }
}
