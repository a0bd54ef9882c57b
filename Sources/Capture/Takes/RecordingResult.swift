/// What became of a take.
package struct RecordingResult: Sendable {
  package let format: CaptureFormat
  /// The frames the sink took, silence in place of lost sound included.
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
