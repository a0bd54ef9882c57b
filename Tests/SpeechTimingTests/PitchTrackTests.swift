import BuiltSignals
import Glibc
import Testing

@testable import SpeechTiming

@Suite struct PitchTrackTests {
  /// The track of all frames but the first and last two, whose windows the take's edges move.
  private func track(_ samples: [Float], in range: PitchRange = .standard) -> [Float] {
    var frames = FrameExtractor(pitchRange: range)
    frames.append(samples.span)
    frames.finish()
    return pitchTrack(of: frames.features.pitch, in: 2..<frames.features.count - 2)
  }

  /// The middle of `frame` of a track, in seconds.
  private func time(of frame: Int) -> Double { 0.01 * (Double(frame) + 2.5) }

  /// Every frame's error as a share of the pitch, 1 where it is not voiced.
  private func errors(_ samples: [Float], pitch: (Double) -> Double) -> [Double] {
    track(samples).enumerated().map { $1 > 0 ? abs(Double($1) / pitch(time(of: $0)) - 1) : 1 }
  }

  @Test(arguments: [80.0, 84, 90, 100, 113, 147.3, 173, 211, 260, 300, 330, 397])
  func `a sum of harmonics is read within half a percent in every frame`(frequency: Double) {
    let sound = harmonics(seconds: 0.4) { _ in frequency }
    #expect(errors(sound) { _ in frequency }.max() ?? 1 < 0.005)
  }

  @Test(arguments: [80.0, 95, 120, 160, 211, 300, 397])
  func `a train of pulses is read within a fifth of a percent`(frequency: Double) {
    let sound = harmonics(1...90, slope: 0, seconds: 0.4) { _ in frequency }
    #expect(errors(sound) { _ in frequency }.max() ?? 1 < 0.002)
  }

  @Test(arguments: [80.0, 90, 100, 140, 211, 300, 397])
  func `harmonics without the first two are read as those of their missing fundamental`(frequency: Double) {
    let sound = harmonics(3...8, slope: 0, seconds: 0.4) { _ in frequency }
    #expect(errors(sound) { _ in frequency }.max() ?? 1 < 0.005)
  }

  @Test(arguments: [110.0, 123, 147.3, 173, 211, 260, 300, 397])
  func `a lone sine is read within half a percent`(frequency: Double) {
    let sound = sine(frequency: frequency, amplitude: 0.3, seconds: 0.4, sampleRate: 16_000)
    #expect(errors(sound) { _ in frequency }.max() ?? 1 < 0.005)
  }

  /// Its lobe reaches below the first bin that is looked at, 62.5 Hz: a voice has harmonics above, a low tone has not.
  @Test(arguments: [80.0, 90, 100]) func `a lone sine near the floor is read within 6 percent`(frequency: Double) {
    let sound = sine(frequency: frequency, amplitude: 0.3, seconds: 0.4, sampleRate: 16_000)
    #expect(errors(sound) { _ in frequency }.max() ?? 1 < 0.06)
  }

  @Test func `a vibrato is followed frame by frame`() {
    // 6 % either way, five times a second: as wide as a singer's.
    func pitch(_ time: Double) -> Double { 180 * (1 + 0.06 * sin(2 * Double.pi * 5 * time)) }
    let errors = errors(harmonics(seconds: 1, pitch: pitch), pitch: pitch)
    #expect(errors.max() ?? 1 < 0.012)
  }

  @Test(arguments: [(90.0, 180.0), (320, 160)])
  func `an octave's glide in a second is followed frame by frame`(from: Double, to: Double) {
    func pitch(_ time: Double) -> Double { from * pow(to / from, time) }
    #expect(errors(harmonics(seconds: 1, pitch: pitch), pitch: pitch).max() ?? 1 < 0.008)
  }

  @Test(arguments: [(20.0, 0.008), (10, 0.02)])
  func `white noise under the harmonics moves a frame by little and no octave`(decibels: Double, most: Double) {
    for (seed, frequency) in [85.0, 110, 150, 220, 330].enumerated() {
      let clean = harmonics(1...20, slope: 6, seconds: 0.5) { _ in frequency }
      let noise = whiteNoise(count: clean.count, rms: 0.1 * pow(10, -decibels / 20), seed: UInt64(seed))
      let errors = errors(zip(clean, noise).map { $0 + $1 }) { _ in frequency }
      #expect(errors.sorted()[errors.count * 9 / 10] < most, "\(frequency) Hz")
      #expect(errors.allSatisfy { $0 < 0.1 }, "\(frequency) Hz")
    }
  }

  @Test func `no pitch outside the range is found`() throws {
    let narrow = try #require(PitchRange(floor: 100, ceiling: 250))
    for frequency in [80.0, 120, 240, 300, 450] {
      let found = track(harmonics(seconds: 0.3) { _ in frequency }, in: narrow)
      #expect(found.allSatisfy { $0 == 0 || (100...250).contains($0) }, "\(frequency)")
      #expect(!narrow.contains(frequency) || found.allSatisfy { abs(Double($0) / frequency - 1) < 0.005 })
    }
  }

  @Test(arguments: [72.0, 540, 590])
  func `the widest range finds what the usual one does not`(frequency: Double) throws {
    let sound = harmonics(seconds: 0.4) { _ in frequency }
    let widest = try #require(PitchRange(floor: 70, ceiling: 600))
    #expect(track(sound, in: widest).allSatisfy { abs(Double($0) / frequency - 1) < 0.02 })
    #expect(track(sound).allSatisfy { $0 == 0 || abs(Double($0) / frequency - 1) > 0.1 })
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
}

extension PitchRange {
  fileprivate func contains(_ frequency: Double) -> Bool { (floor...ceiling).contains(frequency) }
}
