package import Interview
import Scenarios
import SpeechTiming

extension Report {
  /// What was measured in each take, with the thresholds.
  func details(_ style: Style) -> [String] {
    let rows: [(name: String, take: Take)] =
      steps.compactMap { row in row.take.map { (row.step.title, $0) } }
      + probes.enumerated().flatMap { index, row in
        [row.take.map { ("Probe \(index + 1)", $0) }, row.followUpTake.map { ("  deeper", $0) }].compactMap(\.self)
      }
    guard !rows.isEmpty else { return [] }
    var lines = [style.styled("Details", as: .heading)]
    let columns = Column.fitting(style.width, of: Column<Take>.timing)
    lines.append(style.styled(Column.header(columns), as: .quiet))
    for (name, take) in rows {
      lines.append(Column.line(columns, name: name, row: take))
      for remark in take.remarksAndDoubts {
        lines += style.wrapped(remark, indent: 2).map { style.styled($0, as: .warning) }
      }
    }
    let spoken = rows.filter { $0.take.hasDelivery }
    if !spoken.isEmpty {
      let columns = Column.fitting(style.width, of: Column<Take>.delivery)
      lines += ["", style.styled(Column.header(columns), as: .quiet)]
      lines += spoken.map { Column.line(columns, name: $0.name, row: $0.take) }
    }
    lines.append("")
    let cells = style.width - 12
    for (name, take) in rows {
      lines.append(name.padded(to: 12) + timeline(of: take.timing, cells: cells))
    }
    return lines + [""] + style.wrapped(detailsNote).map { style.styled($0, as: .quiet) }
  }

  /// The take from left to right: `█` speech, `·` silence, a cell for each equal share of its length.
  private func timeline(of timing: TakeTiming, cells: Int) -> String {
    guard timing.duration > 0 else { return "" }
    let cellLength = timing.duration / Double(cells)
    return (0..<cells).map { cell in
      let start = Double(cell) * cellLength
      let end = start + cellLength
      let spoken = timing.speech.reduce(0) { $0 + max(0, min(end, $1.end) - max(start, $1.start)) }
      return spoken > cellLength / 2 ? "█" : spoken > 0 ? "▄" : "·"
    }.joined()
  }

  /// The denominators and thresholds of the details of the report's takes.
  package var detailsNote: String {
    let takes = Timeline(of: self).parts.map(\.take)
    let timings = takes.map(\.timing)
    let threshold = timings.first.map { Int(($0.pauseThreshold * 1000).rounded()) } ?? 0
    let note = """
      Answer time runs from the first speech to the end of the last and is held against the target: \
      under 0.5 far too short, under 0.8 short, to 1.15 on target, to the limit long. \
      "Of answer" is speech time over answer time. A pause is a silence of \(threshold) ms or more between \
      speech. SNR is the level of speech over that of the room. Sound gives time, pauses and level, not words.
      """
    let isCounted = takes.contains { $0.wordsPerMinute != nil }
    let counted = isCounted ? " A single number of words a minute is counted in a transcript." : ""
    let pitchRange = timings.lazy.compactMap { $0.voice?.pitchRange }.first ?? .standard
    return takes.contains(where: \.hasDelivery) ? note + " " + deliveryNote(pitchRange) + counted : note
  }
}

extension Take {
  /// Whether rates or pitch were measured in it.
  package var hasDelivery: Bool { timing.pace != nil || timing.voice != nil }
}

/// The denominators and thresholds of the table of rates and pitch, which was looked for in `pitchRange`.
private func deliveryNote(_ pitchRange: PitchRange) -> String {
  """
  Articulation is syllables over speech time, counted from sound. Words a minute are an estimate over answer time, \
  at \(Pace.WordsPerMinute.syllablesPerWord) syllables a word, give or take \
  \(Int(Pace.WordsPerMinute.uncertainty * 100)) %. Pitch is looked for within \(pitchRange) Hz. Spread is the standard deviation of pitch in semitones, under \
  \(Int(Voice.flatBelow)) flat. “Uh” is a central vowel, level and steady for \
  \(Int((Voice.leastFilledPause * 1000).rounded())) ms or more: a guess.
  """
}
