import Interview
import Scenarios
package import Trends

/// A candidate's sessions over time, ready to be shown.
package struct HistoryReport: TabularReport, Sendable {
  package var history: History
  /// What commands need to find the sessions, such as `--sessions kept`; empty where that is not needed.
  package var commandOptions: [String]
  /// A sentence for each session that could not be read.
  package var skipped: [String]

  /// A report as given.
  package init(_ history: History, commandOptions: [String] = [], skipped: [String] = []) {
    self.history = history
    self.commandOptions = commandOptions
    self.skipped = skipped
  }

  // MARK: - Text

  /// The history as text; the last line ends in a newline.
  package func text(style: Style) -> String {
    var lines = style.wrapped(title).map { style.styled($0, as: .heading) } + [""]
    if history.sessions.isEmpty {
      lines += style.wrapped(nothing)
    } else {
      lines += sessionTable(style).lines(style) + [""]
      lines += stepTable(style).lines(style) + [""]
      lines += deliveryTable(style).lines(style) + [""]
      lines += style.wrapped("\(SparkChart.pacingLegend) \(SparkChart.aroundLegend)")
        .map { style.styled($0, as: .quiet) }
      lines += [""] + changeLines(style)
      if history.scenario == nil {
        lines += ["", style.styled("Scenarios", as: .heading)] + scenarioTable.lines(style)
      }
    }
    for remark in remarks { lines += [""] + style.wrapped(remark) }
    if !history.next.isEmpty { lines += ["", style.styled(Self.nextTitle, as: .heading)] }
    for (place, suggestion) in history.next.enumerated() {
      lines += style.numbered(place + 1, suggestion.reason)
      lines.append("     " + command(of: suggestion))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// `History of Anna: the last 12 of 37 sessions, 2026-10-01 to 2026-11-20`
  package var title: String {
    let of = history.candidate.map { " of \($0.cut(to: 40))" } ?? ""
    let count = history.sessions.count
    let all = history.olderCount + count
    let sessions = history.olderCount > 0 ? "the last \(count) of \(all) sessions" : sessionCount(count)
    let dates = [history.sessions.first, history.sessions.last].compactMap {
      $0?.started.map { String($0.prefix(10)).shown }
    }
    let span = dates.count == 2 ? dates[0] == dates[1] ? ", \(dates[0])" : ", \(dates[0]) to \(dates[1])" : ""
    let scenario = history.scenario.map { " · \($0.cut(to: 40))" } ?? ""
    return "History\(of)\(scenario): \(sessions)\(span)"
  }

  package var nothing: String { "No answers in steps yet; `starpace rehearse SCENARIO` records one." }

  private func changeLines(_ style: Style) -> [String] {
    history.changes.map { $0.lines(style, heading: Changes.heading) + $0.methodLines(style) }
      ?? [style.styled(Changes.heading, as: .heading)] + style.wrapped(Changes.tooFew, indent: 2)
  }

  /// The heading of what to practise.
  package static var nextTitle: String { "What to practise next" }

  /// What stands in no table, a sentence each.
  package var remarks: [String] {
    var remarks: [String] = []
    if !history.drills.isEmpty {
      let steps = Step.allCases.compactMap { step -> String? in
        let count = history.drills.count { $0[step].answer != nil }
        return count > 0 ? "\(step.title) \(count)" : nil
      }
      remarks.append(
        "Drills since the first of these: \(steps.joined(separator: ", ")). One step alone, with its exercise in view, "
          + "is in no trend.")
    }
    if history.emptyCount > 0 {
      remarks.append(
        "\(sessionCount(history.emptyCount)) without any recording \(history.emptyCount == 1 ? "is" : "are") left out.")
    }
    return remarks
  }

  // MARK: - Tables

  private func sessionTable(_ style: Style) -> Table {
    Table(
      columns: [
        .init(title: "Session", isFigure: false),
        .init(title: "scenario", isFigure: false, priority: 1, leastWidth: 12),
        .init(title: "level", isFigure: false, priority: 3), .init(title: "mode", isFigure: false, priority: 4),
        .init(title: "whole"), .init(title: "S T A R R", isFigure: false), .init(title: "on target"),
        .init(title: "notes", priority: 2),
      ],
      rows: history.sessions.map { session in
        let signs = session.steps.map { String(SparkChart.sign(of: $0.verdict, share: $0.share)) }
        let tally = session.tally
        return [
          .init(session.moment), .init(session.scenario.cut(to: 24)), .init(session.level.title),
          .init(session.mode.rawValue), .init(clock(session.wholeAnswerTime)), .init(signs.joined(separator: " ")),
          .init("\(tally.onTarget) of \(tally.judged)", as: tally.onTarget == tally.judged ? .good : nil),
          .init(session.noteCount > 0 ? "\(session.noteCount)" : ""),
        ]
      })
  }

  private func stepTable(_ style: Style) -> Table {
    let room = max(12, style.width - 60)
    return Table(
      columns: [
        .init(title: "Step", isFigure: false), .init(title: "target"), .init(title: "latest"), .init(title: "median"),
        .init(title: "sessions", isFigure: false), .init(title: "on target"),
        .init(title: "mostly", isFigure: false, priority: 1),
      ],
      rows: history.steps.map { trend in
        let target = trend.target.seconds
        let chart = SparkChart.pacing(trend.verdicts, shares: trend.shares.values)
        return [
          .init(trend.step.title), .init(clock(target)), .init(trend.shares.latest.map { clock($0 * target) } ?? "–"),
          .init(trend.shares.spread.map { clock($0.median * target) } ?? "–"),
          .init(SparkChart.last(room, of: chart)), .init("\(trend.tally.onTarget) of \(trend.tally.judged)"),
          .init(trend.tally.commonestFault ?? ""),
        ]
      })
  }

  private func deliveryTable(_ style: Style) -> Table {
    let room = max(12, style.width - 50)
    let target = history.steps.reduce(0) { $0 + $1.target.seconds }
    return Table(
      columns: [
        .init(title: "Delivery", isFigure: false), .init(title: "latest"), .init(title: "median"),
        .init(title: "sessions", isFigure: false),
      ],
      rows: history.delivery.map { series in
        [
          .init(series.measure.title), .init(series.latest.map { series.measure.written($0, target: target) } ?? "–"),
          .init(series.spread.map { series.measure.written($0.median, target: target) } ?? "–"),
          .init(SparkChart.last(room, of: SparkChart.around(series))),
        ]
      })
  }

  package var scenarioTable: Table {
    Table(
      columns: [
        .init(title: "Scenario", isFigure: false, leastWidth: 12), .init(title: "sessions"),
        .init(title: "last", isFigure: false),
        .init(title: "then on target"), .init(title: "mostly", isFigure: false, priority: 1),
      ],
      rows: history.scenarios.map { practice in
        let tally = practice.last.tally
        return [
          .init(practice.scenario.cut(to: 40)), .init("\(practice.count)"), .init(practice.last.date),
          .init("\(tally.onTarget) of \(tally.judged)"), .init(tally.commonestFault ?? ""),
        ]
      }
        + history.unpractised.map { [.init($0.cut(to: 40)), "0", "never", "", ""] })
  }

  /// The command that follows `suggestion`.
  package func command(of suggestion: Suggestion) -> String {
    shellWords(["starpace"] + suggestion.words + commandOptions)
  }

  // MARK: - Other forms

  package func markdown() -> String {
    let style = Style(width: 120, isColoured: false)
    var lines = ["# \(safe(title))", ""]
    if history.sessions.isEmpty {
      lines.append(safe(nothing))
    } else {
      lines += sessionTable(style).markdown() + [""] + stepTable(style).markdown() + [""]
      lines += deliveryTable(style).markdown() + ["", safe("\(SparkChart.pacingLegend) \(SparkChart.aroundLegend)")]
      lines += ["", "## \(Changes.heading)", ""]
      lines += history.changes?.markdown() ?? [safe(Changes.tooFew)]
      if history.scenario == nil { lines += ["", "## Scenarios", ""] + scenarioTable.markdown() }
    }
    for remark in remarks { lines += ["", safe(remark)] }
    if !history.next.isEmpty { lines += ["", "## \(Self.nextTitle)", ""] }
    for (place, suggestion) in history.next.enumerated() {
      lines.append("\(place + 1). \(safe(suggestion.reason)) \(safe(command(of: suggestion)))")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A line for each session.
  package func jsonLines() throws -> String {
    try history.sessions.map { try jsonText(of: SessionValues($0), isOneLine: true) + "\n" }.joined()
  }

  /// A row for each step of each session.
  package func csv() -> String { csvTable(SessionSummary.rowNames, history.sessions.flatMap(\.rows)) }
}

/// `1 session`, `3 sessions`
package func sessionCount(_ count: Int) -> String { "\(count) \(count == 1 ? "session" : "sessions")" }

extension Suggestion {
  /// Why it is suggested, a sentence.
  package var reason: String {
    switch self {
    case .step(let step, let session, let verdict, let count, let sessions):
      let often = sessions == 1 ? "in the last session" : "in \(count) of the last \(sessions) sessions"
      return "\(step.title): off target \(often), and \(verdict.words) in \(session.scenario.cut(to: 40))."
    case .newScenario(let id): return "\(id.cut(to: 40)): never practised."
    case .scenario(let id, let last):
      let tally = last.tally
      let how =
        tally.onTarget == tally.judged
        ? "practised longest ago" : "\(tally.onTarget) of \(tally.judged) steps on target the last time"
      return "\(id.cut(to: 40)): \(how) (\(last.date))."
    }
  }

  /// The words of its command, after the program's name.
  var words: [String] {
    switch self {
    case .step(let step, let session, _, _, _): ["drill", session.name, "--step", step.rawValue]
    case .newScenario(let id), .scenario(let id, _): ["rehearse", id]
    }
  }

  /// What it is, in JSON.
  var kind: String {
    switch self {
    case .step: "drill"
    case .newScenario, .scenario: "rehearse"
    }
  }
}

extension SessionSummary {
  /// `2026-11-20 19:04`, or `?` where it is not known.
  package var moment: String { started.map { String($0.prefix(16)).replacing("T", with: " ").shown } ?? "?" }

  /// `2026-11-20`, or `?` where it is not known.
  var date: String { started.map { String($0.prefix(10)).shown } ?? "?" }
}
