import Interview
import Scenarios
package import Trends

/// Many candidates' sessions, ready to be shown.
package struct CohortReport: TabularReport, Sendable {
  package var cohort: Cohort
  /// A sentence for each session that could not be read.
  package var skipped: [String]

  /// A report as given.
  package init(_ cohort: Cohort, skipped: [String] = []) {
    self.cohort = cohort
    self.skipped = skipped
  }

  /// The cohort as text; the last line ends in a newline.
  package func text(style: Style) -> String {
    var lines = style.wrapped(title).map { style.styled($0, as: .heading) } + [""]
    lines += style.wrapped(caption + ":") + candidateTable.lines(style) + [""]
    lines += stepTable.lines(style) + [""]
    lines += style.wrapped(notes).map { style.styled($0, as: .quiet) }
    return lines.joined(separator: "\n") + "\n"
  }

  /// `50 candidates, 9,800 sessions · owned-failure · SDE 2 · since 2026-11-01`
  package var title: String {
    let filter = cohort.filter
    let count = cohort.candidates.count
    let parts: [String?] = [
      "\(count) \(count == 1 ? "candidate" : "candidates"), \(sessionCount(cohort.sessionCount))",
      filter.candidate?.cut(to: 40), filter.scenario?.cut(to: 40), filter.level?.title, filter.step?.title,
      filter.since.map { "since \($0.cut(to: 20))" },
    ]
    return parts.compactMap(\.self).joined(separator: " · ")
  }

  /// What the figures are of, sentences.
  package var notes: String {
    var notes = """
      The furthest off target first. The whole answer is the median of those in which each step was said, and in \
      brackets where the middle half of them lies; so are the shares of the target. All figures are measured; verdicts \
      of a coach are in none.
      """
    if cohort.drillCount > 0 { notes += " Drills (\(cohort.drillCount)) are left out: one step alone." }
    if cohort.emptyCount > 0 { notes += " \(sessionCount(cohort.emptyCount)) without any recording: left out." }
    if !skipped.isEmpty { notes += " \(sessionCount(skipped.count)) could not be read." }
    return notes
  }

  /// What the columns of steps hold.
  package var caption: String { "On target, in % of the answers that were judged" }

  package var candidateTable: Table {
    let steps = cohort.filter.steps
    // Of one step alone, "all" would say the same again.
    let shares = steps.count > 1 ? [nil] + steps.map(Optional.some) : steps.map(Optional.some)
    let titles = shares.map { step in step.map { steps.count > 1 ? Self.short[$0] ?? "" : $0.title } ?? "all" }
    return Table(
      columns: [.init(title: "Candidate", isFigure: false, leastWidth: 12), .init(title: "sessions")]
        + titles.map { .init(title: $0) }
        + [
          .init(title: "whole answer", isFigure: false, priority: 1),
          .init(title: "mostly", isFigure: false, priority: 3), .init(title: "last", isFigure: false, priority: 4),
          .init(title: "notes", priority: 2),
        ],
      rows: cohort.candidates.map { candidate in
        [.init(candidate.name.cut(to: 30)), .init("\(candidate.sessions.count)")]
          + shares.map { step in
            .init(percent((step.map { candidate.tallies[$0] ?? Tally() } ?? candidate.tally).shareOnTarget, sign: ""))
          }
          + [
            .init(times(candidate.whole)), .init(candidate.tally.commonestFault ?? ""),
            .init(candidate.sessions.last?.date ?? ""),
            .init(candidate.noteCount > 0 ? "\(candidate.noteCount)" : ""),
          ]
      })
  }

  /// The steps as the heads of narrow columns.
  private static let short: [Step: String] = [
    .situation: "Sit.", .task: "Task", .action: "Act.", .result: "Res.", .reflection: "Refl.",
  ]

  package var stepTable: Table {
    Table(
      columns: [
        .init(title: "Step", isFigure: false), .init(title: "judged"), .init(title: "on target"), .init(title: "short"),
        .init(title: "long"), .init(title: "missing"), .init(title: "of the target", isFigure: false, priority: 1),
      ],
      rows: cohort.steps.map { row in
        let tally = row.tally
        func share(_ count: Int) -> Table.Cell {
          .init(percent(tally.judged > 0 ? Double(count) / Double(tally.judged) : nil))
        }
        return [
          .init(row.step.title), .init("\(tally.judged)"), share(tally.onTarget), share(tally.short), share(tally.long),
          share(tally.missing), .init(shares(row.shares)),
        ]
      })
  }

  /// `2:41 (2:20–2:58)`
  private func times(_ spread: Spread?) -> String {
    spread.map { "\(clock($0.median)) (\(clock($0.lowerQuartile))–\(clock($0.upperQuartile)))" } ?? "–"
  }

  /// `92 % (70–118 %)`
  private func shares(_ spread: Spread?) -> String {
    func whole(_ share: Double) -> Int { Int((share * 100).rounded()) }
    return spread.map { "\(whole($0.median)) % (\(whole($0.lowerQuartile))–\(whole($0.upperQuartile)) %)" } ?? "–"
  }

  private func percent(_ share: Double?, sign: String = " %") -> String {
    share.map { "\(Int(($0 * 100).rounded()))\(sign)" } ?? "–"
  }

  package func markdown() -> String {
    let lines =
      ["# \(safe(title))", "", safe(caption + ":"), ""] + candidateTable.markdown() + [""] + stepTable.markdown() + [
        "", safe(notes),
      ]
    return lines.joined(separator: "\n") + "\n"
  }

  /// A row for each candidate.
  package func csv() -> String {
    let steps = cohort.filter.steps
    let perStep = ["judged", "on_target", "short", "long", "missing"]
    let names =
      ["candidate", "sessions", "judged", "on_target", "share_on_target"]
      + steps.flatMap { step in perStep.map { "\(step.rawValue)_\($0)" } }
      + ["whole_median_s", "whole_lower_quartile_s", "whole_upper_quartile_s", "last", "notes"]
    let rows = cohort.candidates.map { candidate -> [CSVCell] in
      let tallies = steps.flatMap { step -> [CSVCell] in
        let tally = candidate.tallies[step] ?? Tally()
        return [tally.judged, tally.onTarget, tally.short, tally.long, tally.missing].map { .count($0) }
      }
      return [
        .text(candidate.name), .count(candidate.sessions.count), .count(candidate.tally.judged),
        .count(candidate.tally.onTarget), .number(candidate.tally.shareOnTarget),
      ] + tallies + [
        .number(candidate.whole?.median), .number(candidate.whole?.lowerQuartile),
        .number(candidate.whole?.upperQuartile), .text(candidate.sessions.last?.started), .count(candidate.noteCount),
      ]
    }
    return csvTable(names, rows)
  }
}
