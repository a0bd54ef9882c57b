import Acoustics

/// The spans of frames in which somebody speaks, in order, never touching.
///
/// Two passes over the whole take, so that the noise floor is known from both sides: a small network, trained on
/// synthetic speech, gives each frame's log-odds of speech from its surroundings; a two-state path through them is
/// found, and its boundaries are moved to the acoustic edges. Takes under 0.1 s hold no speech.
func detectSpeech(in features: FrameFeatures) -> [Range<Int>] {
  guard features.count >= 10 else { return [] }
  let cues = SpeechCues(of: features)
  let logits = DetectorNetwork.trained.logits(of: cues.channels, in: 0..<features.count)
  return tightened(speechSegments(in: cues, of: features, logits: logits), to: features.samplePower)
}

/// The spans of speech in `cues` of `features`, given the network's `logits` of their frames.
func speechSegments(in cues: SpeechCues, of features: FrameFeatures, logits: [Float]) -> [Range<Int>] {
  let path = likeliestPath(through: speechScores(of: logits), switchCost: 4)
  let opened = openingSilences(in: path, prominence: cues.prominence)
  let segments = plausibleSegments(of: opened, harmonicity: movingMean(of: features.harmonicity, width: 15))
    .filter { !isTone(cues.isTonal[$0]) }
  return snapped(segments, toEdgesOf: cues.prominence)
}

/// How much each frame looks like speech, from the network's `logits`: above zero is more likely speech than not.
///
/// Held half against the middle between the take's 10th and 90th percentile, at most 1 to either side: where the noise
/// is unlike that of the training, all of a take's log-odds lie too high or too low. The 0.5 added is the logarithm
/// of the odds that a take holds more speech than the training did. Both chosen on a public set of real noisy
/// recordings (TEN VAD test set), each time leaving out those scored.
func speechScores(of logits: [Float]) -> [Float] {
  let middle = ((percentile(10, of: logits) ?? 0) + (percentile(90, of: logits) ?? 0)) / 2
  let shift = 0.5 - 0.5 * min(1, max(-1, middle))
  return logits.map { $0 + shift }
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
/// in which nothing is voiced, by `harmonicity` over 150 ms.
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

/// Whether a span of such frames is a beep or a hum: half of them are tonal.
///
/// Speech on the public set of real noisy recordings (TEN VAD test set) fills four bands and more in each segment.
private func isTone(_ isTonal: ArraySlice<Bool>) -> Bool {
  2 * isTonal.count { $0 } >= isTonal.count
}
