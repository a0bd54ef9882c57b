import Foundation
import SpeechTiming
import Testing

@Suite struct TakeTimingTests {
  private func timing(_ spans: [(Double, Double)], duration: Double = 20, threshold: Double = 0.25) -> TakeTiming {
    TakeTiming(
      duration: duration, speech: spans.map { Interval(start: $0.0, end: $0.1) }, pauseThreshold: threshold,
      level: TakeLevel(speech: -20, noiseFloor: -60, peak: -3, clippedSamples: 0))
  }

  @Test func `answer time runs from the first speech to the end of the last`() {
    let timing = timing([(1.2, 3), (4, 9.5)])
    #expect(timing.answerTime == 8.3)
    #expect(timing.speechTime == 7.3)
    #expect(timing.responseLatency == 1.2)
    #expect(timing.phonationRatio == 0.88)
  }

  @Test func `a take without speech has no latency, no ratio and no answer time`() {
    let timing = timing([])
    #expect(timing.answerTime == 0 && timing.speechTime == 0)
    #expect(timing.responseLatency == nil && timing.phonationRatio == nil && timing.answer == nil)
    #expect(PauseSummary(of: timing) == nil)
  }

  @Test func `a pause shorter than the threshold is not counted, one as long is`() {
    let timing = timing([(0, 1), (1.249, 2), (2.25, 3)])
    #expect(timing.pauses == [Interval(start: 2, end: 2.25)])
  }

  @Test func `silence before the first and after the last speech is no pause`() {
    #expect(timing([(5, 6)]).pauses.isEmpty)
  }

  @Test func `the summary of pauses counts a minute of answer time`() throws {
    // Answer time 12 s, pauses of 0.5, 1.5 and 1.0 s.
    let summary = try #require(PauseSummary(of: timing([(0, 3), (3.5, 5), (6.5, 8), (9, 12)])))
    #expect(summary.count == 3)
    #expect(summary.perMinute == 15)
    #expect(summary.mean == 1 && summary.median == 1)
    #expect(summary.longest == Interval(start: 5, end: 6.5))
    #expect(abs(summary.shareOverOneSecond - 1 / 3) < 1e-12)
  }

  @Test func `of two pauses as long as each other the earlier is the longest`() {
    #expect(timing([(0, 1), (2, 3), (4, 5)]).longestPause == Interval(start: 1, end: 2))
  }

  @Test(arguments: [
    ("duration_s", "1e300"), ("duration_s", "-1"), ("duration_s", "1"), ("speech", "[[5,3]]"),
    ("speech", "[[1,2],[1.5,3]]"),
    ("speech", "[[1e299,1e300]]"), ("pauses", "[[-5,3]]"), ("pause_threshold_s", "1e300"),
    ("level", #"{"speech_dbfs":1e300,"clipped_samples":0}"#),
    (
      "pace",
      #"{"nuclei_s":[9e99],"speech_rate_per_s":1,"articulation_rate_per_s":1,"mean_length_of_run_syllables":1,"rate_over_time":[],"words_per_minute_estimate":{"at_least":1,"at_most":2}}"#
    ),
    (
      "pace",
      #"{"nuclei_s":[],"speech_rate_per_s":1,"articulation_rate_per_s":1e300,"mean_length_of_run_syllables":1,"rate_over_time":[],"words_per_minute_estimate":{"at_least":1,"at_most":2}}"#
    ),
    ("voice", #"{"pitch_median_hz":1e300,"voiced_share":1,"filled_pauses_guess":[]}"#),
    ("voice", #"{"voiced_share":1,"filled_pauses_guess":[[90,91]]}"#),
  ])
  func `a timing that nobody can have measured is not read`(key: String, value: String) throws {
    var fields = [
      "duration_s": "9", "speech": "[[1,2],[4,8]]", "pauses": "[[2,4]]", "pause_threshold_s": "0.25",
      "level": #"{"speech_dbfs":-20,"clipped_samples":0}"#,
    ]
    func timing() throws -> TakeTiming {
      let text = "{" + fields.map { "\"\($0)\":\($1)" }.joined(separator: ",") + "}"
      return try JSONDecoder().decode(TakeTiming.self, from: Data(text.utf8))
    }
    #expect(try timing().answerTime == 7)
    fields[key] = value
    #expect(throws: DecodingError.self) { try timing() }
  }
}
