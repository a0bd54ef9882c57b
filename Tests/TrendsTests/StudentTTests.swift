import Glibc
import Testing

@testable import Trends

@Suite struct StudentTTests {
  /// `scipy.stats.ttest_ind(a, b)` of SciPy 1.17.1.
  @Test(arguments: [
    ([1.1, 1.3, 0.9], [2.0, 2.4, 1.7, 2.2, 2.1], -5.572020620304939, 0.001416946776645965),
    ([3.0], [2.0, 2.4, 1.7, 2.2], 2.7706741984612133, 0.06952934724278781),
  ])
  func `statistic and probability are those of SciPy`(
    first: [Double], second: [Double], statistic: Double, probability: Double
  ) throws {
    let test = try #require(StudentT(first, against: second))
    #expect(abs(test.statistic - statistic) < 1e-12)
    #expect(abs(test.probability - probability) < 1e-12)
  }

  @Test func `with one degree of freedom it is Cauchy's distribution, with two it has a closed form`() throws {
    for difference in [0.01, 0.4, 1, 3, 20, 4_000] {
      let one = try #require(StudentT([difference], against: [-1, 1]))
      #expect(abs(one.probability - (1 - 2 / .pi * atan(one.statistic))) < 1e-12)
      let two = try #require(StudentT([difference], against: [-1, 0, 1]))
      let t = two.statistic
      #expect(abs(two.probability - (1 - t / (2 + t * t).squareRoot())) < 1e-12)
    }
  }

  /// `scipy.stats.beta.cdf(x, a, b)` of SciPy 1.17.1.
  @Test(arguments: [
    (0.2, 2, 3, 0.18080000000000004), (0.9, 0.5, 0.5, 0.7951672353008665), (0.5, 10, 0.5, 0.00023344743474862207),
    (1e-6, 1.5, 0.5, 4.244133089024101e-10), (0, 2, 3, 0), (1, 2, 3, 1),
  ])
  func `the incomplete beta function is that of SciPy`(x: Double, a: Double, b: Double, value: Double) {
    #expect(abs(regularizedBeta(x, a, b) - value) < 1e-12)
  }

  @Test func `values that do not scatter differ for certain or not at all`() throws {
    #expect(try #require(StudentT([2, 2], against: [1, 1, 1])).probability == 0)
    #expect(try #require(StudentT([1, 1], against: [1, 1, 1])).probability == 1)
    // 0.1 + 0.2 is not 0.3.
    #expect(try #require(StudentT([0.1 + 0.2], against: [0.3, 0.3, 0.3])).probability == 1)
  }

  @Test func `there is none without values on both sides`() {
    #expect(StudentT([], against: [1, 2, 3]) == nil)
    #expect(StudentT([1], against: []) == nil)
    #expect(StudentT([1], against: [2]) == nil)
  }
}
