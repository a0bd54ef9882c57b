import Synchronization

/// A take while it is recorded: what the main thread may see and ask for.
package final class Recording: Sendable {
  package let format: CaptureFormat

  private let isStopRequested = Atomic(false)
  private let isPauseRequested = Atomic(false)
  private let isOver = Atomic(false)
  private let levelBits = Atomic(SignalLevel.silence.packed)
  private let frames = Atomic(0)
  private let gaps = Atomic(0)
  private let starvedMilliseconds = Atomic(0)
  private let outcome = Mutex<RecordingResult?>(nil)
  private let hasOutcome = Semaphore(0)

  init(format: CaptureFormat) {
    self.format = format
  }

  /// The frames given to the sink so far.
  package var frameCount: Int { frames.load(ordering: .relaxed) }

  /// The gaps so far, pauses included.
  package var gapCount: Int { gaps.load(ordering: .relaxed) }

  /// The level of the last period heard, paused or not; silence until there is one.
  package var level: SignalLevel { SignalLevel(packed: levelBits.load(ordering: .relaxed)) }

  /// For how long the microphone has delivered nothing, not even silence; zero while it does.
  package var timeWithoutSound: Duration { .milliseconds(starvedMilliseconds.load(ordering: .relaxed)) }

  /// Whether sound is still taken in; false once stopped, or ended by a failure.
  package var isRunning: Bool { !isOver.load(ordering: .acquiring) }

  /// While true the microphone is read and what it hears is thrown away. Takes effect at the next period.
  package var isPaused: Bool {
    get { isPauseRequested.load(ordering: .relaxed) }
    set { isPauseRequested.store(newValue, ordering: .relaxed) }
  }

  /// Asks for the end of the take, and returns at once.
  package func stop() {
    isStopRequested.store(true, ordering: .relaxed)
  }

  /// Ends the take and waits until its sink is finished: about one period, at most the 200 ms of a read that
  /// brings nothing, and the time the sink takes.
  package func finish() -> RecordingResult {
    stop()
    // For the result and not for the end of the thread, which a frozen sound server may hold up.
    hasOutcome.wait()
    defer { hasOutcome.signal() }  // for the next caller
    guard let result = outcome.withLock({ $0 }) else { preconditionFailure("woken without a result") }
    return result
  }
}

// MARK: - The capture thread's side

extension Recording {
  var mustStop: Bool { isStopRequested.load(ordering: .relaxed) }

  func publish(level: SignalLevel) {
    levelBits.store(level.packed, ordering: .relaxed)
    starvedMilliseconds.store(0, ordering: .relaxed)
  }

  func publish(timeWithoutSound: Duration) {
    starvedMilliseconds.store(Int(timeWithoutSound / .milliseconds(1)), ordering: .relaxed)
  }

  func publish(frameCount: Int, gapCount: Int) {
    frames.store(frameCount, ordering: .relaxed)
    gaps.store(gapCount, ordering: .relaxed)
  }

  func end(_ result: RecordingResult) {
    outcome.withLock { $0 = result }
    isOver.store(true, ordering: .releasing)
    hasOutcome.signal()
  }
}
