import Acoustics
import BuiltSignals
import Testing

@testable import SpeechTiming

@Suite struct BandLevelsTests {
  /// Levels of `count` frames whose band b of frame t has the power that `power` gives.
  private func bands(count: Int, power: (_ frame: Int, _ band: Int) -> Float) -> BandLevels {
    var levels = BandLevels()
    for start in stride(from: 0, to: count, by: 8) {
      let rows = (0..<BandLevels.bandCount).map { band in Lanes((0..<8).map { power(start + $0, band) }) }
      levels.append(rows, count: min(8, count - start))
    }
    return levels
  }

  @Test func `a power comes back to a half step of 1/128 dB`() {
    let bands = bands(count: 13) { exp10Power($0 * 20 + $1) }
    #expect(bands.count == 13)
    for frame in 0..<13 {
      for band in 0..<BandLevels.bandCount {
        let power = exp10Power(frame * 20 + band)
        #expect(abs(bands.power(frame, band: band) / power - 1) < 0.001)
        #expect(abs(Double(bands.level(frame, band: band)) - decibels(ofPower: Double(power))) < 0.0041)
      }
    }
  }

  @Test func `a level beyond 255 dB is 255 dB`() {
    let bands = bands(count: 1) { _, band in band == 0 ? 1e-38 : 1e38 }
    #expect(bands.level(0, band: 0) == -255)
    #expect(bands.level(0, band: 1) == 255)
  }

  @Test func `the level that a hundredth exceeds is found to a quarter of a decibel`() {
    // Bands of 0.1, 0.2 ... dB: 100 frames of 20 bands, a hundredth of which are the last 20.
    let bands = bands(count: 100) { Float(power(ofDecibels: Double($0 * 20 + $1) * 0.1)) }
    #expect(abs(bands.levelExceeded(byShare: 0.01) - 197.9) <= 0.25)
  }

  @Test func `a frame is tonal with three bands within 20 dB of its loudest`() {
    for filled in 1...5 {
      let bands = bands(count: 1) { _, band in band < filled ? Float(1) + Float(band) : 0.001 }
      #expect(bands.isTonal(0) == (filled <= 3))
    }
  }

  @Test func `what is measured of a frame does not depend on the piece that it lies in`() {
    let noise = whiteNoise(count: 4000 * BandLevels.bandCount, rms: 1, seed: 5)
    let whole = bands(count: 4000) { frame, band in
      let loudness: Float = frame % 300 < 200 ? 100 : 1
      return 1e-6 + loudness * noise[frame * BandLevels.bandCount + band] * noise[frame * BandLevels.bandCount + band]
    }
    let floors = LevelFloors(of: whole)
    func channels(pieces: [Range<Int>]) -> DetectorChannels {
      var channels = DetectorChannels(frameCount: 4000)
      var cues = SpectralCues(frameCount: 4000)
      for piece in pieces { cues.measure(piece, of: whole, over: floors, into: &channels) }
      return channels
    }
    let one = channels(pieces: [0..<4000])
    let several = channels(pieces: [0..<1, 1..<700, 700..<701, 701..<3990, 3990..<4000])
    // A sum that begins elsewhere is rounded elsewhere: by one step in few places.
    let differences = zip(one.rows, several.rows).map {
      SIMD16<Int16>(truncatingIfNeeded: $0) &- SIMD16<Int16>(truncatingIfNeeded: $1)
    }
    #expect(differences.allSatisfy { $0.min() >= -1 && $0.max() <= 1 })
    #expect(differences.count { $0 != .zero } <= 4)
  }

  private func exp10Power(_ index: Int) -> Float {
    Float(power(ofDecibels: Double(index) * 0.73 - 110))
  }
}
