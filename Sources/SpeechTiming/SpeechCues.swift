import Acoustics
import Glibc

/// What speech raises, one value a frame.
struct SpeechCues {
  /// Level over the take's quietest twelfth, of the whole speech band or of its upper part (where voiceless
  /// consonants are), whichever stands out more, in dB.
  var prominence: [Float]
  /// Harmonicity, smoothed over 150 ms.
  var harmonicity: [Float]
  /// How many of the mel bands lie within 20 dB of the frame's loudest: a pure tone fills three at most.
  var filledBands: [Float]
  /// What the network looks at.
  var channels: DetectorChannels

  /// The cues of a take of at least one frame.
  init(of features: FrameFeatures) {
    let count = features.count
    let bandCount = FrameFeatures.bandCount
    let energy = clampedLevels(features.spectrumPower)
    let quietEnergy = percentile(8, of: movingMean(of: energy, width: 5)) ?? 0
    harmonicity = movingMean(of: features.harmonicity, width: 15)
    filledBands = countOfFilledBands(features.bands)
    channels = DetectorChannels(frameCount: count)

    let levels = clampedLevels(features.bands)
    let bandWeight = 1 / Float(bandCount)
    var overLocal = [Float](repeating: 0, count: count)
    var swing = overLocal
    var upper = overLocal
    var flux = overLocal
    var meanLevel = overLocal
    var meanPower = overLocal
    var groupOverGlobal = overLocal
    var groupOverLocal = overLocal
    for band in 0..<bandCount {
      let level = (0..<count).map { levels[$0 * bandCount + band] }
      let power = level.map { expf($0 * 0.230_258_51) }
      // The minimum over 1.5 s lies below the mean of the noise: 2 dB are given back (a factor of 1.6).
      let floor = movingMean(of: movingMinimum(of: movingMean(of: power, width: 7), width: 151), width: 75)
      let smooth = movingMean(of: level, width: 5)
      let global = percentile(8, of: smooth) ?? 0
      for t in 0..<count {
        let overFloor = level[t] - 10 * log10f(1.6 * floor[t])
        overLocal[t] += max(0, overFloor - 3) * bandWeight
        swing[t] += max(0, level[t] - global - 3) * bandWeight
        meanLevel[t] += level[t] * bandWeight
        meanPower[t] += power[t] * bandWeight
        flux[t] += abs(smooth[t] - smooth[max(0, t - 1)]) * bandWeight
        groupOverGlobal[t] += min(40, max(-5, level[t] - global))
        groupOverLocal[t] += min(40, max(-5, overFloor))
      }
      if band >= firstUpperBand {
        for t in 0..<count { upper[t] += level[t] / Float(bandCount - firstUpperBand) }
      }
      if band % DetectorChannels.bandsInGroup == DetectorChannels.bandsInGroup - 1 {
        channels.setGroup(
          band / DetectorChannels.bandsInGroup, overGlobalFloor: groupOverGlobal, overLocalFloor: groupOverLocal)
        for t in 0..<count { (groupOverGlobal[t], groupOverLocal[t]) = (0, 0) }
      }
    }
    let quietUpper = percentile(8, of: movingMean(of: upper, width: 5)) ?? 0
    prominence = zip(energy, upper).map { max($0 - quietEnergy, $1 - quietUpper) }
    for t in 0..<count { swing[t] = min(30, swing[t]) }
    // The difference of a short and a long double mean passes about 2 to 10 Hz, where syllables are.
    let fast = movingMean(of: movingMean(of: swing, width: 3), width: 5)
    let slow = movingMean(of: movingMean(of: swing, width: 15), width: 15)
    let squared = zip(fast, slow).map { ($0 - $1) * ($0 - $1) }
    let modulation = movingMean(of: squared, width: 41).map { max(0, $0).squareRoot() }

    let loudEnergy = percentile(95, of: energy) ?? 0
    channels.set(.underLoudest, to: energy.map { $0 - loudEnergy })
    channels.set(.overFloor, to: overLocal)
    channels.set(.harmonicity, to: features.harmonicity)
    channels.set(.flatness, to: zip(meanLevel, meanPower).map { $0 - 10 * log10f($1) })
    channels.set(.flux, to: flux)
    channels.set(.modulation, to: modulation)
  }
}

/// The first mel band above 2.3 kHz.
private let firstUpperBand = 12

/// For each row of `bandPowers` how many are within 20 dB of the largest.
private func countOfFilledBands(_ bandPowers: [Float]) -> [Float] {
  bandPowers.withUnsafeBufferPointer { powers in
    stride(from: 0, to: powers.count, by: FrameFeatures.bandCount).map { start in
      let row = UnsafeBufferPointer(rebasing: powers[start..<start + FrameFeatures.bandCount])
      let least = 0.01 * row.reduce(0) { max($0, $1) }
      return row.reduce(0) { $0 + ($1 >= least ? 1 : 0) }
    }
  }
}

/// `powers` in dB, nothing further than 75 dB below the loudest percent: digital silence is not a noise floor.
private func clampedLevels(_ powers: [Float]) -> [Float] {
  let levels = powers.map { 10 * log10f($0) }
  let least = (percentile(99, of: levels) ?? 0) - 75
  return levels.map { max(least, $0) }
}
