/// What became of a take.
package struct RecordingResult: Sendable {
  package let format: CaptureFormat
  /// The frames the sink took.
  package let frameCount: Int
  /// In order of position.
  package let gaps: [Gap]
  package let ending: Ending

  /// Why the take ended. Whatever the reason, what came before it is in the sink.
  package enum Ending: Sendable {
    case stopped
    case microphoneFailed(CaptureError)
    /// The sink could not take or keep the sound: its own error, e.g. a full disk.
    case sinkFailed(any Error)
  }
}

/// A place in a take where sound is missing.
package struct Gap: Sendable, Equatable {
  package enum Cause: Sendable, Equatable {
    /// The machine was too busy to read in time.
    case overrun
    /// The machine slept.
    case suspended
    /// The candidate paused the recording.
    case paused
  }

  package let cause: Cause
  /// The frames of the take before the gap.
  package let position: Int
  /// How long the gap is; to about a period, except for a pause, which is exact.
  package var missingFrames: Int
}
