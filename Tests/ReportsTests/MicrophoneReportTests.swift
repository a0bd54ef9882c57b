import Foundation
import Reports
import SpeechTiming
import Testing

@Suite struct MicrophoneReportTests {
  /// Speech for four of five seconds, where there is any.
  private func report(
    _ verdict: MicrophoneVerdict, speech: Double? = -21.4, room: Double? = -60
  ) -> MicrophoneReport {
    let level = TakeLevel(speech: speech, noiseFloor: room, peak: speech.map { $0 + 15 }, clippedSamples: 90)
    let timing = TakeTiming(
      duration: 5, speech: speech == nil ? [] : [Interval(start: 0.5, end: 4.5)], pauseThreshold: 0.25, level: level)
    return MicrophoneReport(verdict: verdict, timing: timing, device: "default", sampleRate: 48_000)
  }

  private let plain = Style(width: 60, isColoured: false)

  @Test func `a good microphone has its figures and nothing to change`() {
    #expect(
      report(.good).text(style: plain) == """
        Good: the microphone can be relied on.
          Speech   -21.4 dBFS
          Room     -60.0 dBFS
          SNR      38.6 dB
          Peak     -6.4 dBFS
          Clipped  90 samples
        Nothing to change.

        """)
  }

  @Test func `what is wrong is told with its figure and the one that is needed`() {
    #expect(report(.noisy, room: -29.3).finding == "Noisy: speech stands only 7.9 dB above the room; 10.0 are needed.")
    #expect(report(.noisy, speech: nil, room: -30).finding == "Noisy: the room alone has -30.0 dBFS.")
    #expect(report(.tooQuiet, speech: -55).finding == "Too quiet: speech has only -55.0 dBFS; -50.0 are needed.")
    #expect(report(.clipping).finding == "Clipping: 90 samples are flattened at full scale.")
  }

  @Test(arguments: MicrophoneVerdict.allCases)
  func `every verdict is a word, says what to do, and keeps to the width`(verdict: MicrophoneVerdict) throws {
    let coloured = report(verdict).text(style: Style(width: 60, isColoured: true))
    let text = report(verdict).text(style: plain)
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 60 })
    #expect(coloured.replacing(/\u{1B}\[\d+m/, with: "") == text)
    #expect(report(verdict).advice.hasSuffix("."))
    let json = try #require(
      JSONSerialization.jsonObject(with: Data(report(verdict, speech: nil, room: nil).json().utf8)) as? [String: Any])
    #expect(json["verdict"] as? String == verdict.rawValue)
    #expect(
      Set(json.keys) == [
        "verdict", "finding", "advice", "device", "sample_rate", "duration_s", "speech_time_s", "level", "snr_db",
        "thresholds",
      ])
  }
}
