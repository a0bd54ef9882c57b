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
  keyboard.forgetPending()
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
    case .gone: ending = .interrupted
    case .pause: recording.isPaused.toggle()
    case nil: break
    }
    if isInterrupted { ending = .interrupted }
  }
  let result = recording.finish()
  console.endDrawing()
  return (ending ?? .quit, result)
}

/// `Action      1:04 of 1:30  ██████████▌··│·······┆  green: past half`, within the width.
///
/// The words are never cut: where there is no room for them beside a bar, there is no bar.
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
  // As wide as the longest title, so that the marks of all steps stand in one column.
  let name = title + String(repeating: " ", count: max(0, 10 - title.count))
  let times = "\(name)  \(clock(elapsed)) of \(clock(target.seconds))  "
  // The bar's two marks, the space behind it, and a column that stays free of the cursor.
  let room = console.style.width - times.count - widestWords - 5
  let cells = min(24, room / 3 * 3)
  let bar = PaceBar(answerTime: elapsed, target: target).drawn(cells: cells)
  return times + (cells < 12 ? "" : console.style.styled(bar, as: light.role) + "  ")
    + console.style.styled(words, as: role)
}

/// The columns of the longest words of a status line; `TimingLight` has none longer.
private let widestWords = 28
