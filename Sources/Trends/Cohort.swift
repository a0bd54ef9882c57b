import Interview
package import Scenarios

/// Many candidates' sessions: who stands where, and which step goes wrong.
///
/// All figures are measured ones: what a coach has noted or judged otherwise is in none of them.
package struct Cohort: Sendable, Equatable {
  package var filter: Filter
  /// The furthest off target first.
  package var candidates: [Candidate]
  /// One for each step that is looked at, in order.
  package var steps: [StepFigures]
  /// How many answers in steps the figures are of.
  package var sessionCount: Int
  /// Sessions that are in no figure: one step alone, and nothing recorded.
  package var drillCount: Int
  package var emptyCount: Int

  /// Which sessions are looked at; `nil` stands for all.
  package struct Filter: Sendable, Equatable {
    package var scenario: String?
    package var level: Level?
    /// A date or a moment, ISO 8601 in UTC: sessions that began then or later; those of unknown date do not count.
    package var since: String?
    package var candidate: String?
    /// The one step whose figures are shown and whose share gives the order.
    package var step: Step?

    /// A filter as given; all sessions by default.
    package init(
      scenario: String? = nil, level: Level? = nil, since: String? = nil, candidate: String? = nil, step: Step? = nil
    ) {
      self.scenario = scenario
      self.level = level
      self.since = since
      self.candidate = candidate
      self.step = step
    }

    package func lets(_ session: SessionSummary) -> Bool {
      (scenario == nil || session.scenario == scenario) && (level == nil || session.level == level)
        && (candidate == nil || session.owner == candidate)
        && (since.map { since in session.started.map { $0 >= since } ?? false } ?? true)
    }

    /// The steps that are looked at, in order.
    package var steps: [Step] { step.map { [$0] } ?? Step.allCases }
  }

  /// One candidate.
  package struct Candidate: Sendable, Equatable {
    package var name: String
    /// Their answers in steps, the earliest first.
    package var sessions: [SessionSummary]
    /// How the answers to each step stand to their targets.
    package var tallies: [Step: Tally]
    /// All steps that are looked at together.
    package var tally: Tally
    /// The whole answer time, in seconds, of the answers in which each step was said.
    package var whole: Spread?
    /// How much a coach has noted about the sessions.
    package var noteCount: Int
  }

  /// One step over all candidates.
  package struct StepFigures: Sendable, Equatable {
    package var step: Step
    package var tally: Tally
    /// Answer time over target.
    package var shares: Spread?
  }

  /// The cohort of those of `sessions` that `filter` lets through.
  package init(of sessions: [SessionSummary], filter: Filter = Filter()) {
    let through = sessions.filter(filter.lets)
    let answers = through.filter(\.isAnswer)
    self.filter = filter
    sessionCount = answers.count
    drillCount = through.count { $0.mode == .drill && !$0.isEmpty }
    emptyCount = through.count(where: \.isEmpty)
    candidates = Dictionary(grouping: answers, by: \.owner)
      .map { Candidate(name: $0, sessions: $1.inOrderOfTime, steps: filter.steps) }
      .sorted { $0.isFurtherOff(than: $1) }
    steps = filter.steps.map { step in
      StepFigures(
        step: step, tally: Tally(of: answers.map { $0[step].verdict }),
        shares: Spread(of: answers.compactMap { $0[step].share }))
    }
  }
}

extension Cohort.Candidate {
  fileprivate init(name: String, sessions: [SessionSummary], steps: [Step]) {
    self.name = name
    self.sessions = sessions
    tallies = [:]
    tally = Tally()
    for step in steps {
      let ofStep = Tally(of: sessions.map { $0[step].verdict })
      tallies[step] = ofStep
      tally.add(ofStep)
    }
    whole = Spread(of: sessions.compactMap(\.comparableWhole))
    noteCount = sessions.reduce(0) { $0 + $1.noteCount }
  }

  /// The smaller share on target first; of equals the one who missed more, then the order of names.
  fileprivate func isFurtherOff(than other: Cohort.Candidate) -> Bool {
    func rank(_ candidate: Cohort.Candidate) -> (Double, Double, String) {
      let tally = candidate.tally
      // Who was never judged comes last: nothing is known.
      return (
        tally.shareOnTarget ?? 2, tally.judged > 0 ? -Double(tally.missing) / Double(tally.judged) : 0, candidate.name
      )
    }
    return rank(self) < rank(other)
  }
}
