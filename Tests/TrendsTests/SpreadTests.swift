import Testing
import Trends

@Suite struct SpreadTests {
  /// `numpy.percentile([3, 1, 4, 1, 5, 9, 2, 6], [25, 50, 75])` of NumPy 2.
  @Test func `median and quartiles are those of numpy`() throws {
    let spread = try #require(Spread(of: [3, 1, 4, 1, 5, 9, 2, 6]))
    #expect(spread.count == 8)
    #expect((spread.lowerQuartile, spread.median, spread.upperQuartile) == (1.75, 3.5, 5.25))
  }

  @Test func `one value is its own quartiles, and none has no spread`() throws {
    let spread = try #require(Spread(of: [7]))
    #expect((spread.lowerQuartile, spread.median, spread.upperQuartile) == (7, 7, 7))
    #expect(Spread(of: []) == nil)
  }
}
