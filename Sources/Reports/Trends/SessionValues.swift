import Interview
import Scenarios
import Trends

/// The shape of one session's figures in JSON.
struct SessionValues: Encodable {
  struct Answer: Encodable {
    var answer_time_s: Double
    var speech_time_s: Double
    var latency_s, phonation_ratio: Double?
    var pauses: Int
    var pauses_per_minute, pause_median_s, pause_longest_s: Double?
    var speech_rate_per_s, articulation_rate_per_s: Double?

    init(_ answer: AnswerSummary) {
      answer_time_s = rounded(answer.answerTime)
      speech_time_s = rounded(answer.speechTime)
      latency_s = answer.latency.map(rounded)
      phonation_ratio = answer.phonationRatio.map(rounded)
      pauses = answer.pauseCount
      pauses_per_minute = answer.pausesPerMinute.map(rounded)
      pause_median_s = answer.medianPause.map(rounded)
      pause_longest_s = answer.longestPause.map(rounded)
      speech_rate_per_s = answer.speechRate.map(rounded)
      articulation_rate_per_s = answer.articulationRate.map(rounded)
    }
  }

  struct StepRow: Encodable {
    var step: Step
    var target_s, limit_s: Double
    var verdict: Verdict
    var share_of_target: Double?
    var answer: Answer?

    init(_ row: SessionSummary.StepSummary) {
      step = row.step
      target_s = rounded(row.target.seconds)
      limit_s = rounded(row.target.limit)
      verdict = row.verdict
      share_of_target = row.share.map(rounded)
      answer = row.answer.map(Answer.init)
    }
  }

  struct ProbeRow: Encodable {
    var id: String
    var verdict: Verdict
    var answer: Answer?
  }

  var session, path, scenario: String
  var candidate, started: String?
  var level: Level
  var mode: Session.Mode
  var whole_answer_time_s, at_least_s, at_most_s: Double
  var on_target, judged: Int
  var steps: [StepRow]
  var probes: [ProbeRow]
  var notes: Int

  init(_ session: SessionSummary) {
    self.session = session.name.shown
    path = session.path.shown
    scenario = session.scenario.shown
    candidate = session.candidate?.shown
    started = session.started?.shown
    level = session.level
    mode = session.mode
    whole_answer_time_s = rounded(session.wholeAnswerTime)
    at_least_s = rounded(session.window.lowerBound)
    at_most_s = rounded(session.window.upperBound)
    on_target = session.tally.onTarget
    judged = session.tally.judged
    steps = session.steps.map(StepRow.init)
    probes = session.probes.map {
      ProbeRow(id: $0.id.shown, verdict: $0.verdict, answer: $0.answer.map(Answer.init))
    }
    notes = session.noteCount
  }
}

/// The shape of a median and its quartiles in JSON.
struct SpreadValues: Encodable {
  var count: Int
  var median, lower_quartile, upper_quartile: Double

  init(_ spread: Spread) {
    count = spread.count
    median = rounded(spread.median)
    lower_quartile = rounded(spread.lowerQuartile)
    upper_quartile = rounded(spread.upperQuartile)
  }
}

/// The shape of a tally in JSON.
struct TallyValues: Encodable {
  var step: Step?
  var judged, on_target, short, long, missing, not_judged: Int
  var share_on_target: Double?

  init(_ tally: Tally, of step: Step? = nil) {
    self.step = step
    judged = tally.judged
    on_target = tally.onTarget
    short = tally.short
    long = tally.long
    missing = tally.missing
    not_judged = tally.untrusted
    share_on_target = tally.shareOnTarget.map(rounded)
  }
}

/// The shape of changes in JSON.
struct ChangesValues: Encodable {
  struct Row: Encodable {
    var measure: String
    var before, now: Double
    var probability: Double
    var words: String
  }

  var level: Level
  /// Absent where several were compared.
  var scenario: String?
  var later_sessions, earlier_sessions, compared_measures: Int
  var named: [Row]
  var caveat: String?
  var method: String

  init(_ changes: Changes) {
    level = changes.answerLevel
    scenario = changes.scenario?.shown
    later_sessions = Changes.laterCount
    earlier_sessions = changes.earlierCount
    compared_measures = changes.comparedCount
    named = changes.named.map {
      Row(
        measure: $0.measure.key, before: rounded($0.before), now: rounded($0.now),
        probability: ($0.probability * 1e6).rounded() / 1e6, words: $0.sentence)
    }
    caveat = changes.caveat
    method = Changes.method
  }
}

/// `value` to three decimals: finer differences mean nothing.
func rounded(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }

extension String {
  /// Without what would steer a terminal: JSON does not escape all of it.
  var shown: String { String(printable) }
}
