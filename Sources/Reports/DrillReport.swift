package import Interview
package import Scenarios
package import SpeechTiming

/// One step before and after a drill.
package struct DrillReport: Sendable {
  package var step: Step
  package var target: StepTarget
  /// What was drilled, a sentence.
  package var drill: String
  package var finding: Finding
  package var before: Attempt
  package var after: Attempt
  /// What to drill next, a sentence; `nil` where nothing stands out.
  package var next: String?

  /// One take of the step.
  package struct Attempt: Sendable {
    package var timing: TakeTiming?
    package var verdict: Verdict
    /// What an interviewer noticed, a sentence each without its full stop.
    package var noticed: [String]
    /// Whether what the drill is about was found; `nil` where it lies in words, and nobody has told of them.
    package var hasFinding: Bool?
  }

  /// The step of `advice` in the session `before` against that in the drill `after`.
  package init(on advice: Advice, before: Session, after: Session, scenario: Scenario) {
    let target = Targets(of: scenario, at: before.level)[advice.step]
    func attempt(_ session: Session) -> Attempt {
      let take = session.take(of: .step(advice.step))
      let noticed = session.observed(in: scenario).evidence.filter { $0.step == advice.step }
      let isTold =
        advice.finding.isOfTiming || take?.hasAcceptedTranscript == true
        || session.selfChecks.contains { $0.point == Point(step: advice.step, finding: advice.finding) }
      return Attempt(
        timing: take?.timing, verdict: Verdict(on: take?.timing, target: target), noticed: noticed.map(\.words),
        hasFinding: isTold ? noticed.contains { $0.finding == advice.finding } : nil)
    }
    step = advice.step
    self.target = target
    drill = advice.drill
    finding = advice.finding
    var inContext = before.with(advice.step, of: after)
    // The page of a drill is read first: a late start counts only where it is what is drilled.
    if advice.finding != .lateStart { inContext.mode = .drill }
    self.before = attempt(before)
    self.after = attempt(inContext)
    let noticed = inContext.observed(in: scenario).evidence.filter { $0.step == advice.step }
    let targets = Targets(of: scenario, at: before.level)
    next = Interview.advice(from: noticed, scenario: scenario, targets: targets).first.map {
      "\($0.evidence). \($0.drill)"
    }
  }

  /// What came of the drill, a sentence.
  package var outcome: String {
    if after.timing == nil || after.verdict == .missing { return "Nothing was heard this time: try it once more." }
    if after.verdict == .untrusted { return "This take cannot be judged; see its remarks, and try it once more." }
    guard let hasFinding = after.hasFinding else {
      return "Whether it is gone, only your own word or a transcript can tell."
    }
    if hasFinding { return "\(isCloser ? "Closer, and still there." : "It is still there.") Once more: \(drill)" }
    return next.map { "It is gone. Next: \($0)" } ?? "It is gone, and nothing else stands out."
  }

  /// Whether the answer time came nearer to its target, by a second or more.
  private var isCloser: Bool {
    guard let before = before.timing, let after = after.timing else { return false }
    let distances = [before, after].map { abs($0.answerTime - target.seconds) }
    return distances[0] - distances[1] >= 1
  }

  /// The comparison as text; the last line ends in a newline.
  package func text(style: Style) -> String {
    func cells(_ name: String, _ before: String, _ after: String) -> String {
      name.padded(to: 18) + before.aligned(to: 16) + after.aligned(to: 16)
    }
    func rate(_ attempt: Attempt) -> String { attempt.timing?.pace.map { decimal($0.articulationRate) } ?? "–" }
    func time(_ seconds: Double?) -> String { seconds.map { "\(decimal($0)) s" } ?? "–" }
    var lines = style.wrapped("Drill: \(drill)").map { style.styled($0, as: .heading) } + [""]
    lines.append(style.styled(cells(step.title, "before", "after"), as: .quiet))
    lines.append(
      cells(
        "Answer time", clock(before.timing?.answerTime ?? 0), clock(after.timing?.answerTime ?? 0))
        + "  of \(clock(target.seconds))")
    lines.append(cells("Verdict", before.verdict.words, after.verdict.words))
    if finding == .lateStart {
      lines.append(
        cells("First word after", time(before.timing?.responseLatency), time(after.timing?.responseLatency)))
    }
    lines.append(
      cells("Longest pause", time(before.timing?.longestPause?.duration), time(after.timing?.longestPause?.duration)))
    lines.append(cells("Syllables a second", rate(before), rate(after)))
    lines.append("")
    for (name, attempt) in [("Before", before), ("After", after)] {
      let noticed = attempt.noticed.isEmpty ? "nothing stood out" : attempt.noticed.joined(separator: ". ")
      lines += style.wrapped("\(name): \(noticed).")
    }
    lines += [""] + style.wrapped(outcome)
    return lines.joined(separator: "\n") + "\n"
  }

  /// The comparison as JSON, keys sorted.
  package func json() throws -> String {
    struct Row: Encodable {
      var verdict: Verdict
      var answer_time_s: Double
      var latency_s, longest_pause_s, articulation_rate_per_s: Double?
      var noticed: [String]

      init(_ attempt: Attempt) {
        verdict = attempt.verdict
        answer_time_s = attempt.timing?.answerTime ?? 0
        latency_s = attempt.timing?.responseLatency
        longest_pause_s = attempt.timing?.longestPause?.duration
        articulation_rate_per_s = attempt.timing?.pace?.articulationRate
        noticed = attempt.noticed
      }
    }
    struct Comparison: Encodable {
      var step: Step
      var target_s: Double
      var drill, outcome: String
      var before, after: Row
    }
    let comparison = Comparison(
      step: step, target_s: target.seconds, drill: drill, outcome: outcome, before: Row(before), after: Row(after))
    return try jsonText(of: comparison, isOneLine: false)
  }
}

extension Session {
  /// The session with what `drill` holds of `step` in place of its own: in the context of the other steps.
  fileprivate func with(_ step: Step, of drill: Session) -> Session {
    var session = self
    session.takes.removeAll { $0.subject == .step(step) }
    session.selfChecks.removeAll { $0.point.step == step }
    if let take = drill.take(of: .step(step)) { session.keep(take) }
    for check in drill.selfChecks where check.point.step == step { session.keep(check) }
    return session
  }
}
