package import Capture
import Equipment
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
  private var folder: SessionFolder
  /// Held as long as takes are recorded, so that a crash can be told from a rehearsal that goes on.
  private var mark: RecordingMark
  private var recorder: Recorder
  private let habits: Habits
  private let style: Style
  private let form: StageForm
  private let probeCount: Int
  private let history: PracticeHistory
  private var session: Session
  private var ending = Ending.complete
  /// The file of the last take that was recorded.
  private var latest: String?

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
  /// - Throws: a `SoundFileError` or `SessionError` where a take cannot be measured or renamed.
  package consuming func run() throws -> Outcome {
    watchForInterruption()
    let keyboard = Keyboard()
    var stage = Stage(
      heading: "\(scenario.title) · \(scenario.principle) · \(session.level.title)", style: style, form: form)
    stage.begin(
      question: scenario.question,
      keys: "Keys: Enter next, r record again, p pause, b back, s skip, l listen, q stop and keep.")
    var goesOn = save(&stage)
    stage.show(page(for: .situation))
    checkMicrophone(&stage)
    ask(scenario.question, keyboard, &stage)
    if goesOn { goesOn = try recordSteps(keyboard, &stage) }
    if goesOn { try askProbes(keyboard, &stage) }
    if save(&stage) { mark.remove() }
    return Outcome(session: session, folder: folder, ending: ending)
  }

  /// Listens to the microphone for a second: what is wrong with it is said before anything depends on it.
  private func checkMicrophone(_ stage: inout Stage) {
    var notice = "Recording from \(recorder.device) at \(recorder.format.sampleRate) Hz."
    if habits.checksMicrophone {
      stage.note("Listening to the microphone for a second.")
      stage.draw(nil, keys: "")
      // A microphone that fails here fails again in the first take, which says so.
      if let check = try? Equipment.checkMicrophone(recorder, seconds: 1, isSpeechExpected: false),
        check.verdict != .good
      {
        let report = MicrophoneReport(
          verdict: check.verdict, timing: check.timing, device: recorder.device,
          sampleRate: recorder.format.sampleRate)
        notice = "\(report.finding) See `starpace mic-check`."
      }
    }
    stage.note(notice)
  }

  /// Speaks `question` where the candidate wants to hear it; any key ends it.
  private func ask(_ question: String, _ keyboard: borrowing Keyboard, _ stage: inout Stage) {
    guard let voice = habits.voice else { return }
    stage.draw(nil, keys: "Any key ends the question")
    do {
      _ = try voice.speak(question) { isInterrupted || keyboard.key(within: 0) != nil }
    } catch {
      stage.note("\(error)")
    }
  }

  /// Records the five steps, back and forth as the candidate likes; whether the rehearsal goes on.
  private mutating func recordSteps(_ keyboard: borrowing Keyboard, _ stage: inout Stage) throws -> Bool {
    let steps = Step.allCases
    var index = 0
    // The first page stands there already.
    var isTurned = false
    while index < steps.count {
      let step = steps[index]
      if isTurned { stage.show(page(for: step)) }
      isTurned = true
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
    while true {
      var earlier: String?
      if session.take(of: subject) != nil {
        let aside = setAsideOrMoveOn(name, as: "attempt", &stage)
        guard aside.goesOn else { return .stop }
        earlier = aside.other
      }
      let (key, result): (TakeEnding, RecordingResult)
      do throws(SoundFileError) {
        (key, result) = try recordTake(
          titled: title, target: target, path: "\(folder.path)/\(name)",
          earlier: latest.map { "\(folder.path)/\($0)" }, with: recorder, habits: habits, keyboard: keyboard,
          stage: &stage)
      } catch {
        guard goesOnElsewhere(after: error, &stage) else { return .stop }
        continue
      }
      stage.note(nil)
      // A header alone is no take. It does no harm where it cannot be removed.
      if result.frameCount == 0 { try? folder.remove(name) }
      if case .sinkFailed(let error) = result.ending, goesOnElsewhere(after: error, &stage) {
        // What there was no room for stays in the folder before.
        _ = try? setAside(name, as: "attempt")
        continue
      }
      var isKept = false
      switch key {
      case .again, .skipped:
        stage.note(key == .again ? "Again: the last attempt is kept beside the take." : "\(title) skipped.")
        if result.frameCount > 0 {
          guard setAsideOrMoveOn(name, as: key == .again ? "attempt" : "skipped", &stage).goesOn else { return .stop }
        }
      case .answered, .fellSilent, .back, .quit, .failed, .interrupted:
        isKept = try keep(subject, file: name, result: result, &stage)
        if key == .fellSilent { stage.note("Nothing was said for a while: \(title) is done.") }
      }
      if let earlier, !isKept {
        try folder.restore(earlier, as: name)
        if latest == earlier { latest = name }
      }
      switch result.ending {
      case .stopped: break
      case .microphoneFailed(let error):
        if key == .failed, goOn(after: error, keyboard, &stage) { continue }
        ending = .failed(.microphone, "\(error)")
      case .sinkFailed: break
      }
      if key == .interrupted || isInterrupted { ending = .interrupted }
      guard ending == .complete, key != .quit else { return .stop }
      if key == .again { continue }
      return key == .back ? .back : .forward
    }
  }

  /// Lets the candidate choose the microphone with which the step is recorded again; whether there is one.
  private mutating func goOn(
    after failure: CaptureError, _ keyboard: borrowing Keyboard, _ stage: inout Stage
  ) -> Bool {
    guard stage.waitsForReaders else { return false }
    let page = stage.page
    defer { stage.show(page) }
    var devices: [CaptureDevice]?
    while !isInterrupted {
      if devices == nil {
        let present = Array(captureDevices().prefix(9))
        stage.show(
          Page(
            place: "No microphone",
            paragraphs: [Page.Paragraph(text: "\(failure)", role: .bad), .space]
              + present.enumerated().map { Page.Paragraph(text: "\($0 + 1)  \($1.title)", indent: 2) }))
        devices = present
      }
      stage.draw(nil, keys: "1–9 record this step again with that microphone · Enter look again · q stop and keep")
      switch keyboard.key(within: 100) {
      case .number(let number):
        guard let device = devices?.dropFirst(number - 1).first else { continue }
        do throws(CaptureError) {
          recorder = Recorder(try Microphone.open(device: device.name))
          stage.note("Recording from \(device.title) at \(recorder.format.sampleRate) Hz.")
          return true
        } catch {
          stage.note("\(error)")
          devices = nil
        }
      case .next: devices = nil
      case .quit, .gone: return false
      default: break
      }
    }
    return false
  }

  /// Sets a take aside, and tells its new name.
  @discardableResult
  private mutating func setAside(_ name: String, as reason: String) throws(SessionError) -> String {
    let other = try folder.setAside(name, as: reason)
    latest = other
    return other
  }

  /// Sets a take aside, or goes on in another folder if this one allows no more: whether the rehearsal goes on, and
  /// the take's new name, `nil` where it stayed behind.
  private mutating func setAsideOrMoveOn(
    _ name: String, as reason: String, _ stage: inout Stage
  ) -> (goesOn: Bool, other: String?) {
    do throws(SessionError) {
      return (true, try setAside(name, as: reason))
    } catch {
      guard goesOnElsewhere(after: error, &stage) else { return (false, nil) }
      return (true, try? setAside(name, as: reason))
    }
  }

  /// Measures the take in `file` as a replay would, and adds it to the session on disk; whether there is one.
  private mutating func keep(
    _ subject: Take.Subject, file: String, result: RecordingResult, _ stage: inout Stage
  ) throws -> Bool {
    guard result.frameCount > 0 else { return false }
    let measured = try measure("\(folder.path)/\(file)")
    guard let span = measured.spans.first else { return false }
    latest = file
    session.keep(
      Take(
        subject: subject, file: file, timing: span.timing,
        remarks: result.gaps.map { $0.words(sampleRate: result.format.sampleRate) }))
    save(&stage)
    return true
  }

  // MARK: - The disk

  /// Writes `session.json`, in another folder if this one takes no more; whether all that was said is in it.
  @discardableResult
  private mutating func save(_ stage: inout Stage) -> Bool {
    do throws(SessionError) {
      try folder.write(session)
      return true
    } catch {
      // The candidate was asked already.
      if case .failed(.disk, _) = ending { return false }
      return goesOnElsewhere(after: error, &stage)
    }
  }

  /// Asks for another folder because this one takes no more, and goes on there; else the rehearsal ends.
  private mutating func goesOnElsewhere(after error: any Error, _ stage: inout Stage) -> Bool {
    var reason = "\(error)"
    let page = stage.page
    defer { if stage.waitsForReaders { stage.show(page) } }
    while let sessions = askForFolder(because: reason, stage: &stage) {
      do throws(SessionError) {
        let next = try folder.continued(in: sessions, with: session)
        stage.note(
          next.left.isEmpty
            ? "What was said is kept. Going on in \(next.folder.path)."
            : "Going on in \(next.folder.path); no room for \(next.left.joined(separator: ", ")).")
        // The session is whole in the new folder.
        mark.remove()
        (folder, mark) = (next.folder, next.mark)
        return true
      } catch {
        reason = "\(error)"
      }
    }
    ending = .failed(.disk, "\(error)")
    return false
  }

  // MARK: - Probes

  private mutating func askProbes(_ keyboard: borrowing Keyboard, _ stage: inout Stage) throws {
    let observed = session.observed(in: scenario)
    var past = history
    while session.probes.count < probeCount {
      // Picked one at a time: what takes the place of a declined probe is known only then.
      let asked = Set(session.probes.map(\.id))
      let choice = chooseProbes(
        of: scenario, observed: observed, level: session.level, history: past, count: probeCount, seed: session.seed
      ).first { !asked.contains($0.id) }
      guard let choice, let probe = scenario.probes.first(where: { $0.id == choice.id }) else { return }
      session.probes.append(choice)
      // Before the answer: a crash then leaves the reasons as well.
      guard save(&stage) else { return }
      let number = session.probes.count
      let place = "Probe \(number) of \(probeCount)"
      let question = Page.Paragraph(text: "The interviewer asks: \(probe.question)", role: .heading)
      let reasons = choice.reasons.map { Page.Paragraph(text: $0, role: .quiet, indent: 2) }
      stage.show(Page(place: place, paragraphs: [question] + reasons))
      ask(probe.question, keyboard, &stage)
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
