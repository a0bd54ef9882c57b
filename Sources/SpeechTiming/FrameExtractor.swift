import Acoustics

/// Turns a stream of 16 kHz samples into frames, holding a few windows of them at a time.
///
/// Frame t stands for samples 160 t ..< 160 t + 160; its window of 512 samples is centred on them, or as near to that
/// as the take's edges allow: a window never reaches beyond the take, where silence would look like an onset.
/// Frames are made sixteen at a time, which does not change them.
struct FrameExtractor: Sendable {
  private static let windowLength = 512
  private static let laneCount = Lanes.scalarCount
  /// Frames made at a time: two vectors of lanes.
  private static let batch = 2 * laneCount
  /// Bins from 80 to 7600 Hz at 31.25 Hz a bin.
  private static let speechBins = 3...243
  /// Bins from 62.5 to 4000 Hz, where the harmonics of a voice stand out.
  private static let harmonicBins = 2...128
  /// Lags of pitches from 80 to 420 Hz in the 8 kHz autocorrelation that 129 bins give.
  private static let pitchLags = 19...100
  /// Added to each bin, so that the logarithm of digital silence is finite: far below 16-bit quantisation noise.
  private static let leastPower: Float = 1e-12

  private(set) var features = FrameFeatures()
  /// Frames made so far, those forgotten as well.
  private var frameCount: Int { forgottenCount + features.count }
  private var forgottenCount = 0

  private let window = hannWindow(length: windowLength)
  private let melBands = MelBands(
    count: BandLevels.bandCount, lowest: 80, highest: 7600, size: windowLength,
    sampleRate: FrameFeatures.sampleRate)
  private var powerSpectra = PowerSpectra(size: windowLength)
  private var correlations = EvenSequences(size: windowLength / 2)

  /// The samples that a window may still need; the first is sample `pendingStart` of the take.
  private var pending: [Float] = []
  private var pendingStart = 0
  private var sampleCount: Int { pendingStart + pending.count }

  // The two halves of a batch.
  private var spectra = [[Lanes]](repeating: [Lanes](repeating: .zero, count: windowLength / 2 + 1), count: 2)
  private var compressed = [[Lanes]](repeating: [Lanes](repeating: .zero, count: windowLength / 4 + 1), count: 2)
  private var bands = [Lanes](repeating: .zero, count: BandLevels.bandCount)

  /// Makes room for the features of `frameCount` frames in all.
  mutating func reserveCapacity(_ frameCount: Int) {
    features.reserveCapacity(frameCount)
  }

  /// An extractor that looks for pitches in `pitchRange`.
  init(pitchRange: PitchRange = .standard) {
    features.pitch = PitchCandidates(in: pitchRange)
  }

  /// Takes the next samples of the take.
  mutating func append(_ samples: Span<Float>) {
    samples.withUnsafeBufferPointer { pending += $0 }
    while windowStart(of: frameCount + Self.batch - 1) + Self.windowLength <= sampleCount {
      appendFrames(Self.batch)
    }
    // Forgotten in large pieces: moving the rest costs as much as it holds.
    let done = windowStart(of: frameCount) - Self.windowLength - pendingStart
    if done > 1 << 14 {
      pending.removeFirst(done)
      pendingStart += done
    }
  }

  /// Makes the frames whose windows are complete without waiting for a batch of them.
  mutating func flush() {
    var count = 0
    while count < Self.batch, windowStart(of: frameCount + count) + Self.windowLength <= sampleCount { count += 1 }
    if count > 0 { appendFrames(count) }
  }

  /// Takes the first `count` frames out of `features`.
  mutating func forget(_ count: Int) {
    features.removeFirst(count)
    forgottenCount += count
  }

  /// Ends the take: the last whole frames are made, a remainder under 10 ms is left out.
  mutating func finish() {
    let end = sampleCount
    if end < Self.windowLength {
      pending += [Float](repeating: 0, count: Self.windowLength - end)
    }
    while frameCount < end / FrameFeatures.hop {
      appendFrames(min(Self.batch, end / FrameFeatures.hop - frameCount))
    }
  }

