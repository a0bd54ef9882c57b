package import Capture
import Equipment
import Foundation
import Interruption
package import Interview
package import Reports
package import Scenarios
package import Sessions
import SoundFiles
import SpeechTiming

/// A rehearsal at the microphone: the steps, then the probes that they call for.
package struct Rehearsal {
  let scenario: Scenario
  let targets: Targets
  var folder: SessionFolder
  /// Held as long as takes are recorded, so that a crash can be told from a rehearsal that goes on.
  var mark: RecordingMark
  var recorder: Recorder
  let habits: Habits
  let style: Style
  let form: StageForm
  let plan: Plan
  var session: Session
  var ending = Ending.complete
  /// The file of the last take that was recorded.
  var latest: String?

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
    of file: ScenarioFile, level: Level, seed: UInt64, plan: Plan, started: String, sessions: String,
    microphone: consuming Microphone, habits: Habits, style: Style, form: StageForm
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
    self.plan = plan
    session = Session(
      scenario: file.scenario.id, candidate: plan.candidate, level: level, started: started, seed: seed,
      mode: plan.mode, repeats: plan.drill?.session, probeTargetInSeconds: plan.probeTargetInSeconds)
  }

  /// Records until the last probe, the candidate's `q`, a signal or a failure.
  /// - Throws: a `SoundFileError` or `SessionError` where a take cannot be measured or renamed.
  package consuming func run() throws -> Outcome {
    watchForInterruption(onWholeScreen: true)
    let keyboard = Keyboard()
    // In the room nobody says what the question is about.
    let about = plan.showsHelp ? "\(scenario.title) · \(scenario.principle)" : "Interview"
    var stage = Stage(heading: "\(about) · \(session.level.title)", style: style, form: form)
    stage.begin(
      question: scenario.question, keys: "Keys: " + (plan.showsHelp ? keysWhileSpeaking : keysInRoom) + ".")
    var goesOn = save(&stage)
    stage.show(page(for: plan.steps[0]))
    checkMicrophone(&stage)
    speak(scenario.question, keyboard, &stage)
    if goesOn { goesOn = try recordSteps(keyboard, &stage) }
    if goesOn { try askProbes(keyboard, &stage) }
    if save(&stage) { mark.remove() }
    return Outcome(session: session, folder: folder, ending: ending)
  }

  /// Listens to the microphone for a second: what is wrong with it is said before anything depends on it.
  func checkMicrophone(_ stage: inout Stage) {
    var notice = "Recording from \(recorder.device.words) at \(recorder.format.sampleRate) Hz."
    if habits.checksMicrophone {
      stage.note("Listening to the microphone for a second.")
      stage.draw(nil, keys: "")
      // A microphone that fails here fails again in the first take, which says so.
      if let check = try? Equipment.checkMicrophone(recorder, seconds: 1, isSpeechExpected: false),
        check.verdict != .good
      {
        let report = MicrophoneReport(
          verdict: check.verdict, timing: check.timing, device: recorder.device.name,
          sampleRate: recorder.format.sampleRate)
        notice = "\(report.finding) See `starpace mic-check`."
      }
    }
    stage.note(notice)
  }

  /// Waits for a key that `isMeant`, while the page stands with `keys` below it: `nil` where none came within `limit`,
  /// and `.gone` where the terminal is gone or a signal came, which ends the rehearsal.
  mutating func waitForKey(
    _ keys: String, within limit: Duration? = nil, _ keyboard: borrowing Keyboard, _ stage: inout Stage,
    isMeant: (Key) -> Bool
  ) -> Key? {
    keyboard.forgetPending()
    let end = limit.map { ContinuousClock.now + $0 }
    while !isInterrupted {
      if let end, .now >= end { return nil }
      stage.draw(nil, keys: keys)
      guard let key = keyboard.key(within: 100) else { continue }
      if key == .gone { break }
      if isMeant(key) { return key }
    }
    ending = .interrupted
    return .gone
  }

  /// Speaks `question` where the candidate wants to hear it; any key ends it.
  func speak(_ question: String, _ keyboard: borrowing Keyboard, _ stage: inout Stage) {
    guard let voice = habits.voice else { return }
    keyboard.forgetPending()
    stage.draw(nil, keys: "Any key ends the question")
    do {
      _ = try voice.speak(question) { isInterrupted || keyboard.isAnyPressed() }
    } catch {
      stage.note("\(error)")
    }
  }

  /// Records the five steps, back and forth as the candidate likes; whether the rehearsal goes on.
  mutating func recordSteps(_ keyboard: borrowing Keyboard, _ stage: inout Stage) throws -> Bool {
    let steps = plan.steps
    var index = 0
    // The first page stands there already.
    var isTurned = false
    while index < steps.count {
      let step = steps[index]
      if isTurned { stage.show(page(for: step)) }
      isTurned = true
      switch try record(.step(step), title: step.title, target: targets[step], keyboard: keyboard, stage: &stage) {
      case .forward:
        guard askSelfChecks(about: step, keyboard, &stage) else { return false }
        index += 1
      case .back: index = max(0, index - 1)
      case .stop: return false
      }
    }
    return true
  }

  func page(for step: Step) -> Page {
    let place = plan.steps.count == 1 ? "Drill" : "\(step.title), \(step.number) of \(Step.allCases.count)"
    guard plan.showsHelp else {
      let heading = Page.Paragraph(text: "\(step.number) \(step.title)", role: .heading)
      return Page(place: place, question: scenario.question, paragraphs: [heading])
    }
    var paragraphs = [
      Page.Paragraph(text: "\(step.number) \(step.title), \(clock(targets[step].seconds))", role: .heading)
    ]
    if let drill = plan.drill?.advice {
      paragraphs.append(Page.Paragraph(text: drill.drill, indent: 2))
      paragraphs.append(Page.Paragraph(text: "Last time: \(drill.evidence).", role: .quiet, indent: 2))
    }
    if let guide = scenario.steps[step] {
      paragraphs.append(Page.Paragraph(text: guide.coaching, indent: 2))
      if !guide.cues.isEmpty {
        let cues = "Cues: " + guide.cues.joined(separator: " · ")
        paragraphs.append(Page.Paragraph(text: cues, role: .quiet, indent: 2))
      }
      if step == .reflection, let bar = scenario.levels[session.level]?.bar {
        paragraphs.append(Page.Paragraph(text: "\(session.level.title): \(bar)", indent: 2))
      }
    }
    return Page(place: place, question: scenario.question, paragraphs: paragraphs)
  }
}
