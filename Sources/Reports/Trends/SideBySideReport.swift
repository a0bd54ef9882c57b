import Interview
import Scenarios
package import Trends

/// Two sessions side by side, ready to be shown.
package struct SideBySideReport: TabularReport, Sendable {
  package var pair: SideBySide

  /// A report on `pair`.
  package init(_ pair: SideBySide) { self.pair = pair }

  /// The sessions side by side as text; the last line ends in a newline.
  package func text(style: Style) -> String {
    var lines = style.wrapped(title).map { style.styled($0, as: .heading) } + [""]
    lines += table.lines(style) + [""]
    lines += style.wrapped(note).map { style.styled($0, as: .quiet) }
    return lines.joined(separator: "\n") + "\n"
  }

  package var title: String {
    let owners = [pair.before.owner.cut(to: 40), pair.after.owner.cut(to: 40)]
    return owners[0] == owners[1] ? "\(owners[0]): two sessions" : "\(owners[0]) and \(owners[1])"
  }

  package var note: String {
    let isOneScenario = pair.before.scenario == pair.after.scenario && pair.before.level == pair.after.level
    let shares = isOneScenario ? "" : " Times of different targets are held against each other as shares of them."
    return "Named is what would be noticed: from \(percent(.whole)) of the target (times), \(percent(.articulation)) "
      + "(syllables, speech) or \(percent(.pauses)) (pauses) on.\(shares) Two sessions do not show how much "
      + "a candidate's sessions scatter: a difference may be chance."
  }

  private func percent(_ measure: Measure) -> String { "\(Int((measure.leastNoticeable * 100).rounded())) %" }

  package var table: Table {
    let sessions = [pair.before, pair.after]
    func row(_ name: String, _ figure: (SessionSummary) -> String, _ difference: String = "") -> [Table.Cell] {
      [.init(name)] + sessions.map { .init(figure($0)) } + [.init(difference)]
    }
    var rows = [
      row("Session", \.moment), row("Scenario") { $0.scenario.cut(to: 20) }, row("Level", \.level.title),
      row("Mode", \.mode.rawValue),
    ]
    if pair.before.owner != pair.after.owner { rows.insert(row("Candidate") { $0.owner.cut(to: 20) }, at: 0) }
    rows.append(row("Whole answer", { clock($0.wholeAnswerTime) }, difference(.whole)))
    rows += pair.steps.flatMap { step in
      [
        [step.before.step.title, figures(step.before), figures(step.after), difference(step)].map { .init($0) },
        ["", step.before.verdict.words, step.after.verdict.words, ""].map { .init($0) },
      ]
    }
    rows += pair.measures.filter { $0.measure != .whole }.map { row in
      [
        row.measure.title, row.measure.written(row.before, target: nil), row.measure.written(row.after, target: nil),
        difference(row.measure),
      ].map { .init($0) }
    }
    rows.append(row("Longest pause") { $0.delivery?.longestPause.map { decimal($0) + " s" } ?? "–" })
    return Table(
      columns: [
        .init(title: "", isFigure: false), .init(title: "earlier"), .init(title: "later"),
        .init(title: "the later is", isFigure: false),
      ], rows: rows)
  }

  /// `0:33 of 0:30`
  private func figures(_ row: SessionSummary.StepSummary) -> String {
    "\(row.answer.map { clock($0.answerTime) } ?? "–") of \(clock(row.target.seconds))"
  }

  /// What can be noticed of `measure`, in a word.
  private func difference(_ measure: Measure) -> String {
    guard let row = pair.measures.first(where: { $0.measure == measure }), row.isNoticeable else { return "" }
    return measure.comparative(isMore: row.after > row.before)
  }

  private func difference(_ row: SideBySide.StepPair) -> String {
    guard row.isNoticeable == true, let before = row.before.share, let after = row.after.share else { return "" }
    return Measure.answerTime(row.before.step).comparative(isMore: after > before)
  }

  package func markdown() -> String {
    (["# \(safe(title))", ""] + table.markdown() + ["", safe(note)]).joined(separator: "\n") + "\n"
  }

  /// A row for each step of each of the two.
  package func csv() -> String { csvTable(SessionSummary.rowNames, [pair.before, pair.after].flatMap(\.rows)) }

  /// The two as JSON, keys sorted, times in seconds.
  package func json() throws -> String { try jsonText(of: SideBySideValues(pair), isOneLine: false) }

  /// The same on one line.
  package func jsonLines() throws -> String { try jsonText(of: SideBySideValues(pair), isOneLine: true) + "\n" }

}

/// The shape of two sessions side by side in JSON.
private struct SideBySideValues: Encodable {
  struct Row: Encodable {
    var measure: String
    var before, after: Double?
    /// Absent where one of the two is not known.
    var is_noticeable: Bool?
  }

  var starpace_comparison = 1
  var before, after: SessionValues
  var differences: [Row]

  init(_ pair: SideBySide) {
    before = SessionValues(pair.before)
    after = SessionValues(pair.after)
    differences =
      pair.steps.map {
        Row(
          measure: Measure.answerTime($0.before.step).key, before: $0.before.share.map(rounded),
          after: $0.after.share.map(rounded), is_noticeable: $0.isNoticeable)
      }
      + pair.measures.map {
        Row(
          measure: $0.measure.key, before: rounded($0.before), after: rounded($0.after), is_noticeable: $0.isNoticeable)
      }
  }
}