  /// Where the window of frame `frame` begins in the take, if that were to go on.
  private func windowStart(of frame: Int) -> Int {
    max(0, frame * FrameFeatures.hop + FrameFeatures.hop / 2 - Self.windowLength / 2)
  }

  /// Makes the next `count` frames, a batch at most; lanes beyond them repeat the take's last window.
  private mutating func appendFrames(_ count: Int) {
    let lastStart = max(0, sampleCount - Self.windowLength)
    for half in 0..<2 {
      var starts = SIMD8<Int>()
      for lane in 0..<Self.laneCount {
        let frame = frameCount + half * Self.laneCount + lane
        starts[lane] = min(windowStart(of: frame), lastStart) - pendingStart
      }
      powerSpectra.transform(pending, from: starts, window: window, into: &spectra[half])
      addLeastPower(to: &spectra[half])
      compress(spectra[half], into: &compressed[half])
    }
    correlations.transform(compressed[0], compressed[1])
    append(spectra[0], compressed: compressed[0], correlation: correlations.first, count: min(count, Self.laneCount))
    append(
      spectra[1], compressed: compressed[1], correlation: correlations.second, count: count - Self.laneCount)
  }

  private func addLeastPower(to spectra: inout [Lanes]) {
    var spectra = spectra.mutableSpan
    for k in spectra.indices { spectra[k] += Self.leastPower }
  }

  /// Sets `compressed` to the fourth roots of `spectra` where harmonics are, for an autocorrelation.
  ///
  /// Compression keeps a strong first formant from hiding the other harmonics. Source: T. Tolonen and
  /// M. Karjalainen, "A computationally efficient multipitch analysis model", IEEE Trans. SAP 8 (2000), p. 709.
  private func compress(_ spectra: [Lanes], into compressed: inout [Lanes]) {
    let spectra = spectra.span
    var compressed = compressed.mutableSpan
    for k in Self.harmonicBins {
      compressed[k] = Lanes(
        lowHalf: fourthRoots(of: spectra[k].lowHalf), highHalf: fourthRoots(of: spectra[k].highHalf))
    }
  }

  /// Keeps the features of the first `count` lanes.
  private mutating func append(_ spectra: [Lanes], compressed: [Lanes], correlation: [Lanes], count: Int) {
    guard count > 0 else { return }
    melBands.powers(of: spectra, into: &bands)
    var power = Lanes()
    for k in Self.speechBins { power += spectra[k] }
    power /= Float(Self.speechBins.count)
    var best = correlation[Self.pitchLags.lowerBound]
    for lag in Self.pitchLags { best.replace(with: correlation[lag], where: correlation[lag] .> best) }
    let harmonicity = best / (correlation[0] + 1e-20)
    features.bands.append(bands, count: count)
    features.pitch.append(correlation, of: compressed, count: count)
    for lane in 0..<count {
      features.samplePower.append(samplePower(of: frameCount))
      features.harmonicity.append(harmonicity[lane])
      features.spectrumPower.append(power[lane])
    }
  }

  /// Variance of the frame's own samples.
  private func samplePower(of frame: Int) -> Float {
    let own = frame * FrameFeatures.hop - pendingStart
    return pending.withUnsafeBytes { bytes in
      var sums = Lanes()
      var squares = Lanes()
      for i in stride(from: own, to: own + FrameFeatures.hop, by: Lanes.scalarCount) {
        let samples = bytes.loadUnaligned(fromByteOffset: i * MemoryLayout<Float>.stride, as: Lanes.self)
        sums += samples
        squares += samples * samples
      }
      // Without the mean: a microphone's constant offset is no sound.
      let mean = sums.sum() / Float(FrameFeatures.hop)
      return max(0, squares.sum() / Float(FrameFeatures.hop) - mean * mean)
    }
  }
}
