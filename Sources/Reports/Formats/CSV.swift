import Interview
import Scenarios
import SpeechTiming

extension Report {
  /// A row for each take, after a row of names: RFC 4180, times in seconds with a point, empty where nothing is known.
  ///
  /// A text that a spreadsheet would take for a formula gets an apostrophe before it.
  package func csv() -> String {
    let columns = csvColumns
    return csvTable(columns.map(\.name), Timeline(of: self).parts.map { part in columns.map { $0.cell(part) } })
  }

  /// What stands in each column.
  private var csvColumns: [(name: String, cell: (Timeline.Part) -> CSVCell)] {
    let session: [(String, (Timeline.Part) -> CSVCell)] = [
      ("started", { _ in .text(started) }), ("scenario", { _ in .text(scenario.id) }),
      ("level", { _ in .text(level.rawValue) }),
    ]
    let answer: [(String, (Timeline.Part) -> CSVCell)] = [
      ("part", { .text($0.name) }), ("file", { .text($0.take.file) }), ("offset_s", { .number($0.take.offset) }),
      ("target_s", { .number($0.target.seconds) }), ("limit_s", { .number($0.target.limit) }),
      ("answer_time_s", { .number($0.take.timing.answerTime) }),
      ("speech_time_s", { .number($0.take.timing.speechTime) }), ("verdict", { .text($0.verdict.rawValue) }),
      ("latency_s", { .number($0.take.timing.responseLatency) }),
      ("phonation_ratio", { .number($0.take.timing.phonationRatio) }),
    ]
    let pauses: [(String, (Timeline.Part) -> CSVCell)] = [
      ("pauses", { .count($0.take.timing.pauses.count) }),
      ("pause_median_s", { .number(PauseSummary(of: $0.take.timing)?.median) }),
      ("pause_longest_s", { .number($0.take.timing.longestPause?.duration) }),
      ("pause_longest_at_s", { .number($0.take.timing.longestPause?.start) }),
    ]
    let voice: [(String, (Timeline.Part) -> CSVCell)] = [
      ("syllables", { .count($0.take.timing.pace?.nuclei.count) }),
      ("speech_rate_per_s", { .number($0.take.timing.pace?.speechRate) }),
      ("articulation_rate_per_s", { .number($0.take.timing.pace?.articulationRate) }),
      ("pitch_median_hz", { .number($0.take.timing.voice?.pitchMedian) }),
      ("pitch_spread_st", { .number($0.take.timing.voice?.pitchSpread) }),
      ("filled_pauses_guess", { .count($0.take.timing.voice?.filledPauses.count) }),
      ("snr_db", { .number($0.take.timing.level.signalToNoise) }),
      ("doubts", { part in .text(part.take.timing.doubts.map(\.rawValue).joined(separator: " ")) }),
    ]
    return session + answer + pauses + voice
  }
}
