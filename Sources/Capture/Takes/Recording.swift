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
  private let begun = SuspendingClock.now
  /// When sound last came, in milliseconds since the begin.
  private let lastSound = Atomic(0)
  private let outcome = Mutex<RecordingResult?>(nil)
  private let hasOutcome = Semaphore(0)

  /// Ends the take in place of a capture thread that hangs in the sound system.
  private let endWithoutMicrophone: @Sendable () -> RecordingResult?

  init(format: CaptureFormat, endWithoutMicrophone: @escaping @Sendable () -> RecordingResult?) {
    self.format = format
    self.endWithoutMicrophone = endWithoutMicrophone
  }

  /// The frames given to the sink so far.
  package var frameCount: Int { frames.load(ordering: .relaxed) }

  /// The gaps so far, pauses included.
  package var gapCount: Int { gaps.load(ordering: .relaxed) }

  /// The level of the last period heard, paused or not; silence until there is one.
  package var level: SignalLevel { SignalLevel(packed: levelBits.load(ordering: .relaxed)) }

  /// For how long the microphone has delivered nothing, not even silence; zero while it does.
  ///
  /// Told also while the sound system holds the capture thread.
  package var timeWithoutSound: Duration {
    let time = runningTime - .milliseconds(lastSound.load(ordering: .relaxed))
    // Sound comes in periods, or a little later.
    return time < Self.periodLimit || !isRunning ? .zero : time
  }

  private static let periodLimit: Duration = .milliseconds(200)

  private var runningTime: Duration { begun.duration(to: .now) }

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
  ///
  /// A second is all the time that the sound system may hold this up; the take is finished without it then, and
  /// its microphone counts as lost.
  package func finish() -> RecordingResult {
    stop()
    // For the result and not for the end of the thread, which a frozen sound server may hold up.
    while !hasOutcome.wait(for: .seconds(1)) {
      if let result = endWithoutMicrophone() { end(result) }
    }
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
    lastSound.store(Int(runningTime / .milliseconds(1)), ordering: .relaxed)
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
