import BuiltSignals
import Foundation
import Testing

@testable import SpeechTiming

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

  @Test(arguments: [0.0, 6, 12])
  func `a voice that is built to fall at its end falls by so much`(decibels: Double) throws {
    let phrase = builtTake([.speech(3), .silence(0.5)], noise: 0)
    let quieter = phrase.map { $0 * Float(pow(10, -decibels / 20)) }
    let take = phrase + phrase + phrase + quieter
    let room = whiteNoise(count: take.count, rms: 0.0005, seed: 7)
    let voice = timing(of: zip(take, room).map { $0 + $1 }, sampleRate: 16_000).voice
    #expect(abs(try #require(voice?.levelFall) - decibels) < 0.5)
  }

  @Test func `a few syllables have no fall`() {
    #expect(timing(of: builtTake([.speech(2)]), sampleRate: 16_000).voice?.levelFall == nil)
  }

  @Test func `what lies 40 dB below the voice does not count as voiced`() throws {
    let tail = harmonics(seconds: 1) { _ in 120 }.map { $0 * 0.01 }
    var frames = FrameExtractor()
    let sound = harmonics(seconds: 1) { _ in 120 } + tail
    frames.append(sound.span)
    frames.finish()
    let voice = try #require(measureVoice(in: frames.features, speech: [0..<200], nuclei: []))
    #expect((0.48...0.52).contains(voice.voicedShare))
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

  @Test func `a voice without its pitch range is still read, one with a range that is none is not`() throws {
    func voice(_ range: String) throws -> Voice {
      let text = #"{"pitch_median_hz": 120, "voiced_share": 0.7, "filled_pauses_guess": []\#(range)}"#
      return try JSONDecoder().decode(Voice.self, from: Data(text.utf8))
    }
    #expect(try voice("").pitchRange == nil)
    #expect(try voice(#", "pitch_range_hz": [100, 400]"#).pitchRange == PitchRange(floor: 100, ceiling: 400))
    #expect(throws: DecodingError.self) { try voice(#", "pitch_range_hz": [400, 100]"#) }
  }

  @Test func `pace and voice are read back as they were written`() throws {
    let take = builtTake([.silence(1), .speech(3), .silence(1)])
    let measured = timing(of: take, sampleRate: 16_000)
    #expect(measured.pace != nil && measured.voice != nil)
    #expect(try JSONDecoder().decode(TakeTiming.self, from: JSONEncoder().encode(measured)) == measured)
  }
}
