import Interruption
import Interview
import Reports
import Scenarios

extension Rehearsal {
  /// Asks as many probes as planned, each picked once the one before was answered or declined.
  mutating func askProbes(_ keyboard: borrowing Keyboard, _ stage: inout Stage) throws {
    let observed = session.observed(in: scenario)
    var history = plan.history
    while session.probes.count < plan.probeCount {
      // Picked one at a time: what takes the place of a declined probe is known only then.
      let asked = Set(session.probes.map(\.id))
      let choice = chooseProbes(
        of: scenario, observed: observed, level: session.level, history: history, count: plan.probeCount,
        seed: session.seed
      ).first { !asked.contains($0.id) }
      guard let choice, let probe = scenario.probes.first(where: { $0.id == choice.id }) else { return }
      session.probes.append(choice)
      // Before the answer: a crash then leaves the reasons as well.
      guard save(&stage), try pose(probe, because: choice.reasons, keyboard, &stage) else { return }
      if session.take(of: .probe(probe.id)) == nil { history.declined.insert(probe.id) }
    }
  }

  /// Asks a probe, goes deeper where its answer calls for it, and shows the patterns; whether the rehearsal goes on.
  private mutating func pose(
    _ probe: Probe, because reasons: [String], _ keyboard: borrowing Keyboard, _ stage: inout Stage
  ) throws -> Bool {
    let number = session.probes.count
    let place = "Probe \(number) of \(plan.probeCount)"
    guard
      try record(
        answerTo: probe.question, introducedBy: Self.asks, because: reasons, place: place, subject: .probe(probe.id),
        title: "Probe \(number)", keyboard, &stage),
      try goDeeper(into: probe, place: place, keyboard, &stage)
    else { return false }
    guard plan.showsHelp else { return true }
    stage.show(
      Page(
        place: place,
        paragraphs: [
          Page.Paragraph(text: Self.asks + probe.question, role: .heading), .space,
          Page.Paragraph(text: "Weak: \(probe.weakAnswer) \(probe.whyWeak)", indent: 2), .space,
          Page.Paragraph(text: "Strong: \(probe.strongAnswer)", indent: 2), .space,
          Page.Paragraph(text: "To remember: \(probe.keyLine)", indent: 2),
        ]))
    return waitForReader(keyboard, &stage)
  }

  /// Asks once more where the answer to `probe` calls for it; whether the rehearsal goes on.
  private mutating func goDeeper(
    into probe: Probe, place: String, _ keyboard: borrowing Keyboard, _ stage: inout Stage
  ) throws -> Bool {
    guard plan.goesDeeper, let answer = session.take(of: .probe(probe.id)),
      let deeper = followUp(to: answer.timing, target: session.probeTarget),
      let index = session.probes.firstIndex(where: { $0.id == probe.id })
    else { return true }
    session.probes[index].followUp = deeper
    guard save(&stage) else { return false }
    return try record(
      answerTo: deeper.question, introducedBy: "The interviewer goes on: ", because: [deeper.reason],
      place: "\(place), one more question", subject: .followUp(probe.id), title: "Follow-up", keyboard, &stage)
  }

  private static let asks = "The interviewer asks: "

  /// Shows and speaks a question and records the answer; whether the rehearsal goes on.
  private mutating func record(
    answerTo question: String, introducedBy introduction: String, because reasons: [String], place: String,
    subject: Take.Subject, title: String, _ keyboard: borrowing Keyboard, _ stage: inout Stage
  ) throws -> Bool {
    let why = plan.showsHelp ? reasons.map { Page.Paragraph(text: $0, role: .quiet, indent: 2) } : []
    stage.show(Page(place: place, paragraphs: [Page.Paragraph(text: introduction + question, role: .heading)] + why))
    speak(question, keyboard, &stage)
    var way = Way.back
    // There is no way back into the steps: the probes were chosen by them.
    while way == .back {
      way = try record(
        subject, title: title, target: session.probeTarget, probeNumber: session.probes.count, keyboard: keyboard,
        stage: &stage)
    }
    return way == .forward
  }

  /// Waits until the candidate has read a page that would be drawn over, hands-free for a while only; whether the
  /// rehearsal goes on.
  mutating func waitForReader(_ keyboard: borrowing Keyboard, _ stage: inout Stage) -> Bool {
    guard stage.waitsForReaders else { return true }
    let limit = habits.silenceThatEnds.map { _ in Self.readingTime }
    let keys = "Enter go on · q stop" + (limit == nil ? "" : " · goes on by itself")
    let key = waitForKey(keys, within: limit, keyboard, &stage) { $0 == .next || $0 == .quit }
    return key == nil || key == .next
  }

  /// Two patterns of sixty words each are read in so long, at 240 words a minute. Our own choice.
  private static let readingTime: Duration = .seconds(30)
}
