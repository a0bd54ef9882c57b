import SpeechTiming

/// A column of the table of details: a figure of each take.
struct Column: Sendable {
  private var title: String
  private var width: Int
  /// The lower, the later it is left out on a narrow terminal.
  private var priority: Int
  private var figure: @Sendable (TakeTiming) -> String?

  /// Columns of the takes' names.
  static let nameWidth = 12

  /// Where time went: speech, pauses, noise.
  static let timing = [
    Column(title: "speech", width: 7, priority: 0) { decimal($0.speechTime) + " s" },
    Column(title: "of answer", width: 11, priority: 3) { timing in
      timing.phonationRatio.map { "\(Int(($0 * 100).rounded())) %" }
    },
    Column(title: "latency", width: 9, priority: 1) { $0.responseLatency.map { decimal($0) + " s" } },
    Column(title: "pauses", width: 8, priority: 0) { "\($0.pauses.count)" },
    Column(title: "median", width: 8, priority: 5) { PauseSummary(of: $0).map { decimal($0.median) + " s" } },
    Column(title: "longest", width: 16, priority: 2) { timing in
      timing.longestPause.map { "\(decimal($0.duration)) s at \(clock($0.start))" }
    },
    Column(title: "SNR", width: 8, priority: 4) { timing in
      timing.level.signalToNoise.map { "\(Int($0.rounded())) dB" }
    },
  ]

  /// How it was spoken: rates, pitch, hesitations.
  static let delivery = [
    Column(title: "syllables", width: 11, priority: 4) { $0.pace.map { "\($0.nuclei.count)" } },
    Column(title: "articulation", width: 14, priority: 0) { $0.pace.map { decimal($0.articulationRate) + " syl/s" } },
    Column(title: "words/min", width: 12, priority: 2) { timing in
      timing.pace.map { "\(Int($0.wordsPerMinute.atLeast))–\(Int($0.wordsPerMinute.atMost))" }
    },
    Column(title: "pitch", width: 9, priority: 1) { timing in
      timing.voice?.pitchMedian.map { "\(Int($0.rounded())) Hz" }
    },
    Column(title: "spread", width: 13, priority: 1) { timing in
      timing.voice?.pitchSpread.map { decimal($0) + " st" + (timing.voice?.isFlat == true ? " flat" : "     ") }
    },
    Column(title: "“uh”", width: 9, priority: 3) { timing in
      (timing.voice?.filledPauses.count).map { $0 == 0 ? "0" : "guess: \($0)" }
    },
  ]

  /// Those of `columns` that fit on a terminal of `width` columns, in order.
  static func fitting(_ width: Int, of columns: [Column]) -> [Column] {
    var columns = columns
    while nameWidth + columns.reduce(0, { $0 + $1.width }) > width {
      let lowest = columns.indices.max { columns[$0].priority < columns[$1].priority }
      guard let lowest else { break }
      columns.remove(at: lowest)
    }
    return columns
  }

  /// The table's first line.
  static func header(_ columns: [Column]) -> String {
    "".padded(to: nameWidth) + columns.map { $0.title.aligned(to: $0.width) }.joined()
  }

  /// The line of one take; `–` where a figure is not known.
  static func row(_ columns: [Column], name: String, timing: TakeTiming) -> String {
    name.padded(to: nameWidth) + columns.map { ($0.figure(timing) ?? "–").aligned(to: $0.width) }.joined()
  }
}
