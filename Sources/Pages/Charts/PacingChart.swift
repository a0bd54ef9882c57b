import Interview
import Reports
import Scenarios
import SpeechTiming

/// The steps against their targets on one axis of time: the chart of which the table of steps is the text.
struct PacingChart: Sendable {
  let rows: [Row]
  let ticks: [TimeAxis.Tick]

  struct Row: Sendable {
    let step, answer, targetTime: String
    let verdict: VerdictView
    let bullet: Bullet
    /// A verdict of the coach's own, beside the measured one.
    let coachVerdict: String?
  }

  /// The chart of `steps`.
  init(of steps: [Report.StepRow]) {
    let limit = steps.map(\.target.limit).max() ?? 0
    let longest = steps.map { $0.take?.timing.answerTime ?? 0 }.max() ?? 0
    // One answer of ten minutes is not to make the others disappear.
    let axis = TimeAxis(to: 1.02 * max(limit, min(longest, 1.5 * limit)), tickCount: 5)
    ticks = axis.ticks
    rows = steps.map { row in
      let time = row.take?.timing.answerTime
      let onTarget = Verdict.onTargetShare
      let zone = onTarget.lowerBound * row.target.seconds...onTarget.upperBound * row.target.seconds
      return Row(
        step: row.step.title, answer: time.map(clock) ?? "–", targetTime: clock(row.target.seconds),
        verdict: VerdictView(row.verdict.words, role: row.verdict.role),
        bullet: Bullet(
          answerTime: time ?? 0, zone: zone, target: row.target.seconds, limit: row.target.limit,
          role: row.verdict.role, axis: axis), coachVerdict: row.coach?.words)
    }
  }
}
