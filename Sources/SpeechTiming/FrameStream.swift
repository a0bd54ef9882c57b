import Acoustics

/// The features of a take whose samples come block by block, at any rate.
struct FrameStream: Sendable {
  private var resampler: Resampler
  private var frames: FrameExtractor

  /// A stream of samples at `sampleRate` Hz (8 to 192 kHz), in which pitches in `pitchRange` are looked for.
  init(sampleRate: Int, pitchRange: PitchRange) {
    resampler = Resampler(from: sampleRate, to: FrameFeatures.sampleRate)
    frames = FrameExtractor(pitchRange: pitchRange)
  }

  /// Makes room for a take of `seconds`: without it, what is kept is held twice while it grows.
  mutating func reserveCapacity(seconds: Double) {
    frames.reserveCapacity(Int(seconds / FrameFeatures.secondsInFrame) + 1)
  }

  /// Takes the next samples of the take, mono, full scale -1...1.
  mutating func append(_ samples: Span<Float>) {
    if resampler.isIdentity {
      frames.append(samples)
    } else {
      var resampled: [Float] = []
      resampler.append(samples, to: &resampled)
      frames.append(resampled.span)
    }
  }

  /// The features of all samples that were taken; nothing can be taken after it.
  mutating func finish() -> FrameFeatures {
    var rest: [Float] = []
    resampler.finish(to: &rest)
    frames.append(rest.span)
    frames.finish()
    // Moved out: a second copy of what is kept would double the memory.
    let features = frames.features
    frames = FrameExtractor()
    return features
  }
}
