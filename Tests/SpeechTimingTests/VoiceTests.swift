import BuiltSignals
import Foundation
import SpeechTiming
import Testing

@Suite struct VoiceTests {
  /// A vowel-like buzz, swelling as syllables do, whose pitch moves by 5 % either way.
  private func builtVoice(pitch: Double, noise: Double = 0.0005) -> Voice? {
    let silence = [Float](repeating: 0, count: 16_000)
    let speech = speechLike(seconds: 4, rms: 0.1, sampleRate: 16_000, pitch: pitch)
    let take = silence + speech + silence
    let room = whiteNoise(count: take.count, rms: noise, seed: 7)
    return timing(of: zip(take, room).map { $0 + $1 }, sampleRate: 16_000).voice
  }

  @Test(arguments: [90.0, 120, 180, 240, 330])
  func `the median is the pitch that was built`(pitch: Double) throws {
    let median = try #require(builtVoice(pitch: pitch)?.pitchMedian)
    // The built pitch moves about its centre, 2.8 cycles in 4 s: the median lies a little beside it.
    #expect(abs(median / pitch - 1) < 0.02, "\(median)")
  }

  @Test(arguments: [90.0, 180, 330])
  func `noise 10 dB below the speech moves the median by one percent at most`(pitch: Double) throws {
    let clean = try #require(builtVoice(pitch: pitch)?.pitchMedian)
    let noisy = try #require(builtVoice(pitch: pitch, noise: 0.03)?.pitchMedian)
    #expect(abs(noisy / clean - 1) < 0.01, "\(noisy) against \(clean)")
  }

  @Test func `a reverberating end does not count as voiced`() throws {
    let tail = harmonics(seconds: 0.4) { _ in 120 }.map { $0 * 0.01 }
    let speech = speechLike(seconds: 2, rms: 0.1, sampleRate: 16_000)
    let silence = [Float](repeating: 0, count: 16_000)
    let with = try #require(timing(of: silence + speech + tail + silence, sampleRate: 16_000).voice)
    let without = try #require(timing(of: silence + speech + silence, sampleRate: 16_000).voice)
    #expect(with.voicedShare <= without.voicedShare)
  }

  @Test func `a pitch that stays has no spread and is flat`() throws {
    let voice = try #require(builtVoice(pitch: 150))
    // 5 % either way is 0.85 semitones; a sine's 10th and 90th percentile lie at 0.95 of it: 0.63.
    #expect(abs(try #require(voice.pitchSpread) - 0.63) < 0.1)
    #expect(voice.isFlat == true)
    #expect(voice.voicedShare > 0.9)
  }

  @Test func `a long level vowel is guessed to be a filled pause, speech is not`() throws {
    let sampleRate = 16_000
    var uh = [Float](repeating: 0, count: 8_000)
    for harmonic in 1...12 {
      let partial = sine(
        frequency: 120 * Double(harmonic), amplitude: 0.08 / Double(harmonic).squareRoot(), seconds: 0.5,
        sampleRate: sampleRate, phase: Double(harmonic))
      for i in uh.indices { uh[i] += partial[i] }
    }
    let speech = builtTake([.silence(1), .speech(3), .silence(0.5)])
    let rest = builtTake([.silence(0.5), .speech(2), .silence(1)], seed: 2)
    let quiet = whiteNoise(count: uh.count, rms: 0.0005, seed: 3)
    let filled = try #require(timing(of: speech + zip(uh, quiet).map { $0 + $1 } + rest, sampleRate: sampleRate).voice)
    #expect(filled.filledPauses.count == 1)
    #expect(filled.filledPauses.allSatisfy { $0.start > 4.4 && $0.end < 5.1 })
    #expect(timing(of: speech + rest, sampleRate: sampleRate).voice?.filledPauses == [])
  }

  @Test func `noise has no voice`() {
    #expect(timing(of: whiteNoise(count: 48_000, rms: 0.05, seed: 3), sampleRate: 16_000).voice == nil)
    #expect(timing(of: [Float](repeating: 0, count: 48_000), sampleRate: 16_000).voice == nil)
  }

  @Test func `a session without pace and voice is still read`() throws {
    let old = Data(
      """
      {"duration_s": 2, "speech": [[0.5, 1.5]], "pauses": [], "pause_threshold_s": 0.25,
       "level": {"speech_dbfs": -20, "clipped_samples": 0}}
      """.utf8)
    let timing = try JSONDecoder().decode(TakeTiming.self, from: old)
    #expect(timing.pace == nil && timing.voice == nil && timing.speechTime == 1)
  }

  @Test func `pace and voice are read back as they were written`() throws {
    let take = builtTake([.silence(1), .speech(3), .silence(1)])
    let measured = timing(of: take, sampleRate: 16_000)
    #expect(measured.pace != nil && measured.voice != nil)
    #expect(try JSONDecoder().decode(TakeTiming.self, from: JSONEncoder().encode(measured)) == measured)
  }
}
