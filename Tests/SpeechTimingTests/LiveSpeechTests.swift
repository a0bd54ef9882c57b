import BuiltSignals
import SpeechTiming
import Testing

@Suite struct LiveSpeechTests {
  private func heard(_ pieces: [Piece], noise: Double = 0.0005) -> LiveSpeech {
    var live = LiveSpeech(sampleRate: 16_000)
    live.append(builtTake(pieces, noise: noise).span)
    return live
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
