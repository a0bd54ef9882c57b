import Synchronization

/// A microphone that stays open from take to take, silent in between.
///
/// Opening may take a second with a sound server; a take has to begin at once.
package final class Recorder: Sendable {
  package let device: CaptureDevice
  package let format: CaptureFormat
  /// Nil while a capture thread has it.
  private let microphone: Mutex<Microphone?>
  private let isMicrophoneBack = Semaphore(1)
  private let latest = Mutex<Recording?>(nil)

  package init(_ microphone: consuming Microphone) {
    device = microphone.device
    format = microphone.format
    self.microphone = Mutex(microphone)
  }

  /// Begins a take on a thread of its own. Traps while another take of this recorder runs.
  ///
  /// The sink is finished on that thread, before the microphone is let go. The listener is called there with
  /// each block that went into the sink, its loudest channel, full scale -1...1; the two seconds of the device's memory
  /// are all the time that it and the sink may take between two reads.
  package func begin<Sink: TakeSink & ~Copyable>(
    into sink: consuming sending Sink,
    listener: sending @escaping (Span<Float>) -> Void = { _ in }
  ) -> Recording {
    let take = OpenTake(into: sink, format: format)
    let silentDevice = CaptureError.lost(device, reason: "it does not answer")
    let recording = Recording(format: format) { take.end(.microphoneFailed(silentDevice), unlessBusy: true) }
    latest.withLock { latest in
      precondition(latest?.isRunning != true, "one take at a time")
      latest = recording
    }
    let handover = Handover(TakeLoop(take, listener: listener, recording: recording))
    runOnCaptureThread {
      let loop = handover.take()
      guard let microphone = self.takeMicrophone() else {
        loop.end(.microphoneFailed(silentDevice))
        return
      }
      self.putBack(loop.run(on: microphone))
    }
    return recording
  }

  /// The microphone, or nil where the last take's end hangs in a frozen sound server.
  private func takeMicrophone() -> Microphone? {
    guard isMicrophoneBack.wait(for: .seconds(2)) else { return nil }
    return microphone.withLock { $0.take() }
  }

  private func putBack(_ returned: consuming Microphone) {
    var microphone: Microphone? = returned
    self.microphone.withLock { swap(&$0, &microphone) }
    isMicrophoneBack.signal()
  }
}

/// Carries a noncopyable value into a closure, which may not consume what it captures.
private final class Handover<Value: ~Copyable>: Sendable {
  private let value: Mutex<Value?>

  init(_ value: consuming sending Value) {
    self.value = Mutex(value)
  }

  /// Traps when called twice.
  func take() -> sending Value {
    guard let value = value.withLock({ $0.take() }) else { preconditionFailure("handed over twice") }
    return value
  }
}
