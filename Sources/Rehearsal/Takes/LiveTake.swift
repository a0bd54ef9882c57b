import Capture
import Equipment
import Glibc
import Interruption
import Interview
import Reports
import SoundFiles

extension TakeWriter: TakeSink {}

extension TakeWriter.Encoding {
  /// The encoding of a take that keeps a microphone's samples bit for bit.
  init(_ encoding: SampleEncoding) {
    self =
      switch encoding {
      case .int16: .int16
      case .int32: .int32
      case .float32: .float32
      }
  }
}

/// How a running take came to its end.
enum TakeEnding {
  /// Enter: the answer is given.
  case answered
  /// The candidate said nothing for as long as a hands-free rehearsal waits.
  case fellSilent
  case again
  case back
  case skipped
  case quit
  /// The microphone or the disk: the result says how.
  case failed
  /// A signal asked the program to end.
  case interrupted
}

/// Records one take into the file at `path` until a key, a silence, a signal or a failure ends it.
///
/// In the room only the time is shown, and there is no way back. `earlier` is the take that the candidate may listen to meanwhile: then the recording is paused.
/// - Throws: a `SoundFileError` where the file cannot be made; then nothing was recorded.
func recordTake(
  titled title: String, target: StepTarget, isInRoom: Bool, path: String, earlier: String?, with recorder: Recorder,
  habits: Habits,
  keyboard: borrowing Keyboard, stage: inout Stage
) throws(SoundFileError) -> (ending: TakeEnding, result: RecordingResult) {
  let format = recorder.format
  let writer = try TakeWriter.create(
    path, sampleRate: format.sampleRate, channelCount: format.channelCount,
    encoding: TakeWriter.Encoding(format.encoding))
  keyboard.forgetPending()
  var clock = LiveClock(sampleRate: format.sampleRate)
  let recording = recorder.begin(into: writer, listener: clock.listener)
  var status = LiveStatus(
    title: title, elapsed: 0, target: isInRoom ? nil : target, countsDown: habits.countsDown)
  let keys = isInRoom ? keysInRoom : keysWhileSpeaking
  var ending: TakeEnding?
  while ending == nil, recording.isRunning {
    clock.listen()
    let now = Double(recording.frameCount) / Double(format.sampleRate)
    let light = status.light
    status.elapsed = clock.elapsed(at: now)
    status.isPaused = recording.isPaused
    status.isStarved = recording.timeWithoutSound > .seconds(1)
    status.level = recording.level
    stage.draw(status, keys: keys)
    if habits.rings, let now = status.light, now != light, now.isNamed { stage.ring() }
    switch keyboard.key(within: 100) {
    case .next: ending = .answered
    case .again where !isInRoom: ending = .again
    case .back where !isInRoom: ending = .back
    case .skip: ending = .skipped
    case .quit: ending = .quit
    case .gone: ending = .interrupted
    case .pause:
      recording.isPaused.toggle()
      if !recording.isPaused { stage.note(nil) }
    case .listen where !isInRoom:
      recording.isPaused = true
      status.isPaused = true
      listen(to: earlier, meanwhile: status, keyboard: keyboard, stage: &stage)
    default: break
    }
    if let limit = habits.silenceThatEnds, status.elapsed > 0.5 * target.seconds, clock.silence >= limit {
      ending = ending ?? .fellSilent
    }
    if isInterrupted { ending = .interrupted }
  }
  return (ending ?? .failed, recording.finish())
}

/// What an interviewer would let pass.
let keysInRoom = "Enter next · p pause · s skip · q stop and keep"

let keysWhileSpeaking = "Enter next · r again · p pause · b back · s skip · l listen · q stop and keep"

/// Plays the take at `path` until its end, a key or a signal, while the recording is paused and `status` stands.
private func listen(
  to path: String?, meanwhile status: LiveStatus, keyboard: borrowing Keyboard, stage: inout Stage
) {
  guard let path else {
    stage.note("There is no take to listen to yet; p goes on.")
    return
  }
  // The block that is being recorded at this moment is the last.
  usleep(100_000)
  stage.note("Playing the last take: any key stops.")
  do {
    _ = try play(path) {
      stage.draw(status, keys: "Any key stops playing")
      return isInterrupted || keyboard.isAnyPressed()
    }
    stage.note("The recording is paused: p goes on.")
  } catch {
    stage.note("\(error)")
  }
}
