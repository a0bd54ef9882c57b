import Foundation
import Sessions
import SpeechTiming
import Testing

/// Syllables against the synthesiser's own count in Audio/*.truth.txt, pitch against Praat.
///
/// Golden medians, in Hz, from Praat 6.1.38 (praat-parselmouth 0.4.7), the median of the voiced frames of
/// `Sound(path).to_pitch_ac(0.01, 75, 15, False, 0.03, 0.45, 0.01, 0.35, 0.14, 500)`.
@Suite struct SampleVoiceTests {
  private static let audio = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Audio")

  @Test(arguments: [
    ("owned-failure-close-to-target/2-task", 73, 98.4), ("owned-failure-close-to-target/4-result", 66, 100.5),
    ("owned-failure-close-to-target/5-reflection", 61, 101.6), ("owned-failure-typical-faults/4-result", 28, 175.6),
    ("owned-failure-typical-faults/5-reflection", 23, 173.1),
  ])
  func `a sample take has its syllables within 8 percent and its pitch within 2`(
    take: String, syllables: Int, pitch: Double
  ) throws {
    let timing = try #require(try measure(Self.audio.appendingPathComponent(take + ".flac").path).spans.first).timing
    let found = try #require(timing.pace).nuclei.count
    #expect(abs(Double(found) / Double(syllables) - 1) <= 0.08, "\(found)")
    let voice = try #require(timing.voice)
    let median = try #require(voice.pitchMedian)
    #expect(abs(median / pitch - 1) <= 0.02, "\(median)")
    #expect(voice.filledPauses.isEmpty)
    #expect(voice.isFlat == take.contains("typical-faults"))
  }
}
