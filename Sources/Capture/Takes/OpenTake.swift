import Synchronization

/// A take while it is recorded, within reach of two threads.
///
/// The capture thread adds to it. Whoever waits for its end closes it where that thread hangs in a frozen sound
/// server, which hardly a call of alsa-lib is safe from.
final class OpenTake<Sink: TakeSink & ~Copyable>: Sendable {
  private let format: CaptureFormat
  /// Nil once ended.
  private let contents: Mutex<TakeContents<Sink>?>

  init(into sink: consuming sending Sink, format: CaptureFormat) {
    self.format = format
    contents = Mutex(TakeContents(sink))
  }

  /// Adds sound to the end; false where the take can grow no more: ended, or failed by its sink.
  func append(_ block: borrowing SampleBlock) -> Bool {
    contents.withLock { $0?.append(block) ?? false }
  }

  /// Marks missing frames at the end of what is recorded; a gap that goes on becomes longer.
  ///
  /// - Returns: the frames of silence to append for them; nil once ended.
  func mark(_ missingFrames: Int, _ cause: Gap.Cause) -> Int? {
    contents.withLock { $0?.mark(missingFrames, cause, in: format) }
  }

  /// The frames and the gaps it holds so far; nil once ended.
  var size: (frameCount: Int, gapCount: Int)? {
    contents.withLock { contents in
      guard let frameCount = contents?.frameCount, let gapCount = contents?.gaps.count else { return nil }
      return (frameCount, gapCount)
    }
  }

  /// Finishes the sink and tells what became of the take; nil where that was done before, or where another
  /// thread is at work in the sink and `unlessBusy`.
  ///
  /// Where several things failed, the sink's failure to take a block is the one to tell, then `ending`.
  func end(_ ending: RecordingResult.Ending, unlessBusy: Bool = false) -> RecordingResult? {
    let ended =
      unlessBusy
      ? contents.withLockIfAvailable { $0.take() } ?? nil
      : contents.withLock { $0.take() }
    guard let ended else { return nil }
    return ended.finish(ending, format: format)
  }
}
