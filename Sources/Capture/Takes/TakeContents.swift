/// What a take holds: a sink with so many frames, and the gaps between them.
struct TakeContents<Sink: TakeSink & ~Copyable>: ~Copyable {
  private var sink: Sink
  private(set) var frameCount = 0
  private(set) var gaps: [Gap] = []
  private var failure: Sink.Failure?

  init(_ sink: consuming Sink) {
    self.sink = sink
  }

  /// False where the sink failed, now or before: it is not asked again.
  mutating func append(_ block: borrowing SampleBlock) -> Bool {
    guard failure == nil else { return false }
    do throws(Sink.Failure) {
      try block.append(to: &sink)
      frameCount += block.frameCount
      return true
    } catch {
      failure = error
      return false
    }
  }

  /// Marks missing frames at the end, and returns the frames of silence to append for them.
  mutating func mark(_ missingFrames: Int, _ cause: Gap.Cause, in format: CaptureFormat) -> Int {
    let gap = Gap(cause, position: frameCount, missingFrames: missingFrames, in: format)
    if let last = gaps.indices.last, gaps[last].end == frameCount, gaps[last].cause == cause,
      gaps[last].isFilled == gap.isFilled
    {
      gaps[last].missingFrames += missingFrames
    } else {
      gaps.append(gap)
    }
    return gap.filledFrames
  }

  /// Finishes the sink. A failure to take a block is what ended the take; a failure to finish is told where
  /// nothing else failed.
  consuming func finish(_ ending: RecordingResult.Ending, format: CaptureFormat) -> RecordingResult {
    var ending = ending
    if let failure { ending = .sinkFailed(failure) }
    let (frameCount, gaps) = (frameCount, gaps)
    do throws(Sink.Failure) {
      try sink.finish()
    } catch {
      if case .stopped = ending { ending = .sinkFailed(error) }
    }
    return RecordingResult(format: format, frameCount: frameCount, gaps: gaps, ending: ending)
  }
}
