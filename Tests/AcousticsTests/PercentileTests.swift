import Acoustics
import BuiltSignals
import Testing

@Suite struct PercentileTests {
  // numpy 2.4: np.percentile([1, 2, 4, 8], [0, 10, 50, 99, 100])
  @Test(arguments: zip([0, 10, 50, 99, 100], [1, 1.3, 3, 7.88, 8] as [Float]))
  func `a percentile lies between its neighbours`(percent: Int, expected: Float) throws {
    let value = try #require(percentile(Double(percent), of: [8, 1, 4, 2]))
    #expect(abs(value - expected) < 1e-5)
  }

  @Test(arguments: [1, 2, 3, 10, 257]) func `a percentile is that of the sorted values`(count: Int) throws {
    // Rounded, so that many values are equal.
    let values = whiteNoise(count: count, rms: 3, seed: 6).map { $0.rounded() }
    let sorted = values.sorted()
    for rank in 0..<count {
      let percent = count == 1 ? 50 : Double(rank) / Double(count - 1) * 100
      let found = try #require(percentile(percent, of: values))
      #expect(abs(found - sorted[rank]) < 1e-3)
    }
  }

  @Test func `no values have no percentile`() {
    #expect(percentile(50, of: []) == nil)
  }
}
