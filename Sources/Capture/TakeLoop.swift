/// One take on the capture thread, from the first frame to the finished sink.
struct TakeLoop<Sink: TakeSink & ~Copyable>: ~Copyable {
  private var sink: Sink
  private let listener: (Span<Float>) -> Void
  private let recording: Recording

  private var frameCount = 0
  private var gaps: [Gap] = []
  private var mono: [Float] = []

  init(
    sink: consuming Sink, listener: @escaping (Span<Float>) -> Void, recording: Recording
  ) {
    self.sink = sink
    self.listener = listener
    self.recording = recording
  }

  /// Records until asked to stop or until something fails, and gives the microphone back.
  consuming func run(on microphone: consuming Microphone) -> Microphone {
    var ending = RecordingResult.Ending.stopped
    do throws(CaptureError) {
      ending = try record(from: &microphone)
    } catch {
      ending = .microphoneFailed(error)
    }
    end(ending)
    // Only now: a frozen sound server may hold this call for ever.
    microphone.stop()
    return microphone
  }

  /// Finishes the sink and leaves the result.
  consuming func end(_ ending: RecordingResult.Ending) {
    var ending = ending
    let (recording, frameCount, gaps) = (recording, frameCount, gaps)
    do throws(Sink.Failure) {
      try sink.finish()
    } catch {
      // The first failure is the one to tell.
      if case .stopped = ending { ending = .sinkFailed(error) }
    }
    recording.end(
      RecordingResult(format: recording.format, frameCount: frameCount, gaps: gaps, ending: ending))
  }

  private mutating func record(
    from microphone: inout Microphone
  ) throws(CaptureError) -> RecordingResult.Ending {
    try microphone.start()
    var block = microphone.makeBlock()
    var lastSound = SuspendingClock.now
    while !recording.mustStop {
      switch try microphone.read(into: &block) {
      case .frames:
        lastSound = .now
        recording.publish(level: block.level)
        do throws(Sink.Failure) {
          try take(block)
        } catch {
          return .sinkFailed(error)
        }
      case .overrun(let missing): note(.overrun, missing)
      case .suspended(let missing): note(.suspended, missing)
      case .timeout: recording.publish(timeWithoutSound: lastSound.duration(to: .now))
      }
      recording.publish(frameCount: frameCount, gapCount: gaps.count)
    }
    return .stopped
  }

  private mutating func take(_ block: borrowing SampleBlock) throws(Sink.Failure) {
    if recording.isPaused {
      note(.paused, block.frameCount)
      return
    }
    try block.append(to: &sink)
    frameCount += block.frameCount
    block.mix(into: &mono)
    listener(mono.span)
  }

  /// Marks missing frames at the end of what is recorded; a gap that goes on becomes longer.
  private mutating func note(_ cause: Gap.Cause, _ missingFrames: Int) {
    // What is lost while paused was not wanted.
    let cause = recording.isPaused ? .paused : cause
    if let last = gaps.indices.last, gaps[last].position == frameCount, gaps[last].cause == cause {
      gaps[last].missingFrames += missingFrames
    } else {
      gaps.append(Gap(cause: cause, position: frameCount, missingFrames: missingFrames))
    }
  }
}
