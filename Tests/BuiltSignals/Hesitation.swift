import Acoustics
import Glibc

/// An "uh" such as a voice of `pitch` Hz says it, or an "um" whose second half is nasal, at `rms` on average.
///
/// Glottal pulses through the formants of a central vowel. No two seeds give the same one: pulses jitter by 1 % and
/// differ by 5 % in height, the pitch drifts by -5 to 1 semitones a second and flutters by 0.2, formants lie anywhere
/// within those of central vowels and drift by up to 6 %, breath is 20 dB below, and the sound fades by up to 6 dB. It
/// sets in within 30 ms and dies away within 60. The ranges are our own, wider than those of a trained voice.
package func hesitation(
  seconds: Double, pitch: Double, rms: Double, isNasal: Bool = false, sampleRate: Int = 16_000, seed: UInt64
) -> [Float] {
  var generator = SeededGenerator(seed: seed)
  func random(_ range: ClosedRange<Double>) -> Double { Double.random(in: range, using: &generator) }
  let count = Int((seconds * Double(sampleRate)).rounded())
  let drift = random(-5...1)
  let flutter = [3.1, 5.3, 7.9].map { (rate: $0, phase: random(0...6.28)) }
  var excitation = (0..<count).map { _ in random(-0.03...0.03) }
  var place = random(0...1) * Double(sampleRate) / pitch
  while place < Double(count) {
    let time = place / Double(sampleRate)
    let fluttered = flutter.reduce(0) { $0 + 0.1 * sin(2 * Double.pi * $1.rate * time + $1.phase) }
    excitation[Int(place)] += random(0.92...1.08)
    let frequency = pitch * exp2((drift * (time - seconds / 2) + fluttered) / 12)
    place += Double(sampleRate) / frequency * random(0.983...1.017)
  }
  // A slope of 12 dB an octave above 120 Hz less the 6 of the lips: one more pole than the formants have.
  let source = resonance(of: excitation, frequency: 0, bandwidth: 240, sampleRate: sampleRate)
  func vowel(_ formants: [(frequency: Double, bandwidth: Double)]) -> [Double] {
    formants.reduce(source) {
      resonance(of: $0, frequency: $1.frequency, bandwidth: $1.bandwidth, sampleRate: sampleRate)
    }
  }
  let first = [(random(480...680), 80.0), (random(1150...1500), 100), (random(2350...2750), 140), (3500, 200)]
  let last = first.map { ($0.0 * random(0.94...1.06), $0.1) }
  let (opening, closing) = (vowel(first), vowel(last))
  let murmur = vowel([(260, 70), (1050, 250), (2200, 300), (3300, 400)]).map { $0 * 0.35 }
  let fade = random(0...6)
  var sound = (0..<count).map { i -> Double in
    let time = Double(i) / Double(sampleRate)
    let share = time / seconds
    let nasal = isNasal ? min(1, max(0, (time - seconds / 2) / 0.05)) : 0
    let oral = (1 - share) * opening[i] + share * closing[i]
    let edges = min(1, time / 0.03) * min(1, (seconds - time) / 0.06)
    return edges * pow(10, -fade * share / 20) * ((1 - nasal) * oral + nasal * murmur[i])
  }
  let power = sound.reduce(0) { $0 + $1 * $1 } / Double(max(1, count))
  for i in sound.indices where power > 0 { sound[i] *= rms / power.squareRoot() }
  return sound.map { Float($0) }
}
