package import Reports
package import Trends

/// Many candidates' sessions as one HTML file that leads to a page for each candidate and for each session.
package struct CohortPage: Sendable {
  let pageTitle: String
  let policy = ContentSecurityPolicy(sound: .none).value
  let heading: String
  let candidates, steps: PageTable
  let notes: String
  let groups: [Group]
  let hasSkipped: Bool
  let skipped: [String]

  /// The sessions of one candidate.
  struct Group: Sendable {
    let name, count: String
    let pages: [SessionLink]
  }

  /// One session, and its page where there is one.
  struct SessionLink: Sendable {
    let words: String
    let reference: String?
  }

  /// The page of `report`, with the references of the pages that there are.
  package init(
    of report: CohortReport, candidate reference: (Cohort.Candidate) -> String?,
    session pageOfSession: (SessionSummary) -> String?
  ) {
    let cohort = report.cohort
    pageTitle = "StarPace · \(report.title)"
    heading = report.title
    candidates = PageTable(report.caption, report.candidateTable, references: cohort.candidates.map(reference))
    steps = PageTable("Each step over all candidates", report.stepTable)
    notes = report.notes
    groups = cohort.candidates.map { candidate in
      Group(
        name: candidate.name.cut(to: 40), count: sessionCount(candidate.sessions.count),
        pages: candidate.sessions.map { session in
          let tally = session.tally
          return SessionLink(
            words:
              "\(session.moment) · \(session.scenario.cut(to: 40)) · \(tally.onTarget) of \(tally.judged) on target",
            reference: pageOfSession(session))
        })
    }
    hasSkipped = !report.skipped.isEmpty
    skipped = report.skipped
  }

  /// The page's text.
  package var html: String { PageTemplates.render("cohort", self) }
}
