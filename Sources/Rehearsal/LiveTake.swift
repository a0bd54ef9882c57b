import Capture
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
  case again
  case skipped
  case quit
  /// A signal asked the program to end.
  case interrupted
}

/// Records one take into the file at `path` until a key, a signal or a failure ends it.
///
/// - Throws: a `SoundFileError` where the file cannot be made; then nothing was recorded.
func recordTake(
  titled title: String, target: StepTarget, path: String, with recorder: Recorder,
  keyboard: borrowing Keyboard,
  console: Console
) throws(SoundFileError) -> (ending: TakeEnding, result: RecordingResult) {
  let format = recorder.format
  let writer = try TakeWriter.create(
    path, sampleRate: format.sampleRate, channelCount: format.channelCount,
    encoding: TakeWriter.Encoding(format.encoding))
  let clock = LiveClock()
  let recording = recorder.begin(into: writer, listener: clock.listener(sampleRate: format.sampleRate))
  var ending: TakeEnding?
  while ending == nil {
    guard recording.isRunning else { break }
    let now = Double(recording.frameCount) / Double(format.sampleRate)
    let line = statusLine(
      title: title, elapsed: clock.elapsed(at: now), target: target, recording: recording, console: console)
    console.draw(line)
    switch keyboard.key(within: 100) {
    case .next: ending = .answered
    case .again: ending = .again
    case .skip: ending = .skipped
    case .quit: ending = .quit
    case .pause: recording.isPaused.toggle()
    case nil: break
    }
    if isInterrupted { ending = .interrupted }
  }
  let result = recording.finish()
  console.endDrawing()
  return (ending ?? .quit, result)
}

/// `Action  1:04 of 1:30  ██████▌··│···┆  green: past half  level -22 dB`, within the width.
private func statusLine(
  title: String, elapsed: Double, target: StepTarget, recording: Recording, console: Console
) -> String {
  let light = TimingLight(elapsed: elapsed, target: target)
  let words: String
  let role: Style.Role
  if recording.isPaused {
    (words, role) = ("paused: p goes on", .warning)
  } else if recording.timeWithoutSound > .seconds(1) {
    (words, role) = ("the microphone sends nothing", .bad)
  } else {
    (words, role) = (light.words, light.role)
  }
  let times = "\(title)  \(clock(elapsed)) of \(clock(target.seconds))  "
  let cells = max(12, min(24, (console.style.width - times.count - 34) / 3 * 3))
  let bar = PaceBar(answerTime: elapsed, target: target).drawn(cells: cells)
  let room = max(0, console.style.width - times.count - cells - 5)
  return times + console.style.styled(bar, as: light.role) + "  "
    + console.style.styled(String(words.prefix(room)), as: role)
}
