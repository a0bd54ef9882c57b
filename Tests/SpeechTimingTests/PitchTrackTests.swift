import BuiltSignals
import Testing

@testable import SpeechTiming

@Suite struct PitchTrackTests {
  private func track(_ samples: [Float]) -> [Float] {
    var frames = FrameExtractor()
    frames.append(samples.span)
    frames.finish()
    return pitchTrack(of: frames.features.pitch, in: 2..<frames.features.count - 2)
  }

  /// Ten harmonics, falling by 3 dB an octave: a lone sine is no voice, and its side lobes, raised by the
  /// compression, draw its peak by up to 7 %.
  @Test(arguments: [100.0, 147.3, 211, 300, 397])
  func `a sum of harmonics has the pitch of the first within half a percent`(frequency: Double) throws {
    var sound = [Float](repeating: 0, count: 6_400)
    for harmonic in 1...10 where Double(harmonic) * frequency < 7_000 {
      let partial = sine(
        frequency: Double(harmonic) * frequency, amplitude: 0.2 / Double(harmonic).squareRoot(), seconds: 0.4,
        sampleRate: 16_000, phase: Double(harmonic))
      for i in sound.indices { sound[i] += partial[i] }
    }
    let pitch = track(sound).sorted()
    let median = Double(try #require(pitch.isEmpty ? nil : pitch[pitch.count / 2]))
    #expect(abs(median / frequency - 1) < 0.005, "\(median)")
  }

  @Test func `noise is not voiced`() {
    let voiced = track(whiteNoise(count: 16_000, rms: 0.1, seed: 5)).count { $0 > 0 }
    #expect(voiced <= 3)
  }

  @Test func `digital silence is not voiced`() {
    #expect(track([Float](repeating: 0, count: 16_000)).allSatisfy { $0 == 0 })
  }

  @Test func `a span without frames has no track`() {
    #expect(pitchTrack(of: PitchCandidates(), in: 0..<0).isEmpty)
  }

  @Test func `peaks need a dip on both sides`() {
    #expect(peaks(of: [0, 1, 0.95, 1, 0, 1, 0], dip: 0.1) == [1, 5])
    #expect(peaks(of: [1, 0, 0.05, 0, 1], dip: 0.1) == [4])
    #expect(peaks(of: [], dip: 0.1) == [] && peaks(of: [1, 1, 1], dip: 0.1) == [])
  }
}
