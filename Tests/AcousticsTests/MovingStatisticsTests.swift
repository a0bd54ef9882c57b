import Acoustics
import BuiltSignals
import Testing

@Suite struct MovingStatisticsTests {
  @Test func `a mean goes on beyond the edges`() {
    #expect(movingMean(of: [Float]([3, 0, 0, 6]), width: 3) == [2, 1, 2, 4])
  }

  @Test func `a window of one changes nothing`() {
    #expect(movingMean(of: [Float]([3, 1, 2]), width: 1) == [3, 1, 2])
    let rows = [SIMD4<Float>(3, 1, 2, 0)]
    #expect(movingMean(of: rows, width: 1) == rows)
    #expect(movingMinimum(of: rows, width: 1) == rows)
  }

  @Test(arguments: [1, 3, 7, 75, 4001])
  func `a mean of four side by side is that of each`(width: Int) {
    let rows = noiseRows(count: 500)
    let means = movingMean(of: rows, width: width)
    for column in 0..<4 {
      let alone = movingMean(of: rows.map { $0[column] }, width: width)
      #expect(zip(means, alone).allSatisfy { abs($0[column] - $1) < 1e-6 })
    }
  }

  @Test(arguments: [1, 3, 7, 151, 4001])
  func `a moving minimum is that of each window`(width: Int) {
    let rows = noiseRows(count: 500)
    let half = width / 2
    let minima = movingMinimum(of: rows, width: width)
    for column in 0..<4 {
      let values = rows.map { $0[column] }
      let windows = values.indices.map { values[max(0, $0 - half)...min(values.count - 1, $0 + half)] }
      #expect(minima.map { $0[column] } == windows.map { $0.min() ?? .nan })
    }
  }

  @Test func `nothing in, nothing out`() {
    #expect(movingMean(of: [Float](), width: 5).isEmpty)
    #expect(movingMean(of: [SIMD4<Float>](), width: 5).isEmpty)
    #expect(movingMinimum(of: [], width: 5).isEmpty)
  }

  private func noiseRows(count: Int) -> [SIMD4<Float>] {
    let noise = whiteNoise(count: 4 * count, rms: 1, seed: 11)
    return (0..<count).map { SIMD4(noise[4 * $0], noise[4 * $0 + 1], noise[4 * $0 + 2], noise[4 * $0 + 3]) }
  }
}
