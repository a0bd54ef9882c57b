import Acoustics
import BuiltSignals
import SpeechTiming
import Testing

/// What must not change a timing, and by how little it may.
@Suite struct InvarianceTests {
  private static let pieces: [Piece] = [
    .silence(0.9), .speech(2.2), .silence(0.5), .speech(1.6), .silence(0.3), .speech(1.5), .silence(0.9),
  ]
  private static let take = builtTake(pieces, noise: 0.000_3)
  private static let reference = timing(of: take, sampleRate: 16_000)

  /// The furthest that a boundary of `other` lies from the reference's, in seconds; `nil` where segments differ.
  private func furthest(_ other: TakeTiming) -> Double? {
    guard other.speech.count == Self.reference.speech.count else { return nil }
    return zip(other.speech, Self.reference.speech).map { max(abs($0.start - $1.start), abs($0.end - $1.end)) }.max()
  }

  /// `samples` as 16 bits hold them, the peak of the take being at `peak` dBFS.
  private func quantised(_ samples: [Float], peak: Double) -> [Float] {
    let gain = Float(power(ofDecibels: peak).squareRoot()) / (samples.map(abs).max() ?? 1)
    return samples.map { ($0 * gain * 32_767).rounded() / 32_768 }
  }

  @Test(arguments: [-40.0, -30, -20, -10, 0])
  func `16 bits at any level move a boundary by one frame at most`(peak: Double) throws {
    let timing = timing(of: quantised(Self.take, peak: peak), sampleRate: 16_000)
    #expect(try #require(furthest(timing)) <= 0.011)
  }

  @Test(arguments: [0.001, 0.05, -0.2]) func `a DC offset moves a boundary by one frame at most`(offset: Float) throws {
    let timing = timing(of: Self.take.map { $0 + offset }, sampleRate: 16_000)
    #expect(try #require(furthest(timing)) <= 0.011)
  }

  @Test(arguments: [22_050, 32_000, 44_100, 48_000, 96_000])
  func `a higher rate moves a boundary by one frame at most`(sampleRate: Int) throws {
    // The same sound: brought to the other rate, not built anew.
    var resampler = Resampler(from: 16_000, to: sampleRate)
    var samples: [Float] = []
    resampler.append(Self.take.span, to: &samples)
    resampler.finish(to: &samples)
    let timing = timing(of: samples, sampleRate: sampleRate)
    #expect(try #require(furthest(timing)) <= 0.011)
  }

  @Test func `8 kHz, without the upper half of the band, moves a boundary by three frames at most`() throws {
    var resampler = Resampler(from: 16_000, to: 8_000)
    var samples: [Float] = []
    resampler.append(Self.take.span, to: &samples)
    resampler.finish(to: &samples)
    #expect(try #require(furthest(timing(of: samples, sampleRate: 8_000))) <= 0.031)
  }

  @Test func `turned round, the sound has the same timing`() {
    #expect(timing(of: Self.take.map { -$0 }, sampleRate: 16_000) == Self.reference)
  }
}
