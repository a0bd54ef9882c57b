import Acoustics
import Glibc

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
  /// Mean square of the frame's own 160 samples.
  var samplePower: [Float] = []

  /// How many frames there are.
  var count: Int { spectrumPower.count }
}

/// Turns a stream of 16 kHz samples into frames, holding no more than one window of them.
///
/// Frame t stands for samples 160 t ..< 160 t + 160; its window of 512 samples is centred on them, or as near to that
/// as the take's edges allow: a window never reaches beyond the take, where silence would look like an onset.
struct FrameExtractor: Sendable {
  private static let windowLength = 512
  /// Bins from 80 to 7600 Hz at 31.25 Hz a bin.
  private static let speechBins = 3...243
  /// Bins from 62.5 to 4000 Hz, where the harmonics of a voice stand out.
  private static let harmonicBins = 2...128
  /// Lags of pitches from 80 to 420 Hz in the 8 kHz autocorrelation that 129 bins give.
  private static let pitchLags = 19...100
  /// Added to each bin, so that the logarithm of digital silence is finite: far below 16-bit quantisation noise.
  private static let leastPower: Float = 1e-12

  private(set) var features = FrameFeatures()

  private let window = hannWindow(length: windowLength)
  private let melBands = MelBands(
    count: FrameFeatures.bandCount, lowest: 80, highest: 7600, size: windowLength,
    sampleRate: FrameFeatures.sampleRate)
  private var fft = RealFFT(size: windowLength)
  private var correlationFFT = RealFFT(size: windowLength / 2)

  /// The samples that a window may still need; the first is sample `pendingStart` of the take.
  private var pending: [Float] = []
  private var pendingStart = 0
  private var sampleCount: Int { pendingStart + pending.count }

  private var block = [Float](repeating: 0, count: windowLength)
  private var spectrum = [Float](repeating: 0, count: windowLength / 2 + 1)
  private var compressed = [Float](repeating: 0, count: windowLength / 4 + 1)
  private var correlation = [Float](repeating: 0, count: windowLength / 4 + 1)

  /// Takes the next samples of the take.
  mutating func append(_ samples: [Float]) {
    pending += samples
    while windowStart + Self.windowLength <= sampleCount { appendFrame(windowStart: windowStart) }
    // Frames are made as soon as their window is full, so that at most one window is kept. Forgotten in large
    // pieces: moving the rest costs as much as it holds.
    let done = windowStart - Self.windowLength - pendingStart
    if done > 1 << 14 {
      pending.removeFirst(done)
      pendingStart += done
    }
  }

  /// Ends the take: the last whole frames are made, a remainder under 10 ms is left out.
  mutating func finish() {
    let end = sampleCount
    if end < Self.windowLength {
      pending += [Float](repeating: 0, count: Self.windowLength - end)
    }
    while features.count < end / FrameFeatures.hop {
      appendFrame(windowStart: min(windowStart, max(0, end - Self.windowLength)))
    }
  }

  /// Where the next frame's window begins in the take.
  private var windowStart: Int {
    max(0, features.count * FrameFeatures.hop + FrameFeatures.hop / 2 - Self.windowLength / 2)
  }

  private mutating func appendFrame(windowStart: Int) {
    let first = windowStart - pendingStart
    for i in 0..<Self.windowLength { block[i] = pending[first + i] * window[i] }
    fft.powerSpectrum(of: block, into: &spectrum)
    for k in spectrum.indices { spectrum[k] += Self.leastPower }
    let own = features.count * FrameFeatures.hop - pendingStart
    var power: Float = 0
    for i in own..<own + FrameFeatures.hop { power += pending[i] * pending[i] }
    features.samplePower.append(power / Float(FrameFeatures.hop))
    melBands.appendPowers(of: spectrum, to: &features.bands)
    var sum: Float = 0
    for k in Self.speechBins { sum += spectrum[k] }
    features.harmonicity.append(harmonicity())
    features.spectrumPower.append(sum / Float(Self.speechBins.count))
  }

  /// The highest value at a pitch lag of the autocorrelation of the spectrum compressed to the power 1/4.
  ///
  /// Compression keeps a strong first formant from hiding the other harmonics. Source: T. Tolonen and
  /// M. Karjalainen, "A computationally efficient multipitch analysis model", IEEE Trans. SAP 8 (2000), p. 709.
  private mutating func harmonicity() -> Float {
    for k in compressed.indices {
      compressed[k] = Self.harmonicBins.contains(k) ? spectrum[k].squareRoot().squareRoot() : 0
    }
    correlationFFT.evenSequence(of: compressed, into: &correlation)
    var best: Float = -.infinity
    for lag in Self.pitchLags { best = max(best, correlation[lag]) }
    return best / (correlation[0] + 1e-20)
  }
}
