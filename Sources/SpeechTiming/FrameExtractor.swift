import Acoustics

/// Turns a stream of 16 kHz samples into frames, holding a few windows of them at a time.
///
/// Frame t stands for samples 160 t ..< 160 t + 160; its window of 512 samples is centred on them, or as near to that
/// as the take's edges allow: a window never reaches beyond the take, where silence would look like an onset.
/// Frames are made in batches, which do not change them.
struct FrameExtractor: Sendable {
  private static let windowLength = 512
  private static let lanes = 8
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
  private var powerSpectra = PowerSpectra(size: windowLength, lanes: lanes)
  private var correlations = EvenSequences(size: windowLength / 2, lanes: lanes)

  /// The samples that a window may still need; the first is sample `pendingStart` of the take.
  private var pending: [Float] = []
  private var pendingStart = 0
  private var sampleCount: Int { pendingStart + pending.count }

  // Of a batch: value i of frame f at i * lanes + f.
  private var spectra = [Float](repeating: 0, count: (windowLength / 2 + 1) * lanes)
  private var bands = [Float](repeating: 0, count: FrameFeatures.bandCount * lanes)
  private var compressed = [Float](repeating: 0, count: (windowLength / 4 + 1) * lanes)
  private var correlation = [Float](repeating: 0, count: (windowLength / 4 + 1) * lanes)

  /// Takes the next samples of the take.
  mutating func append(_ samples: [Float]) {
    pending += samples
    while windowStart(of: features.count + Self.lanes - 1) + Self.windowLength <= sampleCount {
      appendFrames(Self.lanes)
    }
    // Forgotten in large pieces: moving the rest costs as much as it holds.
    let done = windowStart(of: features.count) - Self.windowLength - pendingStart
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
      appendFrames(min(Self.lanes, end / FrameFeatures.hop - features.count))
    }
  }

  /// Where the window of frame `frame` begins in the take, if that were to go on.
  private func windowStart(of frame: Int) -> Int {
    max(0, frame * FrameFeatures.hop + FrameFeatures.hop / 2 - Self.windowLength / 2)
  }

  /// Makes the next `count` frames, `lanes` at most.
  private mutating func appendFrames(_ count: Int) {
    let first = features.count
    let lastStart = max(0, sampleCount - Self.windowLength)
    for lane in 0..<count {
      let start = min(windowStart(of: first + lane), lastStart) - pendingStart
      powerSpectra.setBlock(lane, to: pending, from: start, window: window)
    }
    powerSpectra.transform(into: &spectra)
    for i in spectra.indices { spectra[i] += Self.leastPower }
    melBands.powers(of: spectra, lanes: Self.lanes, into: &bands)
    correlate()
    for lane in 0..<count {
      let own = (first + lane) * FrameFeatures.hop - pendingStart
      var power: Float = 0
      for i in own..<own + FrameFeatures.hop { power += pending[i] * pending[i] }
      features.samplePower.append(power / Float(FrameFeatures.hop))
      for band in 0..<FrameFeatures.bandCount { features.bands.append(bands[band * Self.lanes + lane]) }
      var sum: Float = 0
      for k in Self.speechBins { sum += spectra[k * Self.lanes + lane] }
      features.spectrumPower.append(sum / Float(Self.speechBins.count))
      var best: Float = -.infinity
      for lag in Self.pitchLags { best = max(best, correlation[lag * Self.lanes + lane]) }
      features.harmonicity.append(best / (correlation[lane] + 1e-20))
    }
  }

  /// Sets `correlation` to the autocorrelations of the spectra compressed to the power 1/4 of the power spectrum.
  ///
  /// Compression keeps a strong first formant from hiding the other harmonics. Source: T. Tolonen and
  /// M. Karjalainen, "A computationally efficient multipitch analysis model", IEEE Trans. SAP 8 (2000), p. 709.
  private mutating func correlate() {
    let bins = Self.harmonicBins.lowerBound * Self.lanes..<(Self.harmonicBins.upperBound + 1) * Self.lanes
    for i in bins { compressed[i] = spectra[i].squareRoot().squareRoot() }
    correlations.transform(compressed, into: &correlation)
  }
}
