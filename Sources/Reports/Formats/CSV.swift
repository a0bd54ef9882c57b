import Interview
import Scenarios
import SpeechTiming
import Transcripts

extension Report {
  /// A row for each step, spoken or not, and for each answer to a probe, after a row of names: RFC 4180.
  ///
  /// Times in seconds with a point, empty where nothing is known. A text that a spreadsheet would take for a formula
  /// gets an apostrophe before it. Where a text is not ASCII the file begins with a byte order mark, without which
  /// Excel takes UTF-8 for another encoding.
  package func csv() -> String {
    let columns = csvColumns
    let table = [columns.map(\.name)] + rows.map { row in columns.map { $0.cell(row).written } }
    let text = table.map { $0.joined(separator: ",") + "\r\n" }.joined()
    return (text.utf8.allSatisfy { $0 < 0x80 } ? "" : "\u{FEFF}") + text
  }

  /// What stands in a row.
  private struct Row {
    var part: String
    /// The probe's id; `nil` for a step.
    var probe: String?
    var target: StepTarget
    var verdict: Verdict
    /// `nil` for a step that was skipped.
    var take: Take?

    var timing: TakeTiming? { take?.timing }
  }

  private var rows: [Row] {
    let probes = probes.enumerated().flatMap { index, row in
      [("Probe \(index + 1)", row.take), ("Probe \(index + 1), deeper", row.followUpTake)].compactMap { name, take in
        take.map {
          Row(
            part: name, probe: row.probe.id, target: row.target,
            verdict: Verdict(on: $0.timing, target: row.target), take: $0)
        }
      }
    }
    return steps.map { Row(part: $0.step.title, target: $0.target, verdict: $0.verdict, take: $0.take) } + probes
  }

  /// What stands in each column.
  private var csvColumns: [(name: String, cell: (Row) -> Cell)] {
    let session: [(String, (Row) -> Cell)] = [
      ("started", { _ in .text(started) }), ("scenario", { _ in .text(scenario.id) }),
      ("level", { _ in .text(level.rawValue) }),
    ]
    let answer: [(String, (Row) -> Cell)] = [
      ("part", { .text($0.part) }), ("probe", { .text($0.probe) }), ("file", { .text($0.take?.file) }),
      ("offset_s", { .number($0.take?.offset) }), ("duration_s", { .number($0.timing?.duration) }),
      ("target_s", { .number($0.target.seconds) }), ("limit_s", { .number($0.target.limit) }),
      ("answer_time_s", { .number($0.timing?.answerTime) }), ("speech_time_s", { .number($0.timing?.speechTime) }),
      ("verdict", { .text($0.verdict.rawValue) }), ("latency_s", { .number($0.timing?.responseLatency) }),
      ("phonation_ratio", { .number($0.timing?.phonationRatio) }),
    ]
    let pauses: [(String, (Row) -> Cell)] = [
      ("pause_threshold_s", { .number($0.timing?.pauseThreshold) }), ("pauses", { .count($0.timing?.pauses.count) }),
      ("pause_median_s", { .number($0.timing.flatMap { PauseSummary(of: $0) }?.median) }),
      ("pause_longest_s", { .number($0.timing?.longestPause?.duration) }),
      ("pause_longest_at_s", { .number($0.timing?.longestPause?.start) }),
    ]
    let voice: [(String, (Row) -> Cell)] = [
      ("syllables", { .count($0.timing?.pace?.nuclei.count) }),
      ("speech_rate_per_s", { .number($0.timing?.pace?.speechRate) }),
      ("articulation_rate_per_s", { .number($0.timing?.pace?.articulationRate) }),
      ("pitch_median_hz", { .number($0.timing?.voice?.pitchMedian) }),
      ("pitch_spread_st", { .number($0.timing?.voice?.pitchSpread) }),
      ("filled_pauses_guess", { .count($0.timing?.voice?.filledPauses.count) }),
      ("snr_db", { .number($0.timing?.level.signalToNoise) }),
      ("words", { .count($0.take.flatMap { $0.hasAcceptedTranscript ? $0.transcript?.words.count : nil }) }),
      ("words_per_minute", { .number($0.take?.wordsPerMinute) }),
      ("doubts", { row in .text(row.timing?.doubts.map(\.rawValue).joined(separator: " ")) }),
    ]
    return session + answer + pauses + voice
  }
}

/// One cell of a table.
private enum Cell {
  case text(String?)
  case number(Double?)
  case count(Int?)

  /// As it stands in the file.
  var written: String {
    switch self {
    case .text(let text): text.map(Self.quoted) ?? ""
    case .number(let value): value.map { ($0 < 0 ? "-" : "") + seconds(wholeMilliseconds(abs($0))) } ?? ""
    case .count(let count): count.map(String.init) ?? ""
    }
  }

  private static func quoted(_ text: String) -> String {
    // What cannot be seen goes first: behind it a formula might begin.
    var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false).map(\.printable).joined(separator: "\t")
    }
    if startsFormula(lines.joined(separator: "\n")) { lines[0] = "'" + lines[0] }
    let harmless = lines.joined(separator: "\n")
    guard harmless.contains(where: { ",;\"\t\n".contains($0) }) else { return harmless }
    return "\"" + harmless.replacing("\"", with: "\"\"") + "\""
  }

  /// Whether a spreadsheet may take `text` for a formula.
  ///
  /// Source: OWASP, "CSV Injection"; the wide signs count where Excel speaks Chinese, Japanese or Korean.
  private static func startsFormula(_ text: String) -> Bool {
    text.unicodeScalars.first.map { "=+-@\t\n＝＋－＠".unicodeScalars.contains($0) } ?? false
  }
}
