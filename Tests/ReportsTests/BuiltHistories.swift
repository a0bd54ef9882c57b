import Interview
import Scenarios
import Trends

/// A session on day `day` of January, with the shares of their targets that the answers lasted, 0 for no speech.
func summary(
  _ day: Int, _ shares: [Double], scenario: String = "owned-failure", candidate: String? = nil,
  mode: Session.Mode = .interview, articulation: Double = 4.6, notes: Int = 0
) -> SessionSummary {
  let targets: [Double] = [30, 20, 90, 20, 15]
  let date = "2026-01-\(day < 10 ? "0" : "")\(day)T09:30:00Z"
  return SessionSummary(
    path: "/cohort/\(candidate ?? "someone")/\(date.replacing(":", with: "-"))_\(scenario)", candidate: candidate,
    scenario: scenario, level: .sde2, mode: mode, started: date, window: 140...201.25,
    steps: zip(Step.allCases, zip(targets, shares)).map { step, answer in
      let (target, share) = answer
      let seconds = target * share
      return .init(
        step, target: StepTarget(seconds: target, limit: step == .situation ? 45 : target * 1.5),
        answer: AnswerSummary(
          answerTime: seconds, speechTime: seconds * 0.82, latency: seconds > 0 ? 0.9 : nil,
          pauseCount: Int(seconds / 4), medianPause: seconds > 0 ? 0.5 : nil, longestPause: seconds > 0 ? 1.4 : nil,
          speechRate: seconds > 0 ? articulation * 0.82 : nil, articulationRate: seconds > 0 ? articulation : nil))
    },
    probes: [.init("acceptance", answer: nil)], noteCount: notes)
}

/// Twelve sessions of one candidate, who has learned to keep Situation short and speaks faster now.
let learner: [SessionSummary] = [
  summary(1, [2.1, 0, 0.4, 0.3, 0.3], mode: .rehearse), summary(2, [1.9, 0.7, 0.5, 0.35, 0.5], mode: .rehearse),
  summary(3, [2.0, 0.8, 0.45, 0.4, 0.6], scenario: "wrong-call", articulation: 4.5),
  summary(5, [1.8, 0.9, 0.6, 0.5, 0.7], articulation: 4.7),
  summary(6, [2.2, 1.1, 0.7, 0.45, 0.8], scenario: "wrong-call", articulation: 4.6),
  summary(8, [1.9, 1, 0.65, 0.6, 0.9], articulation: 4.5, notes: 2), summary(9, [2.1, 0.9, 0.75, 0.5, 1]),
  summary(12, [1.9, 1, 0.8, 0.55, 1], scenario: "wrong-call", articulation: 4.7), summary(13, [2, 1.1, 0.7, 0.6, 1]),
  summary(15, [1.1, 1, 0.9, 0.6, 0.9], articulation: 5.4), summary(16, [1, 1.1, 0.85, 0.5, 1], articulation: 5.3),
  summary(19, [1.05, 0.9, 0.95, 0.7, 1.1], scenario: "wrong-call", articulation: 5.5),
]

/// What would do harm where it meant anything: to a terminal, a page, a table, and by its length.
let hostileText =
  "=cmd|' /C calc'!A0 <script>alert(1)</script> \"'`|*_[x](y)\u{1B}[2J\u{1B}]0;x\u{7}\u{9B}31m\u{202E}txt\r\n,;\u{2028}"
  + String(repeating: "x", count: 100_000)
