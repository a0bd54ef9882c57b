import Foundation
import Interview
import Scenarios
import Trends

/// A session on day `day`, each answer lasting its `shares` of the target (1 unless named, 0 for no speech).
func summary(
  day: Int, scenario: String = "owned-failure", level: Level = .sde2, mode: Session.Mode = .interview,
  candidate: String? = nil, folder: String = "/sessions", shares: [Step: Double] = [:], articulation: Double = 4.5,
  phonation: Double = 0.8, pausesPerMinute: Double = 15
) -> SessionSummary {
  let targets: [Step: Double] = [.situation: 30, .task: 20, .action: 90, .result: 20, .reflection: 15]
  let date = "2026-01-\(day < 10 ? "0" : "")\(day)T10:00:00Z"
  return SessionSummary(
    path: "\(folder)/\(date.replacing(":", with: "-"))_\(scenario)", candidate: candidate, scenario: scenario,
    level: level, mode: mode, started: date, window: 140...201,
    steps: Step.allCases.map { step in
      let target = targets[step] ?? 0
      let seconds = target * (shares[step] ?? 1)
      return .init(
        step, target: StepTarget(seconds: target, limit: step == .situation ? 45 : target * 1.5),
        answer: answer(
          seconds, articulation: articulation, phonation: phonation, pausesPerMinute: pausesPerMinute))
    })
}

/// An answer of `seconds` spoken so.
func answer(
  _ seconds: Double, articulation: Double = 4.5, phonation: Double = 0.8, pausesPerMinute: Double = 15
) -> AnswerSummary {
  AnswerSummary(
    answerTime: seconds, speechTime: seconds * phonation, latency: seconds > 0 ? 0.8 : nil,
    pauseCount: Int((seconds / 60 * pausesPerMinute).rounded()), medianPause: 0.5, longestPause: 1.2,
    speechRate: seconds > 0 ? articulation * phonation : nil, articulationRate: seconds > 0 ? articulation : nil)
}

/// A drill of one step on day `day`.
func drill(day: Int, _ step: Step) -> SessionSummary {
  var session = summary(day: day, mode: .drill)
  session.steps = session.steps.map { .init($0.step, target: $0.target, answer: $0.step == step ? $0.answer : nil) }
  return session
}

/// A session on day `day` in which nothing was recorded.
func emptySession(day: Int) -> SessionSummary {
  var session = summary(day: day)
  session.steps = session.steps.map { .init($0.step, target: $0.target, answer: nil) }
  return session
}
