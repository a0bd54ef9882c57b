import Acoustics
import Glibc

/// The spans of frames in `span` that sound like "uh": a vowel of 300 ms or more, level in pitch and steady in colour.
///
/// M. Goto, K. Itou and S. Hayamizu, "A real-time filled pause detection system for spontaneous speech recognition",
/// Eurospeech 1999, p. 227: small movements of pitch and of the spectral envelope mark a filled pause. `pitch` holds
/// the track of the span, in Hz. The thresholds (0.4 semitones and 2 dB in 100 ms) are our own and find none in read
/// speech: precision comes before recall, since a word drawn out sounds the same.
func filledPauses(in features: FrameFeatures, span: Range<Int>, pitch: [Float]) -> [Range<Int>] {
  let reach = 5
  guard span.count >= leastLength else { return [] }
  let semitones = pitch.map { $0 > 0 ? 12 * log2f($0) : 0 }
  var found: [Range<Int>] = []
  var runStart: Int?
  for t in reach...span.count - reach {
    if t < span.count - reach, isSteady(at: t) {
      runStart = runStart ?? t
      continue
    }
    // Each steady frame speaks for 50 ms on both sides.
    if let start = runStart, case let run = start - reach..<t + reach, run.count >= leastLength, drift(over: run) <= 1.5
    {
      found.append(span.lowerBound + run.lowerBound..<span.lowerBound + run.upperBound)
    }
    runStart = nil
  }
  return found

  /// Whether pitch and colour at both ends of the 100 ms around `t` are the same, nearly.
  func isSteady(at t: Int) -> Bool {
    guard (t - reach...t + reach).allSatisfy({ pitch[$0] > 0 }),
      abs(semitones[t + reach] - semitones[t - reach]) <= 0.4
    else { return false }
    return colourChange(from: span.lowerBound + t - reach, to: span.lowerBound + t + reach) <= 2
  }

  func drift(over run: Range<Int>) -> Float {
    (semitones[run].max() ?? 0) - (semitones[run].min() ?? 0)
  }

  /// Mean change of the levels of the bands under 2.7 kHz, in dB, each a mean over 50 ms.
  func colourChange(from: Int, to: Int) -> Float {
    var sum: Float = 0
    for band in 1...10 { sum += abs(10 * log10f(power(band, around: to) / power(band, around: from))) }
    return sum / 10
  }

  func power(_ band: Int, around frame: Int) -> Float {
    var sum: Float = 1e-12
    for t in max(0, frame - 2)...min(features.count - 1, frame + 2) {
      sum += features.bands.power(t, band: band)
    }
    return sum
  }
}

/// 300 ms, in frames, of the steady part: a vowel that is steady so long lasts 400 ms or more with its edges.
private let leastLength = 30
