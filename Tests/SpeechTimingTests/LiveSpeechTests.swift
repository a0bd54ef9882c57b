import BuiltSignals
import SpeechTiming
import Testing

@Suite struct LiveSpeechTests {
  /// A take heard in blocks of 100 ms, as the screen hears it; after each, what was said of it.
  private func heard(
    _ samples: [Float], each look: (_ seconds: Double, _ live: LiveSpeech) -> Void = { _, _ in }
  ) -> LiveSpeech {
    var live = LiveSpeech(sampleRate: 16_000)
    for start in stride(from: 0, to: samples.count, by: 1_600) {
      let end = min(samples.count, start + 1_600)
      live.append(samples.span.extracting(start..<end))
      look(Double(end) / 16_000, live)
    }
    return live
  }

  private func heard(_ pieces: [Piece], noise: Double = 0.0005) -> LiveSpeech {
    heard(builtTake(pieces, noise: noise))
  }

  @Test(arguments: [0.0005, 0.005])
  func `what is said live differs from the report by a twentieth of the time at most`(noise: Double) {
    let take = builtTake(
      [.silence(1), .speech(4), .silence(1.5), .speech(3), .silence(0.6), .speech(4), .silence(2)], noise: noise)
    let report = timing(of: take, sampleRate: 16_000)
    var wrong = 0
    var looks = 0
    _ = heard(take) { now, live in
      looks += 1
      // The state of some time within the last 200 ms.
      let told = [now - 0.2, now - 0.15, now - 0.1].map { moment in
        report.speech.contains { $0.start <= moment && moment < $0.end }
      }
      if !told.contains(live.isSpeaking) { wrong += 1 }
    }
    #expect(looks > 150)
    #expect(Double(wrong) <= 0.05 * Double(looks), "\(wrong) of \(looks)")
  }

  @Test func `the end of speech is told within 200 ms and a step`() {
    var told: Double?
    _ = heard(builtTake([.silence(1), .speech(3), .silence(2)], noise: 0.0005)) { now, live in
      if now > 3, !live.isSpeaking, told == nil { told = now }
    }
    #expect((told ?? .infinity) <= 4.3)
  }

  @Test func `the first word stays known when it lies far back`() throws {
    let live = heard([.silence(1), .speech(4), .silence(0.5), .speech(10), .silence(1)])
    #expect(abs(try #require(live.firstSpeech) - 1) < 0.1)
    #expect(abs(try #require(live.lastSpeech) - 15.5) < 0.15)
  }

  @Test(arguments: [0.0002, 0.002, 0.01])
  func `the first word is timed within a tenth of a second`(noise: Double) throws {
    let live = heard([.silence(1.5), .speech(2), .silence(1)], noise: noise)
    #expect(abs(try #require(live.firstSpeech) - 1.5) < 0.1)
    #expect(abs(try #require(live.lastSpeech) - 3.5) < 0.15)
  }

  @Test func `a silent room starts no clock`() {
    #expect(heard([.silence(5)]).firstSpeech == nil)
    #expect(heard([.silence(5)], noise: 0.02).firstSpeech == nil)
  }

  @Test func `digital silence starts no clock`() {
    #expect(heard([.silence(2)], noise: 0).firstSpeech == nil)
  }

  @Test func `speech from the first sample on starts the clock within half a second`() throws {
    #expect(try #require(heard([.speech(3)]).firstSpeech) < 0.5)
  }
}
