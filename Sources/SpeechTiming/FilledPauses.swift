import Glibc

/// The spans of frames in `span` that sound like "uh": a central vowel of 230 ms or more, level in pitch and steady in
/// colour and loudness.
///
/// M. Goto, K. Itou and S. Hayamizu, "A real-time filled pause detection system for spontaneous speech recognition",
/// Eurospeech 1999, p. 227: small movements of pitch and of the spectral envelope mark a filled pause. The vowel is a
/// central one, in German near [ɐ]: M. Belz, "Acoustic vowel quality of filler particles in German", Laughter and Other
/// Non-Verbal Vocalisations Workshop, Bielefeld 2020. The thresholds are our own; `make evaluate` tells what they find.
/// Precision comes before recall, since a word drawn out sounds the same. `pitch` holds the track of the span, in Hz.
func filledPauses(in features: FrameFeatures, span: Range<Int>, pitch: [Float]) -> [Range<Int>] {
  var found: [Range<Int>] = []
  for level in runs(of: levelFrames(of: pitch)) where level.count + 2 * reach >= leastLength {
    // Each frame speaks for the 100 ms on both sides.
    let start = span.lowerBound + level.lowerBound - reach
    let colours = (start..<start + level.count + 2 * reach).map { VowelColour(around: $0, in: features) }
    let isVowel = zip(colours[reach...], VowelColour.areSteady(colours, reach: reach)).map { $0.isCentral && $1 }
    for vowel in runs(of: isVowel) {
      let pause = start + vowel.lowerBound..<start + vowel.upperBound + 2 * reach
      guard pause.count >= leastLength else { continue }
      if let last = found.last, pause.lowerBound <= last.upperBound {
        found[found.count - 1] = last.lowerBound..<pause.upperBound
      } else {
        found.append(pause)
      }
    }
  }
  return found
}

/// Frames on each side over which a frame's steadiness is judged: 210 ms in all.
private let reach = 10
private let width = 2 * reach + 1
private let leastLength = Int((Voice.leastFilledPause * 100).rounded())

/// For each frame of `pitch` (Hz) whether all around it is voiced and moves along a line, or nearly: by 8 semitones a
/// second at most, and at a distance of 0.3 (root mean square) from the line.
private func levelFrames(of pitch: [Float]) -> [Bool] {
  let semitones = pitch.map { $0 > 0 ? 12 * log2f($0) : 0 }
  let offsets = (-reach...reach).map { Float($0) }
  let sumOfSquares = offsets.reduce(0) { $0 + $1 * $1 }
  var isLevel = [Bool](repeating: false, count: pitch.count)
  var voiced = 0
  for end in pitch.indices {
    voiced = pitch[end] > 0 ? voiced + 1 : 0
    guard voiced >= width else { continue }
    let around = semitones[end - width + 1...end]
    let mean = around.reduce(0, +) / Float(width)
    var (slope, power): (Float, Float) = (0, 0)
    for (offset, semitone) in zip(offsets, around) {
      slope += offset * (semitone - mean) / sumOfSquares
      power += (semitone - mean) * (semitone - mean)
    }
    let rest = (power - slope * slope * sumOfSquares) / Float(width)
    isLevel[end - reach] = abs(slope) <= 0.08 && rest <= 0.3 * 0.3
  }
  return isLevel
}

/// The ranges in which `values` is true, in order.
private func runs(of values: [Bool]) -> [Range<Int>] {
  var runs: [Range<Int>] = []
  for (place, value) in values.enumerated() where value {
    if let last = runs.last, last.upperBound == place {
      runs[runs.count - 1] = last.lowerBound..<place + 1
    } else {
      runs.append(place..<place + 1)
    }
  }
  return runs
}
