import Acoustics
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
    let frames = span.lowerBound + level.lowerBound..<span.lowerBound + level.upperBound
    for steady in runs(of: steadyCentralFrames(frames, of: features)) {
      // Each steady frame speaks for the 100 ms on both sides.
      let pause = frames.lowerBound + steady.lowerBound - reach..<frames.lowerBound + steady.upperBound + reach
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

/// For each of `frames`, which have `reach` others on both sides, whether the sound around it keeps its colour and its
/// level and is that of a central vowel.
///
/// The colour is the level of each of the bands from 0.2 to 2.2 kHz over their mean, those 30 dB below the loudest
/// counted as no quieter. Kept: standard deviations of 1 dB at most, on average over the bands, and of 2.5 dB for their
/// mean level. Central: one of the bands from 1.0 to 2.0 kHz, where the second formant of a central vowel lies, is
/// within 25 dB of the loudest; close, back and nasal sounds fall by 30 to 50.
private func steadyCentralFrames(_ frames: Range<Int>, of features: FrameFeatures) -> [Bool] {
  let bands = 1...10
  let central = 6...8
  let around = frames.lowerBound - reach..<frames.upperBound + reach
  var colours = [[Float]](repeating: [], count: bands.count)
  var means: [Float] = []
  var isCentral: [Bool] = []
  var levels = [Float](repeating: 0, count: bands.count)
  for frame in around {
    for band in levels.indices {
      levels[band] = 10 * log10f(power(of: band + bands.lowerBound, around: frame, in: features))
    }
    let loudest = levels.reduce(-.infinity) { max($0, $1) }
    for band in levels.indices { levels[band] = max(levels[band], loudest - 30) }
    let mean = levels.reduce(0, +) / Float(levels.count)
    for band in levels.indices { colours[band].append(levels[band] - mean) }
    means.append(mean)
    isCentral.append(central.contains { levels[$0] >= loudest - 25 })
  }
  var sums = [Float](repeating: 0, count: frames.count)
  for colour in colours {
    for (t, deviation) in deviations(of: colour).enumerated() { sums[t] += deviation }
  }
  let isSteady = zip(sums, deviations(of: means)).map { $0 <= Float(bands.count) && $1 <= 2.5 }
  return zip(isSteady, isCentral[reach...]).map { $0 && $1 }
}

/// The standard deviation of `values` over `reach` on both sides, for all but the first and the last `reach`.
private func deviations(of values: [Float]) -> [Float] {
  let means = movingMean(of: values, width: width)
  let squares = movingMean(of: values.map { $0 * $0 }, width: width)
  return (reach..<values.count - reach).map { max(0, squares[$0] - means[$0] * means[$0]).squareRoot() }
}

/// Power of `band` over 50 ms around `frame`.
private func power(of band: Int, around frame: Int, in features: FrameFeatures) -> Float {
  var sum: Float = 1e-12
  for t in max(0, frame - 2)...min(features.count - 1, frame + 2) {
    sum += features.bands.power(t, band: band)
  }
  return sum
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
