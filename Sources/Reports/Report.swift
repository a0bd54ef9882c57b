package import Content
package import Interview
package import Scenarios
import SpeechTiming
package import Trends

/// What a session means, ready to be shown: every renderer reads this and measures nothing.
package struct Report: Sendable {
  /// The scenario's id, title and principle.
  package var scenario: Scenario
  /// Whose session it is, or `nil`.
  package var candidate: String?
  package var level: Level
  /// When the session began, ISO 8601 in UTC, or `nil`.
  package var started: String?
  package var seed: UInt64
  package var mode: Session.Mode
  package var whole: Whole
  /// One row for each of the five steps, in order.
  package var steps: [StepRow]
  package var probes: [ProbeRow]
  package var evidence: [Evidence]
  /// What the words of the steps show, where transcripts were given and accepted.
  package var contents: [StepContent]
  /// At most three, the weightiest first.
  package var advice: [Advice]
  /// What a coach has written; it changes nothing else here.
  package var notes: CoachNotes
  /// What has changed against the sessions before; `nil` where there are too few of them.
  package var changes: Changes?

  /// The whole answer against the level's window.
  package struct Whole: Sendable, Codable {
    /// Sum of the steps' answer times, in seconds.
    package var answerTime: Double
    package var atLeast: Double
    package var atMost: Double
    /// Whether the level made the step targets shorter than the scenario's.
    package var targetsAreScaled: Bool

    enum CodingKeys: String, CodingKey {
      case answerTime = "answer_time_s"
      case atLeast = "at_least_s"
      case atMost = "at_most_s"
      case targetsAreScaled = "targets_are_scaled"
    }
  }

  /// One step: its target, its take and the verdict.
  package struct StepRow: Sendable {
    package var step: Step
    package var target: StepTarget
    package var verdict: Verdict
    /// `nil` where the step was skipped.
    package var take: Take?
    /// A verdict of the coach's own, which stands beside the measured one.
    package var coach: CoachNotes.Override?
  }

  /// One probe that was asked, or that an interviewer would ask.
  package struct ProbeRow: Sendable {
    package var probe: Probe
    package var reasons: [String]
    package var target: StepTarget
    /// `nil` where no answer was recorded.
    package var take: Take?
    /// What was asked after the answer, or what an interviewer would ask about its words.
    package var followUp: FollowUp?
    /// The answer to that; `nil` where none was recorded.
    package var followUpTake: Take?

    /// The verdict on the recorded answer; `nil` where there is none.
    package var verdict: Verdict? {
      take.map { Verdict(on: $0.timing, target: target) }
    }

    /// The verdict on the recorded answer to the follow-up; `nil` where there is none.
    package var followUpVerdict: Verdict? {
      followUpTake.map { Verdict(on: $0.timing, target: target) }
    }
  }

  /// Whether the probes were asked: of a session that was recorded here, and not of recordings from elsewhere.
  package var wereAsked: Bool { started != nil }

  /// The report on `session`, whose steps and probes are those of `scenario`, with what a coach noted and what has
  /// changed against earlier sessions.
  package init(on session: Session, scenario: Scenario, notes: CoachNotes = CoachNotes(), changes: Changes? = nil) {
    let targets = Targets(of: scenario, at: session.level)
    self.scenario = scenario
    candidate = session.candidate
    level = session.level
    started = session.started
    seed = session.seed
    mode = session.mode
    whole = Whole(
      answerTime: session.wholeAnswerTime, atLeast: targets.whole.lowerBound,
      atMost: targets.whole.upperBound, targetsAreScaled: targets.areScaled)
    steps = Step.allCases.map { step in
      let take = session.take(of: .step(step))
      let verdict = Verdict(on: take?.timing, target: targets[step])
      return StepRow(
        step: step, target: targets[step], verdict: verdict, take: take, coach: notes.verdict(on: step))
    }
    probes = session.probes.compactMap { chosen in
      scenario.probes.first { $0.id == chosen.id }.map {
        ProbeRow(
          probe: $0, reasons: chosen.reasons, target: session.probeTarget, take: session.take(of: .probe(chosen.id)),
          followUp: session.followUp(after: chosen.id), followUpTake: session.take(of: .followUp(chosen.id)))
      }
    }
    evidence = session.observed(in: scenario).evidence
    contents = session.contents(in: scenario)
    advice = Interview.advice(from: evidence, scenario: scenario, targets: targets)
    self.notes = notes
    self.changes = changes
  }
}
