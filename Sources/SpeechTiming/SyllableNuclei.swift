import Acoustics

/// The frames of the syllable nuclei in `speech`, in order: voiced peaks of loudness with dips between them.
///
/// After N. H. de Jong and T. Wempe, "Praat script to detect syllable nuclei and measure speech rate automatically",
/// Behavior Research Methods 41 (2009), p. 385, and its revision by de Jong, Pacilly and Heeren, Assessment in
/// Education 28 (2021), p. 456, which filters to the speech band. Here the level is a sum of compressed band powers
/// (Stevens's loudness) from 0.2 to 2.5 kHz, where vowels stand out and friction does not; the room's power is taken
/// off each band first, so that noise does not fill the dips. The threshold of peak and dip follows the take's own
/// loudness. All constants were chosen on five synthetic voices, and held out on six others.
func syllableNuclei(in features: FrameFeatures, speech: [Range<Int>]) -> [Int] {
  let loudness = vowelLoudness(of: features, speech: speech)
  let voicing = movingMean(of: features.harmonicity, width: 5)
  var isSpeech = [Bool](repeating: false, count: features.count)
  for segment in speech {
    for frame in segment { isSpeech[frame] = true }
  }
  return peaks(of: loudness, dip: leastDip).filter {
    isSpeech[$0] && loudness[$0] >= leastPeak && voicing[$0] >= leastVoicing
  }
}

/// A dip between two nuclei, and a nucleus, relative to the loudness that a tenth of the speech frames exceed.
private let leastDip: Float = 0.025
private let leastPeak: Float = 0.3
/// Harmonicity of a nucleus over 50 ms: the middles of 99 % of synthetic vowels lie above it.
private let leastVoicing: Float = 0.04
/// Bands 1 to 10, with edges at 172 and 2670 Hz: one where a band of the first three groups counts, else 0.
private let vowelBands: [SIMD4<Float>] = [[0, 1, 1, 1], [1, 1, 1, 1], [1, 1, 1, 0]]

/// Loudness of the vowel bands, smoothed over 50 ms; 1 is what a tenth of the speech frames exceed.
func vowelLoudness(of features: FrameFeatures, speech: [Range<Int>]) -> [Float] {
  // 1.5 times the room's mean power: half of it is exceeded by chance in few frames.
  let room = roomPower(of: features, speech: speech).map { 1.5 * $0 }
  var loudness = [Float](repeating: 0, count: features.count)
  for frame in loudness.indices {
    var sum = SIMD4<Float>()
    for group in vowelBands.indices {
      let power = features.bands.powers(frame, group: group) - room[group]
      let root = fourthRoots(of: power.replacing(with: 1e-20, where: power .< 1e-20))
      // To the power 5/16, near Stevens's 0.3 and by roots alone the same on every machine.
      sum += vowelBands[group] * root * fourthRoots(of: root)
    }
    loudness[frame] = sum.sum()
  }
  guard let reference = percentile(90, of: speech.flatMap { loudness[$0] }), reference > 0 else {
    return [Float](repeating: 0, count: features.count)
  }
  return movingMean(of: movingMean(of: loudness, width: 3), width: 3).map { $0 / reference }
}

/// Mean powers of the groups that hold vowel bands, outside `speech`; zeros where everything is speech.
private func roomPower(of features: FrameFeatures, speech: [Range<Int>]) -> [SIMD4<Float>] {
  var sums = [SIMD4<Double>](repeating: .zero, count: vowelBands.count)
  var frames = 0
  var end = 0
  for segment in speech + [features.count..<features.count] {
    for frame in end..<segment.lowerBound {
      for group in vowelBands.indices { sums[group] += SIMD4<Double>(features.bands.powers(frame, group: group)) }
    }
    frames += segment.lowerBound - end
    end = segment.upperBound
  }
  return sums.map { SIMD4<Float>($0 / Double(max(1, frames))) }
}

/// The places of maxima with a fall of at least `dip` on both sides, or the sequence's edge; empty where it is flat.
func peaks(of values: [Float], dip: Float) -> [Int] {
  guard let first = values.first else { return [] }
  var places: [Int] = []
  var lowest = first
  var highest = (place: 0, value: first)
  var isRising = false
  for (place, value) in values.enumerated() {
    if isRising {
      if value > highest.value { highest = (place, value) }
      if highest.value - value >= dip {
        places.append(highest.place)
        (isRising, lowest) = (false, value)
      }
    } else {
      lowest = min(lowest, value)
      if value - lowest >= dip {
        (isRising, highest) = (true, (place, value))
      }
    }
  }
  if isRising { places.append(highest.place) }
  return places
}
