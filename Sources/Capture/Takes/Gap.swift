/// A place in a take where sound is missing.
package struct Gap: Sendable, Equatable {
  package enum Cause: Sendable, Equatable {
    /// The machine was too busy to read in time.
    case overrun
    /// The microphone was there and delivered nothing.
    case stalled
    /// The sound system delivered less than the time that passed, and no error.
    case dropped
    /// The machine slept.
    case suspended
    /// The candidate paused the recording.
    case paused
  }

  package let cause: Cause
  /// The frames of the take before the gap; with `dropped` the gap is at most about a second earlier.
  package let position: Int
  /// How long the gap is; to about a period, except for a pause, which is exact.
  package var missingFrames: Int
  /// Whether the take holds that many frames of silence here, so that what follows is at its true time.
  package let isFilled: Bool

  /// The longest gap that is filled: a minute. Our own choice: nobody answers a program that is stopped or a
  /// device that is dead for longer, and hours of silence would fill the disk.
  static let longestFilled: Duration = .seconds(60)

  init(_ cause: Cause, position: Int, missingFrames: Int, in format: CaptureFormat) {
    self.cause = cause
    self.position = position
    self.missingFrames = missingFrames
    isFilled =
      switch cause {
      case .overrun, .stalled, .dropped: missingFrames <= format.frames(in: Self.longestFilled)
      // Nobody answers meanwhile: this time is not part of the answer.
      case .suspended, .paused: false
      }
  }

  /// The frames of silence that stand for the gap in the take.
  package var filledFrames: Int { isFilled ? missingFrames : 0 }

  /// Where the take goes on.
  package var end: Int { position + filledFrames }
}
