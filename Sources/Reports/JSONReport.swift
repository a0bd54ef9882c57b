import Interview
import Scenarios
import SpeechTiming

/// The version of the JSON report's shape; it grows when a reader of the old one would go wrong.
let jsonReportVersion = 1

extension Report {
  /// The report as JSON, keys sorted, times in seconds: the same report gives the same text.
  ///
  /// Its schema is `Schemas/report.schema.json`.
  package func json() throws -> String { try jsonText(of: JSONReport(of: self), isOneLine: false) }

  /// The same on one line, without its newline, with the name of what was replayed where a list named it.
  package func jsonLine(input: String? = nil) throws -> String {
    var report = JSONReport(of: self)
    report.input = input
    return try jsonText(of: report, isOneLine: true)
  }
}

/// The shape of the JSON report.
private struct JSONReport: Encodable {
  struct ScenarioName: Encodable {
    var id, title, principle, question: String
  }

  struct TakeRow: Encodable {
    var file: String
    var offset_s: Double
    var answer_time_s: Double
    var speech_time_s: Double
    var latency_s: Double?
    var phonation_ratio: Double?
    var pause_summary: PauseSummary?
    var timing: TakeTiming
    var doubts: [Doubt]
    var remarks: [String]

    init(of take: Take) {
      file = take.file
      offset_s = take.offset
      answer_time_s = take.timing.answerTime
      speech_time_s = take.timing.speechTime
      latency_s = take.timing.responseLatency
      phonation_ratio = take.timing.phonationRatio
      pause_summary = PauseSummary(of: take.timing)
      timing = take.timing
      doubts = take.timing.doubts
      remarks = take.remarks
    }
  }

  struct StepRow: Encodable {
    var step: Step
    var target_s: Double
    var limit_s: Double
    var verdict: Verdict
    var take: TakeRow?
    var words: StepWords?
  }

  struct ProbeRow: Encodable {
    var id, question, tests: String
    var reasons: [String]
    var target_s: Double
    var verdict: Verdict?
    var take: TakeRow?
    var follow_up: FollowUpRow?
    var strong_answer, key_line: String
  }

  struct FollowUpRow: Encodable {
    var question, reason: String
    var verdict: Verdict?
    var take: TakeRow?
  }

  var starpace_report = jsonReportVersion
  /// As a list named it.
  var input: String?
  var mode: Session.Mode
  var scenario: ScenarioName
  var level: Level
  var started: String?
  var seed: UInt64
  var whole: Report.Whole
  var steps: [StepRow]
  var probes: [ProbeRow]
  var evidence: [Evidence]
  var change: [Advice]

  init(of report: Report) {
    let told = report.scenario
    scenario = ScenarioName(
      id: told.id, title: told.title, principle: told.principle, question: told.question)
    level = report.level
    started = report.started
    seed = report.seed
    mode = report.mode
    whole = report.whole
    steps = report.steps.map {
      StepRow(
        step: $0.step, target_s: $0.target.seconds, limit_s: $0.target.limit, verdict: $0.verdict,
        take: $0.take.map(TakeRow.init), words: report.words(in: $0))
    }
    probes = report.probes.map {
      ProbeRow(
        id: $0.probe.id, question: $0.probe.question, tests: $0.probe.tests, reasons: $0.reasons,
        target_s: $0.target.seconds, verdict: $0.verdict, take: $0.take.map(TakeRow.init),
        follow_up: FollowUpRow(of: $0), strong_answer: $0.probe.strongAnswer, key_line: $0.probe.keyLine)
    }
    evidence = report.evidence
    change = report.advice
  }
}

extension JSONReport.FollowUpRow {
  /// What was asked after the answer to a probe; `nil` where nothing was.
  fileprivate init?(of row: Report.ProbeRow) {
    guard let asked = row.followUp else { return nil }
    self.init(
      question: asked.question, reason: asked.reason, verdict: row.followUpVerdict,
      take: row.followUpTake.map(JSONReport.TakeRow.init))
  }
}
