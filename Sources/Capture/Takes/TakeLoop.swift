/// One take on the capture thread, from the first frame to the finished sink.
struct TakeLoop<Sink: TakeSink & ~Copyable>: ~Copyable {
  private let take: OpenTake<Sink>
  private let listener: (Span<Float>) -> Void
  private let recording: Recording
  private var loudest: LoudestChannel
  private var mono: [Float] = []

  init(_ take: OpenTake<Sink>, listener: @escaping (Span<Float>) -> Void, recording: Recording) {
    self.take = take
    self.listener = listener
    self.recording = recording
    loudest = LoudestChannel(channelCount: recording.format.channelCount)
  }

  /// Records until asked to stop or until something fails, and gives the microphone back.
  consuming func run(on microphone: consuming Microphone) -> Microphone {
    var ending = RecordingResult.Ending.stopped
    do throws(CaptureError) {
      try record(from: &microphone)
    } catch {
      ending = .microphoneFailed(error)
    }
    end(ending)
    // Only now: a frozen sound server may hold this call for ever.
    microphone.stop()
    return microphone
  }

  /// Finishes the sink and leaves the result, unless that was done for a thread that did not answer.
  func end(_ ending: RecordingResult.Ending) {
    if let result = take.end(ending) { recording.end(result) }
  }

  private mutating func record(from microphone: inout Microphone) throws(CaptureError) {
    try microphone.start()
    var block = microphone.makeBlock()
    var goesOn = true
    while goesOn, !recording.mustStop {
      switch try microphone.read(into: &block) {
      case .frames: goesOn = hear(block)
      case .missing(let frameCount, let cause): goesOn = miss(frameCount, cause, using: &block)
      case .timeout: break
      }
      publishSize()
    }
    // Until the end nothing came: that is part of the take as well.
    if goesOn, case .missing(let frameCount, let cause) = microphone.endStall() {
      _ = miss(frameCount, cause, using: &block)
      publishSize()
    }
  }

  private mutating func hear(_ block: borrowing SampleBlock) -> Bool {
    recording.publish(level: block.level)
    if recording.isPaused { return take.mark(block.frameCount, .paused) != nil }
    return add(block)
  }

  /// Marks missing frames, and has silence stand for them where their time is part of the answer.
  private mutating func miss(_ frameCount: Int, _ cause: Gap.Cause, using block: inout SampleBlock) -> Bool {
    // What is lost while paused was not wanted.
    guard var remaining = take.mark(frameCount, recording.isPaused ? .paused : cause) else { return false }
    while remaining > 0 {
      block.fillWithSilence(frameCount: min(remaining, block.capacity))
      guard add(block) else { return false }
      remaining -= block.frameCount
    }
    return true
  }

  private mutating func add(_ block: borrowing SampleBlock) -> Bool {
    guard take.append(block) else { return false }
    loudest.hear(block, into: &mono)
    listener(mono.span)
    return true
  }

  private func publishSize() {
    if let (frameCount, gapCount) = take.size { recording.publish(frameCount: frameCount, gapCount: gapCount) }
  }
}
