import BuiltSignals
import Glibc
package import SpeechTiming

/// How many of the hesitations put into a recording are guessed, and how many guesses are of nothing.
package struct HesitationScore: Sendable, Equatable {
  package var found = 0
  package var put = 0
  package var falseAlarms = 0
  /// Speech time in which false alarms may be, in minutes.
  package var minutes = 0.0

  /// The score of no recording.
  package init() {}

  /// The score of guesses at the hesitations `put`, all in a recording in which `speech` was found.
  ///
  /// A hesitation is found where a guess overlaps it by half of the shorter; a guess that touches none is false.
  package init(guesses: [Interval], put: [Interval], speech: [Interval]) {
    func overlap(_ a: Interval, _ b: Interval) -> Double { min(a.end, b.end) - max(a.start, b.start) }
    self.put = put.count
    found = put.count { uh in guesses.contains { overlap($0, uh) >= 0.5 * min($0.duration, uh.duration) } }
    falseAlarms = guesses.count { guess in !put.contains { overlap($0, guess) > 0 } }
    minutes = (speech.reduce(0) { $0 + $1.duration } - put.reduce(0) { $0 + $1.duration }) / 60
  }

  /// Adds the score of further recordings.
  package mutating func add(_ other: HesitationScore) {
    found += other.found
    put += other.put
    falseAlarms += other.falseAlarms
    minutes += other.minutes
  }
}

/// `samples` with an "uh" (or "um") of `seconds` after each segment of `speech`, and where these are.
///
/// In turns 200 ms after the speech and right at its end; 200 ms follow. Pitches are those of `pitch` less up to 3
/// semitones, levels those of the speech less up to 8 dB.
package func withHesitations(
  _ samples: [Float], speech: [Interval], sampleRate: Int, pitch: Double, seconds: Double, isNasal: Bool
) -> (samples: [Float], hesitations: [Interval]) {
  let gap = [Float](repeating: 0, count: sampleRate / 5)
  var result: [Float] = []
  var hesitations: [Interval] = []
  var copied = 0
  for (index, segment) in speech.enumerated() {
    let start = max(copied, Int(segment.start * Double(sampleRate)))
    let end = min(samples.count, Int(segment.end * Double(sampleRate)))
    guard start < end else { continue }
    let power = samples[start..<end].reduce(0.0) { $0 + Double($1) * Double($1) } / Double(end - start)
    // Steps that do not fall together with one another, so that all combinations occur.
    let lower = Double(index % 4) * -1.0
    let quieter = Double(index % 5) * -2.0
    result += samples[copied..<end]
    copied = end
    if index % 2 == 0 { result += gap }
    let from = Double(result.count) / Double(sampleRate)
    result += hesitation(
      seconds: seconds, pitch: pitch * exp2(lower / 12), rms: (power * pow(10, quieter / 10)).squareRoot(),
      isNasal: isNasal, sampleRate: sampleRate, seed: UInt64(index))
    hesitations.append(Interval(start: from, end: Double(result.count) / Double(sampleRate)))
    result += gap
  }
  return (result + samples[copied...], hesitations)
}
