import Interview
import Scenarios
import Trends

extension SessionSummary {
  /// The names of the cells of `rows`.
  static var rowNames: [String] {
    [
      "session", "candidate", "started", "scenario", "level", "mode", "whole_answer_time_s", "at_least_s", "at_most_s",
      "step", "target_s", "limit_s", "verdict", "share_of_target", "answer_time_s", "speech_time_s", "latency_s",
      "phonation_ratio", "pauses", "pauses_per_minute", "pause_median_s", "pause_longest_s", "speech_rate_per_s",
      "articulation_rate_per_s",
    ]
  }

  /// A row of values for each step.
  var rows: [[CSVCell]] {
    let ofSession: [CSVCell] = [
      .text(name), .text(owner), .text(started), .text(scenario), .text(level.rawValue), .text(mode.rawValue),
      .number(wholeAnswerTime), .number(window.lowerBound), .number(window.upperBound),
    ]
    return steps.map { row in
      ofSession + [
        .text(row.step.rawValue), .number(row.target.seconds), .number(row.target.limit), .text(row.verdict.rawValue),
        .number(row.share),
      ] + row.answer.cells
    }
  }
}

extension AnswerSummary? {
  /// The figures of an answer; empty cells where there is none.
  fileprivate var cells: [CSVCell] {
    [
      .number(self?.answerTime), .number(self?.speechTime), .number(self?.latency), .number(self?.phonationRatio),
      .count(self?.pauseCount), .number(self?.pausesPerMinute), .number(self?.medianPause),
      .number(self?.longestPause), .number(self?.speechRate), .number(self?.articulationRate),
    ]
  }
}
