import Acoustics
import Testing

@Suite struct MagnitudeTests {
  @Test(arguments: [1, 7, 8, 9, 40, 1003])
  func `the largest magnitude is found wherever it lies, of either sign`(count: Int) {
    for place in Set([0, count / 2, count - 1]) {
      for sign: Float in [-1, 1] {
        var samples = (0..<count).map { Float($0 % 5) * 0.1 - 0.2 }
        samples[place] = 0.9 * sign
        #expect(largestMagnitude(of: samples.span) == 0.9)
      }
    }
  }

  @Test func `of no samples it is 0`() {
    let none: [Float] = []
    #expect(largestMagnitude(of: none.span) == 0)
  }
}
