import Acoustics

/// The levels of a whole take against which its bands are held.
struct LevelFloors {
  /// Lower levels, in dB, count as this: 75 dB below the loudest percent. Digital silence is not a noise floor.
  let least: Float
  /// The 8th percentile of each band's level over 50 ms, group by group, in dB.
  let global: [SIMD4<Float>]

  init(of bands: BandLevels) {
    let least = bands.levelExceeded(byShare: 0.01) - 75
    self.least = least
    global = (0..<BandLevels.groupCount).map { group in
      var floor = SIMD4<Float>()
      for band in 0..<4 {
        let levels = (0..<bands.count).map { max(least, bands.level($0, band: 4 * group + band)) }
        floor[band] = percentile(8, of: movingMean(of: levels, width: 5)) ?? 0
      }
      return floor
    }
  }
}

extension BandLevels {
  /// Levels of the bands of `group` in `frame`, in dB, not lower than `least`.
  @inline(__always)
  func levels(_ frame: Int, group: Int, least: Float) -> SIMD4<Float> {
    let levels = levels(frame, group: group)
    return levels.replacing(with: least, where: levels .< least)
  }

  /// The level in dB that `share` (0...1) of all bands of all frames exceed, to a quarter of a decibel.
  func levelExceeded(byShare share: Double) -> Float {
    let quarter = Int(Self.stepsInDecibel) / 4
    let lowest = Int(Int16.min) / quarter
    var counts = [Int](repeating: 0, count: 1 + Int(Int16.max) / quarter - lowest)
    for row in steps {
      for band in 0..<4 { counts[Int(row[band]) / quarter - lowest] += 1 }
    }
    var left = Int(share * Double(4 * steps.count))
    var place = counts.count - 1
    while place > 0, counts[place] <= left {
      left -= counts[place]
      place -= 1
    }
    return Float((place + lowest) * quarter) / Self.stepsInDecibel
  }

  /// Whether three bands of `frame` at most lie within 20 dB of its loudest.
  func isTonal(_ frame: Int) -> Bool {
    let row = frame * Self.groupCount..<(frame + 1) * Self.groupCount
    let loudest = row.reduce(Int16.min) { max($0, steps[$1].max()) }
    let least = Int(loudest) - 20 * Int(Self.stepsInDecibel)
    var filled = 0
    for group in row {
      for band in 0..<4 where Int(steps[group][band]) >= least { filled += 1 }
    }
    return filled <= 3
  }
}
