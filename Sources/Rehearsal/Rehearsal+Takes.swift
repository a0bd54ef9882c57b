import Capture
import Interruption
import Interview
import Reports
import Sessions
import SoundFiles
import SpeechTiming

extension Rehearsal {
  /// Where the candidate goes from a take.
  enum Way { case forward, back, stop }

  /// Records one answer, again where the candidate wants to, and measures it.
  ///
  /// An earlier answer to the same is set aside, and comes back if nothing takes its place.
  mutating func record(
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
        // A crash from here on leaves the earlier take under the name that the session has for it.
        if let earlier { session.name(earlier, forTakeOf: subject) }
        guard save(&stage) else { return .stop }
      }
      let (key, result): (TakeEnding, RecordingResult)
      do throws(SoundFileError) {
        (key, result) = try recordTake(
          titled: title, target: target, isInRoom: !plan.showsHelp, path: "\(folder.path)/\(name)",
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
        session.name(name, forTakeOf: subject)
        save(&stage)
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
  mutating func goOn(
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
      stage.draw(nil, keys: "1–9 record the step again with that one · Enter look again · q stop and keep")
      switch keyboard.key(within: 100) {
      case .number(let number):
        guard let device = devices?.dropFirst(number - 1).first else { continue }
        do throws(CaptureError) {
          recorder = Recorder(try Microphone.open(device: device.name))
          stage.note("Recording from \(recorder.device.words) at \(recorder.format.sampleRate) Hz.")
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
  mutating func setAside(_ name: String, as reason: String) throws(SessionError) -> String {
    let other = try folder.setAside(name, as: reason)
    latest = other
    return other
  }

  /// Sets a take aside, or goes on in another folder if this one allows no more: whether the rehearsal goes on, and
  /// the take's new name, `nil` where it stayed behind.
  mutating func setAsideOrMoveOn(
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
  mutating func keep(
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
