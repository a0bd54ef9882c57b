import Acoustics
import Glibc

/// The spans of frames in which somebody speaks, in order, never touching.
///
/// Two passes over the whole take, so that the noise floor is known from both sides: cues that speech raises are
/// weighed into one score a frame, a two-state path through the scores is found, and its boundaries are moved to the
/// acoustic edges. Weights and thresholds are round numbers, chosen by cross-validation over clips of real, mostly
/// noisy speech and by synthetic takes with known silences; nothing is trained. Takes under 0.1 s hold no speech.
func detectSpeech(in features: FrameFeatures) -> [Range<Int>] {
  guard features.count >= 10 else { return [] }
  let cues = SpeechCues(of: features)
  let scores = speechScores(of: cues)
  let path = likeliestPath(through: scores, switchCost: 4)
  let opened = openingSilences(in: path, prominence: cues.prominence)
  let segments = plausibleSegments(of: opened, harmonicity: cues.harmonicity)
  return snapped(segments, toEdgesOf: cues.prominence)
}

/// What speech raises, one value a frame.
struct SpeechCues {
  /// Level over the take's quietest twelfth, of the whole speech band or of its upper part (where voiceless
  /// consonants are), whichever stands out more, in dB.
  var prominence: [Float]
  /// Smoothed energy over the take's quietest twelfth, in dB.
  var rise: [Float]
  /// Energy over the local noise floor, mean over the bands, in dB.
  var overFloor: [Float]
  /// Swing of the energy at the rate of syllables, 2 to 10 Hz, in dB.
  var modulation: [Float]
  /// Harmonicity, smoothed over 150 ms.
  var harmonicity: [Float]

  /// The cues of a take of at least one frame.
  init(of features: FrameFeatures) {
    let count = features.count
    let bandCount = FrameFeatures.bandCount
    let energy = clampedLevels(features.spectrumPower)
    let smoothEnergy = movingMean(of: energy, width: 5)
    let quietEnergy = percentile(8, of: smoothEnergy) ?? 0
    rise = smoothEnergy.map { $0 - quietEnergy }
    harmonicity = movingMean(of: features.harmonicity, width: 15)

    let levels = clampedLevels(features.bands)
    var overLocal = [Float](repeating: 0, count: count)
    var overGlobal = [Float](repeating: 0, count: count)
    var upper = [Float](repeating: 0, count: count)
    for band in 0..<bandCount {
      let level = (0..<count).map { levels[$0 * bandCount + band] }
      let power = level.map { expf($0 * 0.230_258_51) }
      // The minimum over 1.5 s lies below the mean of the noise: 2 dB are given back (a factor of 1.6).
      let floor = movingMean(of: movingMinimum(of: movingMean(of: power, width: 7), width: 151), width: 75)
      let global = percentile(8, of: movingMean(of: level, width: 5)) ?? 0
      for t in 0..<count {
        overLocal[t] += max(0, level[t] - 10 * log10f(1.6 * floor[t]) - 3)
        overGlobal[t] += max(0, level[t] - global - 3)
        if band >= firstUpperBand { upper[t] += level[t] / Float(bandCount - firstUpperBand) }
      }
    }
    let quietUpper = percentile(8, of: movingMean(of: upper, width: 5)) ?? 0
    prominence = zip(energy, upper).map { max($0 - quietEnergy, $1 - quietUpper) }
    overFloor = movingMean(of: overLocal.map { $0 / Float(bandCount) }, width: 5)
    let swing = overGlobal.map { min(30, $0 / Float(bandCount)) }
    // The difference of a short and a long double mean passes about 2 to 10 Hz, where syllables are.
    let fast = movingMean(of: movingMean(of: swing, width: 3), width: 5)
    let slow = movingMean(of: movingMean(of: swing, width: 15), width: 15)
    let squared = zip(fast, slow).map { ($0 - $1) * ($0 - $1) }
    modulation = movingMean(of: squared, width: 41).map { max(0, $0).squareRoot() }
  }
}

/// The first mel band above 2.3 kHz.
private let firstUpperBand = 12

