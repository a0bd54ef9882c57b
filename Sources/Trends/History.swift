package import Interview
package import Scenarios

/// One candidate's sessions over time: each step, each scenario, what has changed, and what to practise next.
package struct History: Sendable, Equatable {
  /// Whose sessions they are; `nil` where that was not asked for.
  package var candidate: String?
  /// The one scenario that is looked at; `nil` for all.
  package var scenario: String?
  /// The last answers in steps, the earliest first.
  package var sessions: [SessionSummary]
  /// How many answers came before these.
  package var olderCount: Int
  /// The drills since the first of `sessions`, the earliest first: one step alone, so that they are in no trend.
  package var drills: [SessionSummary]
  /// How many sessions hold no recording.
  package var emptyCount: Int
  /// One for each of the five steps, in order.
  package var steps: [StepTrend]
  /// Articulation, speech in the answer, pauses, and the whole answer time.
  package var delivery: [Series]
  /// The scenarios that were practised, in the order of their ids.
  package var scenarios: [Practice]
  /// The known scenarios that were never practised, in the order of their ids.
  package var unpractised: [String]
  /// What has changed; `nil` where too few sessions are comparable.
  package var changes: Changes?
  package var next: [Suggestion]

  /// One step over the sessions.
  package struct StepTrend: Sendable, Equatable {
    package var step: Step
    /// Its target in the last session.
    package var target: StepTarget
    /// One for each session.
    package var verdicts: [Verdict]
    /// Answer time over target.
    package var shares: Series
    package var tally: Tally
  }

  /// One scenario, over all answers.
  package struct Practice: Sendable, Equatable {
    package var scenario: String
    /// How many answers there are.
    package var count: Int
    /// The latest of them.
    package var last: SessionSummary
  }

  /// The history of `all` sessions, of which the last `count` answers are shown.
  ///
  /// `known` are the ids of the scenarios that could be practised; `scenario` leaves only its own sessions.
  package init(
    of all: [SessionSummary], candidate: String? = nil, scenario: String? = nil, known: [String], last count: Int
  ) {
    let all = all.filter { scenario == nil || $0.scenario == scenario }.inOrderOfTime
    let answers = all.filter(\.isAnswer)
    let shown = Array(answers.suffix(count))
    self.candidate = candidate
    self.scenario = scenario
    sessions = shown
    olderCount = answers.count - shown.count
    let since = shown.first?.started ?? ""
    drills = all.filter { $0.mode == .drill && !$0.isEmpty && $0.started ?? "" >= since }
    emptyCount = all.count(where: \.isEmpty)
    steps =
      shown.last.map { last in
        Step.allCases.map { step in
          let verdicts = shown.map { $0[step].verdict }
          return StepTrend(
            step: step, target: last[step].target, verdicts: verdicts, shares: Series(.answerTime(step), in: shown),
            tally: Tally(of: verdicts))
        }
      } ?? []
    delivery = [Measure.whole, .articulation, .phonation, .pauses].map { Series($0, in: shown) }
    scenarios = Dictionary(grouping: answers, by: \.scenario).values
      .compactMap { ofOne in
        ofOne.last.map { Practice(scenario: $0.scenario, count: ofOne.count, last: $0) }
      }
      .sorted { $0.scenario < $1.scenario }
    let practised = Set(scenarios.map(\.scenario))
    unpractised = scenario == nil ? known.filter { !practised.contains($0) }.sorted() : []
    changes = Changes(in: shown)
    next = [
      stepToPractise(shown),
      scenario == nil ? scenarioToPractise(scenarios, unpractised: unpractised, known: Set(known)) : nil,
    ].compactMap(\.self)
  }
}
