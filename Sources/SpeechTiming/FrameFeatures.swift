/// What the detector looks at, one value (or one row) for each 10 ms of a take: 64 bytes a frame.
struct FrameFeatures: Sendable {
  /// Samples a second in which frames are taken.
  static let sampleRate = 16_000
  /// Samples from one frame to the next: 10 ms.
  static let hop = 160
  /// The same in seconds.
  static let secondsInFrame = Double(hop) / Double(sampleRate)

  /// Level of each mel band.
  var bands = BandLevels()
  /// Mean power of the spectrum from 80 to 7600 Hz.
  var spectrumPower: [Float] = []
  /// How periodic the sound is, 0 (noise) to 1: the best lag of the compressed autocorrelation.
  var harmonicity: [Float] = []
  /// Where the compressed autocorrelation has its highest peaks.
  var pitch = PitchCandidates()
  /// Variance of the frame's own 160 samples.
  var samplePower: [Float] = []

  /// How many frames there are.
  var count: Int { spectrumPower.count }

  /// Makes room for `frames` frames in all: without it the features are held twice while they grow.
  mutating func reserveCapacity(_ frames: Int) {
    bands.reserveCapacity(frames)
    spectrumPower.reserveCapacity(frames)
    harmonicity.reserveCapacity(frames)
    pitch.reserveCapacity(frames)
    samplePower.reserveCapacity(frames)
  }
}
