/// What the detector looks at, one value (or one row) for each 10 ms of a take.
struct FrameFeatures: Sendable {
  /// Samples a second in which frames are taken.
  static let sampleRate = 16_000
  /// Samples from one frame to the next: 10 ms.
  static let hop = 160
  /// Mel bands a frame.
  static let bandCount = 20

  /// Power of each mel band, `bandCount` values a frame.
  var bands: [Float] = []
  /// Mean power of the spectrum from 80 to 7600 Hz.
  var spectrumPower: [Float] = []
  /// How periodic the sound is, 0 (noise) to 1: the best lag of the compressed autocorrelation.
  var harmonicity: [Float] = []
  /// Where the compressed autocorrelation has its highest peaks.
  var pitch = PitchCandidates()
  /// Mean square of the frame's own 160 samples.
  var samplePower: [Float] = []

  /// How many frames there are.
  var count: Int { spectrumPower.count }
}
