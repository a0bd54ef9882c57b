/// One take on the capture thread, from the first frame to the finished sink.
struct TakeLoop<Sink: TakeSink & ~Copyable>: ~Copyable {
  var microphone: Microphone
  var sink: Sink
  let listener: (Span<Float>) -> Void
  let recording: Recording

  private var frameCount = 0
  private var gaps: [Gap] = []
  private var mono: [Float] = []

  init(
    microphone: consuming Microphone, sink: consuming Sink,
    listener: @escaping (Span<Float>) -> Void, recording: Recording
  ) {
    self.microphone = microphone
    self.sink = sink
    self.listener = listener
    self.recording = recording
  }

  /// Records until asked to stop or until something fails, and gives the microphone back.
  consuming func run() -> Microphone {
    var ending = record()
    microphone.stop()
    do {
      try sink.finish()
    } catch {
      if case .stopped = ending { ending = .sinkFailed(error) }
    }
    recording.end(
      RecordingResult(format: recording.format, frameCount: frameCount, gaps: gaps, ending: ending))
    return microphone
  }

  private mutating func record() -> RecordingResult.Ending {
    do throws(CaptureError) {
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
    } catch {
      return .microphoneFailed(error)
    }
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
