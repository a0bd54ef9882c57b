package import Capture
import Foundation
package import Interview
package import Reports
package import Scenarios
package import Sessions
import SoundFiles
import SpeechTiming

/// A rehearsal at the microphone: five steps, then the probes that the measuring calls for.
package struct Rehearsal {
  private let scenario: Scenario
  private let targets: Targets
  private let folder: SessionFolder
  /// Held as long as takes are recorded, so that a crash can be told from a rehearsal that goes on.
  private let mark: RecordingMark
  private let recorder: Recorder
  private let habits: Habits
  private let style: Style
  private let form: StageForm
  private let probeCount: Int
  private let history: PracticeHistory
  private var session: Session
  private var ending = Ending.complete

  /// How a rehearsal came to its end; what was said is kept in any case.
  package enum Ending: Sendable, Equatable {
    /// To the last probe, or stopped by the candidate.
    case complete
    /// By a signal.
    case interrupted
    /// The microphone or the disk failed; the sentence says how.
    case failed(CaptureOrDisk, String)
  }

  /// What failed while recording.
  package enum CaptureOrDisk: Sendable { case microphone, disk }

  /// What a rehearsal leaves.
  package struct Outcome: Sendable {
    package var session: Session
    package var folder: SessionFolder
    package var ending: Ending
  }

  /// A rehearsal of the scenario in `file`, to be recorded by `microphone` into a new folder of `sessions`.
  ///
  /// `started` is the date of the session, ISO 8601 in UTC.
  /// - Throws: a `SessionError` where the folder cannot be made.
  package init(
    of file: ScenarioFile, level: Level, seed: UInt64, probeCount: Int, history: PracticeHistory,
    started: String,
    sessions: String, microphone: consuming Microphone, habits: Habits, style: Style, form: StageForm
  ) throws(SessionError) {
    scenario = file.scenario
    targets = Targets(of: file.scenario, at: level)
    folder = try SessionFolder.create(in: sessions, started: started, scenario: file.scenario.id)
    mark = try RecordingMark.hold(in: folder)
    try folder.write(file)
    recorder = Recorder(microphone)
    self.habits = habits
    self.style = style
    self.form = form
    self.probeCount = probeCount
    self.history = history
    session = Session(scenario: file.scenario.id, level: level, started: started, seed: seed, mode: .rehearse)
  }

  /// Records until the last probe, the candidate's `q`, a signal or a failure.
  /// - Throws: a `SoundFileError` or `SessionError` where the session cannot be written.
  package consuming func run() throws -> Outcome {
    watchForInterruption()
    let keyboard = Keyboard()
    var stage = Stage(
      heading: "\(scenario.title) · \(scenario.principle) · \(session.level.title)", style: style, form: form)
    stage.begin(
      question: scenario.question,
      keys: "Keys: Enter next, r record again, p pause, b back, s skip, q stop and keep.")
    let format = recorder.format
    stage.note("Recording from \(recorder.device) at \(format.sampleRate) Hz.")
    try folder.write(session)
    if try recordSteps(keyboard, &stage) { try askProbes(keyboard, &stage) }
    try folder.write(session)
    mark.remove()
    return Outcome(session: session, folder: folder, ending: ending)
  }

  /// Records the five steps, back and forth as the candidate likes; whether the rehearsal goes on.
  private mutating func recordSteps(_ keyboard: borrowing Keyboard, _ stage: inout Stage) throws -> Bool {
    let steps = Step.allCases
    var index = 0
    while index < steps.count {
      let step = steps[index]
      stage.show(page(for: step))
      switch try record(.step(step), title: step.title, target: targets[step], keyboard: keyboard, stage: &stage) {
      case .forward: index += 1
      case .back: index = max(0, index - 1)
      case .stop: return false
      }
    }
    return true
  }

  private func page(for step: Step) -> Page {
    var paragraphs = [
      Page.Paragraph(text: "\(step.number) \(step.title), \(clock(targets[step].seconds))", role: .heading)
    ]
    if let guide = scenario.steps[step] {
      paragraphs.append(Page.Paragraph(text: guide.coaching, indent: 2))
      if !guide.cues.isEmpty {
        let cues = "Cues: " + guide.cues.joined(separator: " · ")
        paragraphs.append(Page.Paragraph(text: cues, role: .quiet, indent: 2))
      }
    }
    return Page(
      place: "\(step.title), \(step.number) of \(Step.allCases.count)", question: scenario.question,
      paragraphs: paragraphs)
  }

  // MARK: - Takes

  /// Where the candidate goes from a take.
  private enum Way { case forward, back, stop }

  /// Records one answer, again where the candidate wants to, and measures it.
  ///
  /// An earlier answer to the same is set aside, and comes back if nothing takes its place.
  private mutating func record(
    _ subject: Take.Subject, title: String, target: StepTarget, probeNumber: Int = 1,
    keyboard: borrowing Keyboard, stage: inout Stage
  ) throws -> Way {
    let name = SessionFolder.takeName(of: subject, probeNumber: probeNumber)
    var earlier = session.take(of: subject) == nil ? nil : try folder.setAside(name, as: "attempt")
    while true {
      let (key, result) = try recordTake(
        titled: title, target: target, path: "\(folder.path)/\(name)", with: recorder, habits: habits,
        keyboard: keyboard, stage: &stage)
      stage.note(nil)
      let isEmpty = result.frameCount == 0
      // A header alone is no take: a replay of the session would stop at it.
      if isEmpty { try folder.remove(name) }
      switch key {
      case .again:
        if !isEmpty {
          try folder.setAside(name, as: "attempt")
          stage.note("Again: the last attempt is kept beside the take.")
        }
        continue
      case .skipped where !isEmpty:
        try folder.setAside(name, as: "skipped")
        stage.note("\(title) skipped.")
      case .skipped:
        stage.note("\(title) skipped.")
      case .fellSilent:
        stage.note("Nothing was said for a while: \(title) is done.")
        fallthrough
      case .answered, .back, .quit, .interrupted:
        if try keep(subject, file: name, result: result) { earlier = nil }
      }
      if let earlier { try folder.restore(earlier, as: name) }
      switch result.ending {
      case .stopped: break
      case .microphoneFailed(let error): ending = .failed(.microphone, "\(error)")
      case .sinkFailed(let error): ending = .failed(.disk, "\(error)")
      }
      if key == .interrupted { ending = .interrupted }
      guard ending == .complete, key != .quit else { return .stop }
      return key == .back ? .back : .forward
    }
  }

  /// Measures the take in `file` as a replay would, and adds it to the session on disk; whether there is one.
  private mutating func keep(_ subject: Take.Subject, file: String, result: RecordingResult) throws -> Bool {
    guard result.frameCount > 0 else { return false }
    let measured = try measure("\(folder.path)/\(file)")
    guard let span = measured.spans.first else { return false }
    session.keep(
      Take(
        subject: subject, file: file, timing: span.timing,
        remarks: result.gaps.map { $0.words(sampleRate: result.format.sampleRate) }))
    try folder.write(session)
    return true
  }

  // MARK: - Probes

  private mutating func askProbes(_ keyboard: borrowing Keyboard, _ stage: inout Stage) throws {
    let shown = session.evidence(targets: targets)
    var past = history
    while session.probes.count < probeCount {
      // Picked one at a time: what takes the place of a declined probe is known only then.
      let asked = Set(session.probes.map(\.id))
      let choice = chooseProbes(
        of: scenario, evidence: shown, history: past, count: probeCount, seed: session.seed
      ).first { !asked.contains($0.id) }
      guard let choice, let probe = scenario.probes.first(where: { $0.id == choice.id }) else { return }
      session.probes.append(choice)
      // Before the answer: a crash then leaves the reasons as well.
      try folder.write(session)
      let number = session.probes.count
      let place = "Probe \(number) of \(probeCount)"
      let question = Page.Paragraph(text: "The interviewer asks: \(probe.question)", role: .heading)
      let reasons = choice.reasons.map { Page.Paragraph(text: $0, role: .quiet, indent: 2) }
      stage.show(Page(place: place, paragraphs: [question] + reasons))
      var way = Way.back
      // There is no way back into the steps: the probes were chosen by them.
      while way == .back {
        way = try record(
          .probe(probe.id), title: "Probe \(number)", target: .probe, probeNumber: number, keyboard: keyboard,
          stage: &stage)
      }
      if session.take(of: .probe(probe.id)) == nil { past.declined.insert(probe.id) }
      guard way == .forward else { return }
      stage.show(
        Page(
          place: place,
          paragraphs: [
            question, .space,
            Page.Paragraph(text: "Weak: \(probe.weakAnswer) \(probe.whyWeak)", indent: 2), .space,
            Page.Paragraph(text: "Strong: \(probe.strongAnswer)", indent: 2), .space,
            Page.Paragraph(text: "To remember: \(probe.keyLine)", indent: 2),
          ]))
      guard waitForReader(keyboard, &stage) else { return }
    }
  }

  /// Waits until the candidate has read a page that would be drawn over; whether the rehearsal goes on.
  private mutating func waitForReader(_ keyboard: borrowing Keyboard, _ stage: inout Stage) -> Bool {
    guard stage.waitsForReaders else { return true }
    keyboard.forgetPending()
    while !isInterrupted {
      stage.draw(nil, keys: "Enter go on · q stop")
      switch keyboard.key(within: 100) {
      case .next: return true
      case .quit: return false
      case .gone:
        ending = .interrupted
        return false
      default: continue
      }
    }
    ending = .interrupted
    return false
  }
}

extension Gap {
  /// The gap as a remark on its take.
  func words(sampleRate: Int) -> String {
    let place = clock(Double(position) / Double(sampleRate))
    let length = decimal(Double(missingFrames) / Double(sampleRate))
    let inTake = isFilled ? "silence stands for them" : "they are left out"
    let reason: String
    switch cause {
    case .overrun: reason = "the machine was too busy to read in time"
    case .stalled: reason = "the microphone delivered nothing"
    case .dropped: reason = "the sound system dropped them without an error"
    case .suspended: return "The machine slept for \(length) s at \(place): this time is left out."
    case .paused: return "Paused for \(length) s at \(place)."
    }
    return "\(length) s of sound were lost at \(place), \(inTake): \(reason)."
  }
}
