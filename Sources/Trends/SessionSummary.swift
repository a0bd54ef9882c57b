package import Interview
package import Scenarios

/// What trends need of one session: a few figures of each answer, and what they are held against.
package struct SessionSummary: Sendable, Equatable {
  /// The path of the session's folder.
  package var path: String
  /// Whose session it is, as the session says; `nil` where it does not.
  package var candidate: String?
  /// The scenario's id.
  package var scenario: String
  package var level: Level
  package var mode: Session.Mode
  /// When the session began, ISO 8601 in UTC; `nil` where that is not known.
  package var started: String?
  /// The window for the whole answer, in seconds.
  package var window: ClosedRange<Double>
  /// One for each of the five steps, in order.
  package var steps: [StepSummary]
  /// The probes that were chosen, in the order in which they were asked.
  package var probes: [ProbeSummary]
  /// How much a coach has noted about it.
  package var noteCount: Int

  /// One step against its target.
  package struct StepSummary: Sendable, Equatable {
    package var step: Step
    package var target: StepTarget
    /// `nil` where the step has no take.
    package var answer: AnswerSummary?

    /// A step as given.
    package init(_ step: Step, target: StepTarget, answer: AnswerSummary?) {
      self.step = step
      self.target = target
      self.answer = answer
    }

    package var verdict: Verdict { Verdict(on: answer, target: target) }

    /// Answer time over target; `nil` without speech, and where the recording cannot be trusted.
    package var share: Double? {
      guard let answer, answer.isTrusted, answer.answerTime > 0, target.seconds > 0 else { return nil }
      return answer.answerTime / target.seconds
    }
  }

  /// One probe that was asked.
  package struct ProbeSummary: Sendable, Equatable {
    package var id: String
    package var target: StepTarget
    /// `nil` where no answer was recorded.
    package var answer: AnswerSummary?

    /// A probe as given.
    package init(_ id: String, target: StepTarget = .probe, answer: AnswerSummary?) {
      self.id = id
      self.target = target
      self.answer = answer
    }

    /// The verdict on the answer, missing where there is none.
    package var verdict: Verdict { Verdict(on: answer, target: target) }
  }

  /// A session as given.
  package init(
    path: String, candidate: String? = nil, scenario: String, level: Level, mode: Session.Mode, started: String?,
    window: ClosedRange<Double>, steps: [StepSummary], probes: [ProbeSummary] = [], noteCount: Int = 0
  ) {
    self.path = path
    self.candidate = candidate
    self.scenario = scenario
    self.level = level
    self.mode = mode
    self.started = started
    self.window = window
    self.steps = steps
    self.probes = probes
    self.noteCount = noteCount
  }

  /// The figures of `session`, which lies at `path`, against `targets`.
  package init(of session: Session, targets: Targets, path: String, noteCount: Int = 0) {
    self.init(
      path: path, candidate: session.candidate, scenario: session.scenario, level: session.level, mode: session.mode,
      started: session.started, window: targets.whole,
      steps: Step.allCases.map { step in
        StepSummary(
          step, target: targets[step],
          answer: session.take(of: .step(step)).map { AnswerSummary(of: $0.timing) })
      },
      probes: session.probes.map { probe in
        ProbeSummary(
          probe.id, target: session.probeTarget,
          answer: session.take(of: .probe(probe.id)).map { AnswerSummary(of: $0.timing) })
      },
      noteCount: noteCount)
  }

  /// The folder's own name.
  package var name: String { String(path[(path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex)...]) }

  /// Whose session it is: as the session says, else by the name of the folder in which it lies.
  package var owner: String {
    if let candidate { return candidate }
    let parts = path.split(separator: "/")
    return parts.count > 1 ? String(parts[parts.count - 2]) : "?"
  }

  /// The session's step `step`.
  package subscript(step: Step) -> StepSummary { steps[step.number - 1] }

  /// Whether nothing was recorded.
  package var isEmpty: Bool { steps.allSatisfy { $0.answer == nil } && probes.allSatisfy { $0.answer == nil } }

  /// Whether it is an answer in steps that others can be compared with: a drill is one step alone, with its exercise
  /// in view.
  package var isAnswer: Bool { mode != .drill && steps.contains { $0.answer != nil } }

  /// The sum of the steps' answer times, in seconds.
  package var wholeAnswerTime: Double { steps.reduce(0) { $0 + ($1.answer?.answerTime ?? 0) } }

  /// The whole answer time, where each step was said and can be trusted.
  package var comparableWhole: Double? { steps.allSatisfy { $0.share != nil } ? wholeAnswerTime : nil }

  /// How the steps stand to their targets.
  package var tally: Tally { Tally(of: steps.map(\.verdict)) }

  /// The steps that were said and can be trusted, as one answer; `nil` where there is none.
  package var delivery: AnswerSummary? {
    let answers = steps.compactMap(\.answer).filter { $0.isTrusted && $0.answerTime > 0 }
    guard !answers.isEmpty else { return nil }
    let counted = answers.filter { $0.articulationRate != nil && $0.speechRate != nil }
    func rate(_ rate: (AnswerSummary) -> Double?, over time: (AnswerSummary) -> Double) -> Double? {
      guard !counted.isEmpty else { return nil }
      return counted.reduce(0) { $0 + (rate($1) ?? 0) * time($1) } / counted.reduce(0) { $0 + time($1) }
    }
    return AnswerSummary(
      answerTime: answers.reduce(0) { $0 + $1.answerTime }, speechTime: answers.reduce(0) { $0 + $1.speechTime },
      latency: answers[0].latency, pauseCount: answers.reduce(0) { $0 + $1.pauseCount },
      medianPause: nil, longestPause: answers.compactMap(\.longestPause).max(),
      speechRate: rate(\.speechRate, over: \.answerTime), articulationRate: rate(\.articulationRate, over: \.speechTime)
    )
  }
}

extension Verdict {
  /// The verdict on an answer of which figures are known, `nil` where there is none.
  init(on answer: AnswerSummary?, target: StepTarget) {
    if let answer, !answer.isTrusted {
      self = .untrusted
    } else {
      self.init(answerTime: answer?.answerTime ?? 0, target: target)
    }
  }
}

extension Sequence<SessionSummary> {
  /// From the earliest on; those of unknown date first, in the order of their names.
  package var inOrderOfTime: [SessionSummary] {
    sorted { ($0.started ?? "", $0.path) < ($1.started ?? "", $1.path) }
  }
}
