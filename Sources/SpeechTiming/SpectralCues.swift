import Acoustics

/// What is measured over the bands, for a piece of a take at a time.
struct SpectralCues {
  /// Frames in a piece.
  static let pieceLength = 2048
  /// Frames on both sides of a piece that its local floor depends on: half of 7, 151 and 75.
  private static let margin = 3 + 75 + 37
  /// The first group of bands above 2.3 kHz.
  private static let firstUpperGroup = 3

  /// Mean energy of the bands over the take's floor, in dB, at most 30.
  private(set) var swing: [Float] = []
  /// Mean level of the bands above 2.3 kHz, in dB.
  private(set) var upper: [Float] = []

  init(frameCount: Int) {
    swing.reserveCapacity(frameCount)
    upper.reserveCapacity(frameCount)
  }

  /// Measures the frames of `piece`, which goes on where the last one ended, and sets their channels.
  mutating func measure(
    _ piece: Range<Int>, of bands: BandLevels, over floors: LevelFloors, into channels: inout DetectorChannels
  ) {
    let around = max(0, piece.lowerBound - Self.margin)..<min(bands.count, piece.upperBound + Self.margin)
    var sums = [BandSums](repeating: BandSums(), count: piece.count)
    for group in 0..<BandLevels.groupCount {
      let levels = around.map { bands.levels($0, group: group, least: floors.least) }
      let powers = levels.map { BandLevels.powers(ofLevels: $0) }
      let smooth = movingMean(of: levels, width: 5)
      // The minimum over 1.5 s lies below the mean of the noise: 2 dB are given back.
      let minima = movingMinimum(of: movingMean(of: powers, width: 7), width: 151)
      let local = movingMean(of: minima, width: 75)
      for (index, frame) in piece.enumerated() {
        let t = frame - around.lowerBound
        let overGlobal = levels[t] - floors.global[group]
        let overLocal = levels[t] - 2 - BandLevels.levels(ofPowers: local[t])
        sums[index].add(
          level: levels[t], power: powers[t], overGlobal: overGlobal, overLocal: overLocal,
          change: smooth[t] - smooth[max(0, t - 1)], isUpper: group >= Self.firstUpperGroup)
        channels.setGroup(
          group, of: frame, overGlobalFloor: clampedSum(overGlobal), overLocalFloor: clampedSum(overLocal))
      }
    }
    let share = 1 / Float(BandLevels.bandCount)
    channels.set(.overFloor, in: piece, to: sums.map { $0.overLocal.sum() * share })
    channels.set(.flux, in: piece, to: sums.map { $0.change.sum() * share })
    channels.set(
      .flatness, in: piece,
      to: sums.map { sum in
        sum.level.sum() * share - BandLevels.levels(ofPowers: SIMD4(repeating: sum.power.sum() * share))[0]
      })
    swing += sums.map { min(30, $0.overGlobal.sum() * share) }
    upper += sums.map { $0.upper.sum() / Float(4 * (BandLevels.groupCount - Self.firstUpperGroup)) }
  }

  private func clampedSum(_ levels: SIMD4<Float>) -> Float {
    clamped(levels, -5, 40).sum()
  }
}

/// Sums over the groups of bands of one frame.
private struct BandSums {
  var level = SIMD4<Float>()
  var power = SIMD4<Float>()
  var overGlobal = SIMD4<Float>()
  var overLocal = SIMD4<Float>()
  var change = SIMD4<Float>()
  var upper = SIMD4<Float>()

  @inline(__always)
  mutating func add(
    level: SIMD4<Float>, power: SIMD4<Float>, overGlobal: SIMD4<Float>, overLocal: SIMD4<Float>,
    change: SIMD4<Float>, isUpper: Bool
  ) {
    // What does not stand 3 dB over a floor may be chance.
    func excess(_ levels: SIMD4<Float>) -> SIMD4<Float> { (levels - 3).replacing(with: 0, where: levels .< 3) }
    self.level += level
    self.power += power
    self.overGlobal += excess(overGlobal)
    self.overLocal += excess(overLocal)
    self.change += change.replacing(with: -change, where: change .< 0)
    if isUpper { upper += level }
  }
}
