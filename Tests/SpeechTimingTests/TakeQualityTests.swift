import Acoustics
import BuiltSignals
import SpeechTiming
import Testing

@Suite struct TakeQualityTests {
  private static let pieces: [Piece] = [.silence(0.8), .speech(2), .silence(0.5), .speech(2), .silence(0.8)]

  private func doubts(_ samples: [Float]) -> [Doubt] { timing(of: samples, sampleRate: 16_000).doubts }

  @Test func `a good recording raises no doubt`() {
    #expect(doubts(builtTake(Self.pieces)) == [])
  }

  @Test func `digital silence is told from a quiet room`() {
    #expect(doubts([Float](repeating: 0, count: 32_000)) == [.digitalSilence, .noSpeech])
    #expect(doubts(whiteNoise(count: 32_000, rms: 0.001, seed: 1)) == [.noSpeech])
  }

  @Test func `a loud room without speech cannot be trusted`() {
    let timing = timing(of: whiteNoise(count: 32_000, rms: 0.1, seed: 1), sampleRate: 16_000)
    #expect(timing.doubts == [.tooNoisy, .noSpeech] && !timing.isTrusted)
  }

  @Test(arguments: [(20.0, true), (2.0, false)])
  func `speech in noise is trusted down to 8 dB`(signalToNoise: Double, isTrusted: Bool) {
    let noise = 0.1 / power(ofDecibels: signalToNoise).squareRoot()
    #expect(timing(of: builtTake(Self.pieces, noise: noise), sampleRate: 16_000).isTrusted == isTrusted)
  }

  @Test func `clipping is doubted, and the timing still trusted`() {
    let timing = timing(of: builtTake(Self.pieces).map { max(-1, min(1, 12 * $0)) }, sampleRate: 16_000)
    #expect(timing.doubts == [.clipped] && timing.isTrusted)
  }

  @Test func `speech at -70 dBFS is too quiet`() {
    #expect(doubts(builtTake(Self.pieces, noise: 0.000_1).map { $0 * 0.003 }) == [.tooQuiet])
  }

  @Test func `a take that cuts into speech says at which end`() {
    #expect(doubts(builtTake([.speech(2), .silence(1)])) == [.cutOffAtStart])
    #expect(doubts(builtTake([.silence(1), .speech(2)])) == [.cutOffAtEnd])
  }
}
