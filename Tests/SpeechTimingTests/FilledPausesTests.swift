import BuiltSignals
import Glibc
import SpeechTiming
import Testing

@Suite struct FilledPausesTests {
  /// Pieces of speech with the `sounds` between them, 0.3 s of silence on either side, and where the sounds are.
  private func take(of sounds: [[Float]]) -> (samples: [Float], places: [Interval]) {
    let speech = speechLike(seconds: 1.2, rms: 0.1, sampleRate: 16_000)
    let silence = [Float](repeating: 0, count: 4_800)
    var samples = silence + speech
    var places: [Interval] = []
    for sound in sounds {
      samples += silence
      let start = Double(samples.count) / 16_000
      samples += sound
      places.append(Interval(start: start, end: Double(samples.count) / 16_000))
      samples += silence + speech
    }
    let room = whiteNoise(count: samples.count, rms: 0.0005, seed: 3)
    return (zip(samples, room).map { $0 + $1 }, places)
  }

  private func guesses(in samples: [Float]) -> [Interval] {
    timing(of: samples, sampleRate: 16_000).voice?.filledPauses ?? []
  }

  private func hesitations(seconds: Double, isNasal: Bool = false) -> [[Float]] {
    (0..<8).map { seed in
      hesitation(
        seconds: seconds, pitch: [95, 120, 170, 220][seed % 4], rms: 0.07, isNasal: isNasal, seed: UInt64(seed))
    }
  }

  @Test(arguments: [(0.35, 6), (0.5, 7), (0.8, 7)])
  func `most of eight built hesitations are found, each in its place`(seconds: Double, least: Int) {
    let (samples, places) = take(of: hesitations(seconds: seconds))
    let guesses = guesses(in: samples)
    #expect(guesses.count >= least)
    for guess in guesses {
      #expect(places.contains { guess.start > $0.start - 0.04 && guess.end < $0.end + 0.04 }, "\(guess)")
    }
  }

  @Test func `an um is found by its vowel`() {
    let (samples, places) = take(of: hesitations(seconds: 0.6, isNasal: true))
    let guesses = guesses(in: samples)
    #expect(guesses.count >= 6)
    #expect(guesses.allSatisfy { guess in places.contains { guess.start > $0.start - 0.04 && guess.end < $0.end } })
  }

  @Test func `what is shorter than the shortest is never guessed`() {
    #expect(guesses(in: take(of: hesitations(seconds: 0.2)).samples).isEmpty)
  }

  @Test func `a vowel whose pitch falls by an octave a second is none`() {
    let falling = harmonics(1...20, slope: 6, seconds: 0.5) { 180 * exp2(-$0) }
    let level = harmonics(1...20, slope: 6, seconds: 0.5) { _ in 130 }
    #expect(guesses(in: take(of: [falling, falling]).samples).isEmpty)
    #expect(guesses(in: take(of: [level, level]).samples).count == 2)
  }

  @Test func `a vowel whose colour moves is none`() {
    // Above the fourth harmonic it rises by 40 dB in half a second, as from "oo" to "ee".
    let low = harmonics(1...4, slope: 3, seconds: 0.5) { _ in 130 }
    let high = harmonics(5...20, slope: 3, seconds: 0.5) { _ in 130 }
    let moving = zip(low, high).enumerated().map { i, pair in
      pair.0 + pair.1 * powf(10, Float(i) / 8_000 * 2 - 2)
    }
    #expect(guesses(in: take(of: [moving, moving]).samples).isEmpty)
  }

  @Test func `a hum is none, level as it is`() {
    let hum = harmonics(1...3, slope: 6, seconds: 0.5) { _ in 130 }
    #expect(guesses(in: take(of: [hum, hum]).samples).isEmpty)
  }

  @Test func `speech has none`() {
    #expect(guesses(in: builtTake([.silence(1), .speech(4), .silence(0.5), .speech(2), .silence(1)])).isEmpty)
  }
}
