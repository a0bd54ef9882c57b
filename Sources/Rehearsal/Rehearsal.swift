package import Capture
import Foundation
package import Interview
import Reports
package import Scenarios
package import Sessions
import SoundFiles
import SpeechTiming

/// A rehearsal at the microphone: five steps, then the probes that the measuring calls for.
package struct Rehearsal {
  private let scenario: Scenario
  private let targets: Targets
  private let folder: SessionFolder
  private let recorder: Recorder
  private let console: Console
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
    sessions: String, microphone: consuming Microphone, console: Console
  ) throws(SessionError) {
    scenario = file.scenario
    targets = Targets(of: file.scenario, at: level)
    folder = try SessionFolder.create(in: sessions, started: started, scenario: file.scenario.id)
    try folder.write(file)
    recorder = Recorder(microphone)
    self.console = console
    self.probeCount = probeCount
    self.history = history
    session = Session(scenario: file.scenario.id, level: level, started: started, seed: seed, mode: .rehearse)
  }

  /// Records until the last probe, the candidate's `q`, a signal or a failure.
  /// - Throws: a `SoundFileError` or `SessionError` where the session cannot be written.
  package consuming func run() throws -> Outcome {
    watchForInterruption()
    let keyboard = Keyboard()
    introduce()
    try folder.write(session)
    var goesOn = true
    for step in Step.allCases where goesOn {
      present(step)
      goesOn = try record(.step(step), title: step.title, target: targets[step], keyboard: keyboard)
    }
    if goesOn { try askProbes(keyboard) }
    console.space()
    try folder.write(session)
    return Outcome(session: session, folder: folder, ending: ending)
  }

  private func introduce() {
    console.say("\(scenario.title) · \(scenario.principle) · \(session.level.title)", as: .heading)
    console.say("“\(scenario.question)”")
    let format = recorder.format
    console.say(
      "Recording from \(recorder.device) at \(format.sampleRate) Hz into \(folder.path).", as: .quiet)
    console.say("Keys: Enter next step, r record again, p pause, s skip, q stop and keep.", as: .quiet)
  }

  private func present(_ step: Step) {
    guard let guide = scenario.steps[step] else { return }
    console.space()
    console.say("\(step.number) \(step.title), \(clock(targets[step].seconds))", as: .heading)
    console.say(guide.coaching, indent: 2)
    if !guide.cues.isEmpty {
      console.say("Cues: " + guide.cues.joined(separator: " · "), as: .quiet, indent: 2)
    }
  }

  // MARK: - Takes

  /// Records one answer, again where the candidate wants to, and measures it; whether the rehearsal goes on.
  private mutating func record(
    _ subject: Take.Subject, title: String, target: StepTarget, probeNumber: Int = 1,
    keyboard: borrowing Keyboard
  ) throws -> Bool {
    let name = SessionFolder.takeName(of: subject, probeNumber: probeNumber)
    while true {
      let (key, result) = try recordTake(
        titled: title, target: target, path: "\(folder.path)/\(name)", with: recorder, keyboard: keyboard,
        console: console)
      let isEmpty = result.frameCount == 0
      // A header alone is no take: a replay of the session would stop at it.
      if isEmpty { try folder.remove(name) }
      switch key {
      case .again:
        if !isEmpty {
          try folder.setAside(name, as: "attempt")
          console.say("Again: the last attempt is kept beside the take.", as: .quiet, indent: 2)
        }
        continue
      case .skipped:
        if !isEmpty { try folder.setAside(name, as: "skipped") }
        console.say("Skipped.", as: .quiet, indent: 2)
        return true
      case .answered, .quit, .interrupted:
        break
      }
      try keep(subject, file: name, result: result)
      switch result.ending {
      case .stopped: break
      case .microphoneFailed(let error): ending = .failed(.microphone, "\(error)")
      case .sinkFailed(let error): ending = .failed(.disk, "\(error)")
      }
      if key == .interrupted { ending = .interrupted }
      return key == .answered && ending == .complete
    }
  }

  /// Measures the take in `file` as a replay would, and adds it to the session on disk.
  private mutating func keep(_ subject: Take.Subject, file: String, result: RecordingResult) throws {
    guard result.frameCount > 0 else { return }
    let measured = try measure("\(folder.path)/\(file)")
    guard let span = measured.spans.first else { return }
    session.takes.append(
      Take(
        subject: subject, file: file, timing: span.timing,
        remarks: result.gaps.map { $0.words(sampleRate: result.format.sampleRate) }))
    try folder.write(session)
  }

  // MARK: - Probes

  private mutating func askProbes(_ keyboard: borrowing Keyboard) throws {
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
      let number = session.probes.count
      console.space()
      console.say("The interviewer asks: \(probe.question)", as: .heading)
      for reason in choice.reasons { console.say(reason, as: .quiet, indent: 2) }
      let goesOn = try record(
        .probe(probe.id), title: "Probe \(number)", target: .probe, probeNumber: number, keyboard: keyboard)
      if session.take(of: .probe(probe.id)) == nil { past.declined.insert(probe.id) }
      guard goesOn else { return }
      console.say("Weak: \(probe.weakAnswer) \(probe.whyWeak)", indent: 2)
      console.say("Strong: \(probe.strongAnswer)", indent: 2)
      console.say("To remember: \(probe.keyLine)", indent: 2)
    }
  }
}

extension Gap {
  /// The gap as a remark on its take.
  func words(sampleRate: Int) -> String {
    let place = clock(Double(position) / Double(sampleRate))
    let length = decimal(Double(missingFrames) / Double(sampleRate))
    return switch cause {
    case .overrun: "\(length) s of sound were lost at \(place): the machine was too busy to read in time."
    case .suspended: "\(length) s of sound were lost at \(place): the machine slept."
    case .paused: "Paused for \(length) s at \(place)."
    }
  }
}
