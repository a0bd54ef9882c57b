import Interview
package import Reports
import Scenarios
package import Trends

/// A candidate's sessions over time as one HTML file that needs no other.
package struct HistoryPage: Sendable {
  let pageTitle: String
  let policy = ContentSecurityPolicy(sound: .none).value
  let hasLinks: Bool
  let links: [PageLink]
  let heading: String
  let nothing: String?
  let hasSessions: Bool
  let sessions: PageTable
  let stepCharts: [TrendChart]
  let shares: PageTable
  let deliveryCharts: [TrendChart]
  let deliveryTable: PageTable
  let changes: ChangesView
  let hasNext: Bool
  let nextTitle = HistoryReport.nextTitle
  let next: [NextView]
  let scenarios: PageTable?
  let remarks: [String]

  /// One thing to practise.
  struct NextView: Sendable {
    let reason, command: String
  }

  /// The page of `report`; `reference` finds the page of a session, where there is one.
  package init(
    of report: HistoryReport, links: [PageLink] = [], reference: (SessionSummary) -> String? = { _ in nil }
  ) {
    let history = report.history
    pageTitle = "StarPace · \(report.title)"
    hasLinks = !links.isEmpty
    self.links = links
    heading = report.title
    nothing = history.sessions.isEmpty ? report.nothing : nil
    hasSessions = !history.sessions.isEmpty
    sessions = PageTable(verdictsOf: history.sessions, reference: reference)
    stepCharts = history.steps.map { TrendChart(of: $0) }
    shares = PageTable(
      "Answer time as a share of the target", columns: history.steps.map(\.step.title),
      rows: history.sessions.enumerated().map { index, session in
        (
          session.moment,
          history.steps.map {
            $0.shares.values[index].map { share in Measure.whole.written(share, target: nil) } ?? "–"
          }
        )
      })
    let target = history.steps.reduce(0) { $0 + $1.target.seconds }
    deliveryCharts = history.delivery.map { TrendChart(of: $0, target: target) }
    deliveryTable = PageTable(
      "Delivery by session", columns: history.delivery.map(\.measure.title),
      rows: history.sessions.enumerated().map { index, session in
        (
          session.moment,
          history.delivery.map { series in
            series.values[index].map { series.measure.written($0, target: target) } ?? "–"
          }
        )
      })
    changes = ChangesView(inHistory: history.changes)
    next = history.next.map { NextView(reason: $0.reason, command: report.command(of: $0)) }
    hasNext = !next.isEmpty
    scenarios =
      hasSessions && history.scenario == nil ? PageTable("Practice by scenario", report.scenarioTable) : nil
    remarks = report.remarks
  }

  /// The page's text.
  package var html: String { PageTemplates.render("history", self) }
}

extension PageTable {
  /// A row for each of `sessions` with the verdict on each step in words.
  fileprivate init(verdictsOf sessions: [SessionSummary], reference: (SessionSummary) -> String?) {
    let hasNotes = sessions.contains { $0.noteCount > 0 }
    let text = ["scenario", "level", "mode"].map { Column(title: $0, isText: true) }
    let steps = Step.allCases.map { Column(title: $0.title, isText: true) }
    let last = ["on target"] + (hasNotes ? ["notes"] : [])
    self.init(
      "The last sessions, the latest at the end",
      columns: [Column(title: "whole", isText: false)] + steps + last.map { Column(title: $0, isText: false) } + text,
      rows: sessions.map { session in
        let tally = session.tally
        var cells = [Cell(clock(session.wholeAnswerTime))]
        cells += session.steps.map { Cell($0.verdict) }
        cells.append(Cell("\(tally.onTarget) of \(tally.judged)"))
        if hasNotes { cells.append(Cell(session.noteCount > 0 ? "\(session.noteCount)" : "")) }
        cells += [session.scenario.cut(to: 24), session.level.title, session.mode.rawValue].map {
          Cell($0, isText: true)
        }
        return Row(name: session.moment, reference: reference(session), cells: cells)
      })
  }
}
