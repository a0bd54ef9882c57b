import Acoustics
import Glibc

/// Measures the voice in `speech`, whose syllable nuclei are the frames `nuclei`; `nil` without speech.
func measureVoice(in features: FrameFeatures, speech: [Range<Int>], nuclei: [Int]) -> Voice? {
  guard !speech.isEmpty else { return nil }
  var semitones: [Float] = []
  var filled: [Interval] = []
  let audible = leastAudiblePower(of: features.samplePower, in: speech)
  for span in speech {
    let pitch = audiblePitch(in: features, span: span, from: audible)
    for frequency in pitch where frequency > 0 { semitones.append(12 * log2f(frequency)) }
    filled += filledPauses(in: features, span: span, pitch: pitch).map {
      Interval(start: Double($0.lowerBound) / 100, end: Double($0.upperBound) / 100)
    }
  }
  let frames = speech.reduce(0) { $0 + $1.count }
  let levels = levels(of: features.samplePower, around: nuclei)
  let answer = (speech.first?.lowerBound ?? 0)..<(speech.last?.upperBound ?? 0)
  var voice = Voice(
    voicedShare: roundedToHundredths(Double(semitones.count) / Double(frames)), levelSpread: spread(of: levels),
    levelFall: fall(of: levels, at: nuclei, in: answer), filledPauses: filled, pitchRange: features.pitch.range)
  if semitones.count >= Voice.leastVoiced, let median = percentile(50, of: semitones),
    let low = percentile(10, of: semitones), let high = percentile(90, of: semitones)
  {
    voice.pitchMedian = (Double(exp2f(median / 12)) * 10).rounded() / 10
    voice.pitchSpread = roundedToHundredths(Double(high - low) / 2.563)
  }
  return voice
}

/// The pitch of each frame of `span` in Hz, 0 where it is not voiced or has less power than `audible`.
func audiblePitch(in features: FrameFeatures, span: Range<Int>, from audible: Float) -> [Float] {
  zip(span, pitchTrack(of: features.pitch, in: span)).map { features.samplePower[$0] >= audible ? $1 : 0 }
}

/// 30 dB under the power that a twentieth of the speech frames exceed; below, what is periodic is no more the voice
/// but its reverberation.
///
/// Praat's silence threshold of 0.03, an amplitude, says the same (P. Boersma, IFA Proceedings 17 (1993), p. 102).
func leastAudiblePower(of powers: [Float], in speech: [Range<Int>]) -> Float {
  0.001 * (percentile(95, of: speech.flatMap { powers[$0] }) ?? 0)
}

/// The level over 50 ms around each of `frames`, in dBFS.
private func levels(of powers: [Float], around frames: [Int]) -> [Double] {
  frames.map { frame in
    let around = powers[max(0, frame - 2)...min(powers.count - 1, frame + 2)]
    return decibels(ofPower: around.reduce(0.0) { $0 + Double($1) } / Double(around.count))
  }
}

/// Standard deviation of `levels`; `nil` for fewer than two.
private func spread(of levels: [Double]) -> Double? {
  guard levels.count >= 2 else { return nil }
  let mean = levels.reduce(0, +) / Double(levels.count)
  let squares = levels.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
  return roundedToHundredths((squares / Double(levels.count - 1)).squareRoot())
}

/// How far the median of the `levels` at frames in the last quarter of `answer` lies below that of the others.
private func fall(of levels: [Double], at frames: [Int], in answer: Range<Int>) -> Double? {
  let quarter = answer.upperBound - answer.count / 4
  let before = zip(frames, levels).filter { $0.0 < quarter }.map { Float($0.1) }
  let last = zip(frames, levels).filter { $0.0 >= quarter }.map { Float($0.1) }
  guard min(before.count, last.count) >= Voice.leastNuclei, let usual = percentile(50, of: before),
    let end = percentile(50, of: last)
  else { return nil }
  return roundedToHundredths(Double(usual - end))
}
