import Acoustics
import BuiltSignals
import Testing

@Suite struct MovingStatisticsTests {
  @Test func `a mean goes on beyond the edges`() {
    #expect(movingMean(of: [3, 0, 0, 6], width: 3) == [2, 1, 2, 4])
  }

  @Test func `a window of one changes nothing`() {
    #expect(movingMean(of: [3, 1, 2], width: 1) == [3, 1, 2])
    #expect(movingMinimum(of: [3, 1, 2], width: 1) == [3, 1, 2])
  }

  @Test(arguments: [1, 3, 7, 151, 4001])
  func `a moving minimum and maximum are those of each window`(width: Int) {
    let values = whiteNoise(count: 500, rms: 1, seed: 11)
    let half = width / 2
    let windows = values.indices.map { values[max(0, $0 - half)...min(values.count - 1, $0 + half)] }
    #expect(movingMinimum(of: values, width: width) == windows.map { $0.min() ?? .nan })
    #expect(movingMaximum(of: values, width: width) == windows.map { $0.max() ?? .nan })
  }

  @Test func `nothing in, nothing out`() {
    #expect(movingMean(of: [], width: 5).isEmpty)
    #expect(movingMinimum(of: [], width: 5).isEmpty)
  }
}
