import Interview
import Scenarios
import Trends

extension HistoryReport {
  /// The history as JSON, keys sorted, times in seconds.
  package func json() throws -> String { try jsonText(of: HistoryValues(self), isOneLine: false) }
}

/// The version of the shape; it grows when a reader of the old one would go wrong.
private let historyVersion = 1

/// The shape of a history in JSON.
private struct HistoryValues: Encodable {
  struct StepRow: Encodable {
    var step: Step
    var target_s: Double
    var verdicts: [Verdict]
    var shares_of_target: [Double?]
    var spread_of_shares: SpreadValues?
    var tally: TallyValues
  }

  struct MeasureRow: Encodable {
    var measure: String
    var values: [Double?]
    var spread: SpreadValues?
  }

  struct ScenarioRow: Encodable {
    var scenario: String
    var sessions: Int
    var last: String?
    var last_tally: TallyValues?
  }

  struct NextRow: Encodable {
    var kind, reason, command: String
  }

  var starpace_history = historyVersion
  var candidate, scenario: String?
  var sessions, drills: [SessionValues]
  var older_sessions, empty_sessions: Int
  var steps: [StepRow]
  var measures: [MeasureRow]
  var scenarios: [ScenarioRow]
  var changes: ChangesValues?
  var next: [NextRow]
  var skipped: [String]

  init(_ report: HistoryReport) {
    let history = report.history
    candidate = history.candidate?.shown
    scenario = history.scenario?.shown
    sessions = history.sessions.map(SessionValues.init)
    drills = history.drills.map(SessionValues.init)
    older_sessions = history.olderCount
    empty_sessions = history.emptyCount
    steps = history.steps.map {
      StepRow(
        step: $0.step, target_s: rounded($0.target.seconds), verdicts: $0.verdicts,
        shares_of_target: $0.shares.values.map { $0.map(rounded) },
        spread_of_shares: $0.shares.spread.map(SpreadValues.init), tally: TallyValues($0.tally))
    }
    measures = history.delivery.map {
      MeasureRow(
        measure: $0.measure.key, values: $0.values.map { $0.map(rounded) }, spread: $0.spread.map(SpreadValues.init))
    }
    scenarios =
      history.scenarios.map {
        ScenarioRow(
          scenario: $0.scenario.shown, sessions: $0.count, last: $0.last.started?.shown,
          last_tally: TallyValues($0.last.tally))
      } + history.unpractised.map { ScenarioRow(scenario: $0.shown, sessions: 0) }
    changes = history.changes.map(ChangesValues.init)
    next = history.next.map { NextRow(kind: $0.kind, reason: $0.reason, command: report.command(of: $0)) }
    skipped = report.skipped.map(\.shown)
  }
}
