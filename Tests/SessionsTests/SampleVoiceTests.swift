import Foundation
import Sessions
import SpeechTiming
import Testing

/// Syllables against the synthesiser's own count in Audio/*.truth.txt, pitch against Praat.
///
/// Golden medians in Hz and spreads ((p90 - p10) / 2.563) in semitones, from Praat 6.1.38 (praat-parselmouth 0.4.7,
/// percentiles by numpy), of the voiced frames of
/// `Sound(path).to_pitch_ac(0.01, 75, 15, False, 0.03, 0.45, 0.01, 0.35, 0.14, 500)`.
@Suite struct SampleVoiceTests {
  private static let audio = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Audio")

  @Test(arguments: [
    ("owned-failure-close-to-target/2-task", 73, 98.4, 2.45),
    ("owned-failure-close-to-target/4-result", 66, 100.5, 2.35),
    ("owned-failure-close-to-target/5-reflection", 61, 101.6, 2.30),
    ("owned-failure-typical-faults/4-result", 28, 175.6, 1.53),
    ("owned-failure-typical-faults/5-reflection", 23, 173.1, 1.69),
  ])
  func `a sample take has its syllables within 8 percent and its pitch within 0·7`(
    take: String, syllables: Int, pitch: Double, spread: Double
  ) throws {
    let timing = try #require(try measure(Self.audio.appendingPathComponent(take + ".flac").path).spans.first).timing
    let found = try #require(timing.pace).nuclei.count
    #expect(abs(Double(found) / Double(syllables) - 1) <= 0.08, "\(found)")
    let voice = try #require(timing.voice)
    let median = try #require(voice.pitchMedian)
    #expect(abs(median / pitch - 1) <= 0.007, "\(median)")
    #expect(abs(try #require(voice.pitchSpread) - spread) <= 0.1)
    #expect(voice.filledPauses.isEmpty)
    #expect(voice.isFlat == take.contains("typical-faults"))
  }
}
