import BuiltSignals
import SpeechTiming
import Testing

@Suite struct MicrophoneVerdictTests {
  /// Five seconds with 4 s of speech, or without any.
  private func heard(
    speech: Double? = -24, room: Double? = -60, peak: Double? = -8, clipped: Int = 0, duration: Double = 5
  ) -> TakeTiming {
    TakeTiming(
      duration: duration, speech: speech == nil ? [] : [Interval(start: 0.5, end: 4.5)], pauseThreshold: 0.25,
      level: TakeLevel(speech: speech, noiseFloor: room, peak: peak, clippedSamples: clipped))
  }

  @Test func `each fault has its verdict, the worst first`() {
    let table: [(TakeTiming, MicrophoneVerdict)] = [
      (heard(), .good),
      (heard(speech: nil, room: nil, peak: nil, duration: 0), .noData),
      (heard(speech: nil, room: nil, peak: nil), .digitalSilence),
      (heard(clipped: 64), .good), (heard(clipped: 65), .clipping),
      (heard(speech: nil, room: -10, peak: 0, clipped: 81), .clipping),
      (heard(room: -34), .good), (heard(room: -33.9), .noisy), (heard(room: -33.9, clipped: 65), .clipping),
      (heard(speech: nil), .noSpeech), (heard(speech: nil, room: nil), .noSpeech),
      (heard(speech: nil, room: -36), .noSpeech), (heard(speech: nil, room: -35.9), .noisy),
      (heard(speech: -50, room: -80), .good), (heard(speech: -50.1, room: -80), .tooQuiet),
      (heard(speech: -50.1, room: -59), .noisy), (heard(speech: -24, room: nil), .good),
    ]
    for (timing, verdict) in table { #expect(timing.microphoneVerdict(isSpeechExpected: true) == verdict) }
  }

  @Test func `where nobody was asked to speak, speech says nothing`() {
    let table: [(TakeTiming, MicrophoneVerdict)] = [
      (heard(), .good), (heard(speech: nil), .good), (heard(speech: -55, room: -59), .good),
      (heard(speech: nil, room: nil, peak: nil, duration: 0), .noData),
      (heard(speech: nil, room: nil, peak: nil), .digitalSilence),
      (heard(speech: nil, room: -20), .noisy), (heard(room: -35), .noisy), (heard(clipped: 65), .clipping),
    ]
    for (timing, verdict) in table { #expect(timing.microphoneVerdict(isSpeechExpected: false) == verdict) }
  }

  @Test func `a microphone that is called good gives takes that are trusted and not too quiet`() {
    for room in stride(from: -90.0, through: 0, by: 0.7) {
      for speech in stride(from: -70.0, through: 0, by: 0.7) {
        let timing = heard(speech: speech, room: room)
        if timing.microphoneVerdict(isSpeechExpected: true) == .good { #expect(timing.doubts == []) }
      }
    }
  }
}
