import Acoustics

/// What speech raises, one value a frame.
struct SpeechCues {
  /// Level over the take's quietest twelfth, of the whole speech band or of its upper part (where voiceless
  /// consonants are), whichever stands out more, in dB.
  var prominence: [Float]
  /// Whether the frame is no richer than a pure tone: three mel bands at most lie within 20 dB of its loudest.
  var isTonal: [Bool]
  /// What the network looks at.
  var channels: DetectorChannels

  /// The cues of a take of at least one frame.
  init(of features: FrameFeatures) {
    let count = features.count
    channels = DetectorChannels(frameCount: count)
    var spectrum = SpectralCues(frameCount: count)
    let floors = LevelFloors(of: features.bands)
    // Piece by piece: what a piece needs besides the levels stays in the caches, whatever the take's length.
    for start in stride(from: 0, to: count, by: SpectralCues.pieceLength) {
      let piece = start..<min(count, start + SpectralCues.pieceLength)
      spectrum.measure(piece, of: features.bands, over: floors, into: &channels)
    }
    isTonal = (0..<count).map { features.bands.isTonal($0) }

    let energy = clampedLevels(features.spectrumPower)
    let quietEnergy = percentile(8, of: movingMean(of: energy, width: 5)) ?? 0
    let quietUpper = percentile(8, of: movingMean(of: spectrum.upper, width: 5)) ?? 0
    prominence = zip(energy, spectrum.upper).map { max($0 - quietEnergy, $1 - quietUpper) }
    let loudEnergy = percentile(95, of: energy) ?? 0
    channels.set(.underLoudest, to: energy.map { $0 - loudEnergy })
    channels.set(.harmonicity, to: features.harmonicity)
    channels.set(.modulation, to: modulation(of: spectrum.swing))
  }
}

/// How much `swing` (dB) moves at the rate of syllables, in dB.
private func modulation(of swing: [Float]) -> [Float] {
  // The difference of a short and a long double mean passes about 2 to 10 Hz, where syllables are.
  let fast = movingMean(of: movingMean(of: swing, width: 3), width: 5)
  let slow = movingMean(of: movingMean(of: swing, width: 15), width: 15)
  let squared = zip(fast, slow).map { ($0 - $1) * ($0 - $1) }
  return movingMean(of: squared, width: 41).map { max(0, $0).squareRoot() }
}

/// `powers` in dB, nothing further than 75 dB below the loudest percent: digital silence is not a noise floor.
private func clampedLevels(_ powers: [Float]) -> [Float] {
  let levels = powers.map { BandLevels.levels(ofPowers: SIMD4(repeating: $0))[0] }
  let least = (percentile(99, of: levels) ?? 0) - 75
  return levels.map { max(least, $0) }
}