/// `powers` in dB, nothing further than 75 dB below the loudest percent: digital silence is not a noise floor.
private func clampedLevels(_ powers: [Float]) -> [Float] {
  let levels = powers.map { 10 * log10f($0) }
  let least = (percentile(99, of: levels) ?? 0) - 75
  return levels.map { max(least, $0) }
}

/// How much each frame looks like speech: above zero is more likely speech than not.
///
/// Each cue is held against its own level in the frames that stand out of the local noise, with limits below which a
/// take has no speech to set a level by.
func speechScores(of cues: SpeechCues) -> [Float] {
  let standsOut = cues.overFloor.map { $0 >= 1.5 }
  func level(_ cue: [Float]) -> Float {
    percentile(85, of: zip(cue, standsOut).filter(\.1).map(\.0)) ?? 0
  }
  let overFloorLevel = max(4, level(cues.overFloor))
  let riseLevel = min(40, max(10, level(cues.rise)))
  let modulationLevel = max(1.5, level(cues.modulation))
  return cues.overFloor.indices.map { t in
    let overFloor = 2.5 * min(1.5, cues.overFloor[t] / overFloorLevel)
    let rise = 3 * min(1.5, cues.rise[t] / riseLevel)
    let modulation = 3 * min(1.5, cues.modulation[t] / modulationLevel)
    return overFloor + rise + modulation + 20 * min(0.15, cues.harmonicity[t]) - 3.7
  }
}

/// Whether each frame is speech on the path that gathers the most score, at `switchCost` a change.
///
/// Source: G. D. Forney, "The Viterbi algorithm", Proc. IEEE 61 (1973), p. 268, with two states.
func likeliestPath(through scores: [Float], switchCost: Float) -> [Bool] {
  var silence: Float = 0
  var speech: Float = 0
  var cameFromSpeech: [(toSilence: Bool, toSpeech: Bool)] = []
  cameFromSpeech.reserveCapacity(scores.count)
  for score in scores {
    let toSilence = speech - switchCost > silence
    let toSpeech = !(silence - switchCost > speech)
    cameFromSpeech.append((toSilence, toSpeech))
    (silence, speech) = (
      toSilence ? speech - switchCost : silence, (toSpeech ? speech : silence - switchCost) + score
    )
  }
  var isSpeech = speech > silence
  var path = [Bool](repeating: false, count: scores.count)
  for t in scores.indices.reversed() {
    path[t] = isSpeech
    isSpeech = isSpeech ? cameFromSpeech[t].toSpeech : cameFromSpeech[t].toSilence
  }
  return path
}

/// `path` without the silences inside its speech: where the level stays near that of the room for 120 ms.
///
/// The cues are smoothed over up to 400 ms and blur a short pause between loud syllables; where speech stands well
/// above the room its level alone tells.
func openingSilences(in path: [Bool], prominence: [Float]) -> [Bool] {
  let smooth = movingMean(of: prominence, width: 3)
  let spoken = zip(smooth, path).filter(\.1).map(\.0)
  guard let speechLevel = percentile(75, of: spoken) else { return path }
  let nearRoom = min(8, 0.2 * speechLevel)
  var opened = path
  var runStart = 0
  for t in 0...path.count {
    if t < path.count, smooth[t] < nearRoom { continue }
    if t - runStart >= 12 {
      for silent in runStart..<t { opened[silent] = false }
    }
    runStart = t + 1
  }
  return opened
}

/// The spans of `path` that can be speech: gaps under 100 ms filled, spans under 80 ms dropped, and so are those
/// in which nothing is voiced.
func plausibleSegments(of path: [Bool], harmonicity: [Float]) -> [Range<Int>] {
  var segments: [Range<Int>] = []
  for (t, isSpeech) in path.enumerated() where isSpeech {
    if let last = segments.last, t - last.upperBound < 10 {
      segments[segments.count - 1] = last.lowerBound..<t + 1
    } else {
      segments.append(t..<t + 1)
    }
  }
  let voiced = segments.filter { $0.count >= 8 }.map { segment in
    (segment, voicing: harmonicity[segment].max() ?? 0)
  }
  // A take in which nothing is voiced holds clicks, breath or hum, but no speech.
  guard voiced.contains(where: { $0.voicing >= 0.07 }) else { return [] }
  return voiced.filter { $0.voicing >= 0.055 || $0.0.count >= 60 }.map(\.0)
}
