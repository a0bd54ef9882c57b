import Acoustics
import Glibc

/// Measures the voice in `speech`, whose syllable nuclei are the frames `nuclei`; `nil` without speech.
func measureVoice(in features: FrameFeatures, speech: [Range<Int>], nuclei: [Int]) -> Voice? {
  guard !speech.isEmpty else { return nil }
  var semitones: [Float] = []
  var filled: [Interval] = []
  let audible = leastAudiblePower(of: features.samplePower, in: speech)
  for span in speech {
    let track = pitchTrack(of: features.pitch, in: span)
    let pitch = zip(span, track).map { features.samplePower[$0] >= audible ? $1 : 0 }
    for frequency in pitch where frequency > 0 { semitones.append(12 * log2f(frequency)) }
    filled += filledPauses(in: features, span: span, pitch: pitch).map {
      Interval(start: Double($0.lowerBound) / 100, end: Double($0.upperBound) / 100)
    }
  }
  let frames = speech.reduce(0) { $0 + $1.count }
  var voice = Voice(
    voicedShare: roundedToHundredths(Double(semitones.count) / Double(frames)),
    levelSpread: levelSpread(of: features.samplePower, at: nuclei), filledPauses: filled,
    pitchRange: features.pitch.range)
  if semitones.count >= Voice.leastVoiced, let median = percentile(50, of: semitones),
    let low = percentile(10, of: semitones), let high = percentile(90, of: semitones)
  {
    voice.pitchMedian = (Double(exp2f(median / 12)) * 10).rounded() / 10
    voice.pitchSpread = roundedToHundredths(Double(high - low) / 2.563)
  }
  return voice
}

/// 30 dB under the power that a twentieth of the speech frames exceed; below, what is periodic is no more the voice
/// but its reverberation.
///
/// Praat's silence threshold of 0.03, an amplitude, says the same (P. Boersma, IFA Proceedings 17 (1993), p. 102).
private func leastAudiblePower(of powers: [Float], in speech: [Range<Int>]) -> Float {
  0.001 * (percentile(95, of: speech.flatMap { powers[$0] }) ?? 0)
}

/// Standard deviation of the level over 50 ms around each of `frames`, in dB; `nil` for fewer than two.
private func levelSpread(of powers: [Float], at frames: [Int]) -> Double? {
  guard frames.count >= 2 else { return nil }
  let levels = frames.map { frame -> Double in
    let around = powers[max(0, frame - 2)...min(powers.count - 1, frame + 2)]
    return decibels(ofPower: around.reduce(0.0) { $0 + Double($1) } / Double(around.count))
  }
  let mean = levels.reduce(0, +) / Double(levels.count)
  let squares = levels.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
  return roundedToHundredths((squares / Double(levels.count - 1)).squareRoot())
}
