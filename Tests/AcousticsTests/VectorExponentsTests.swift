import Acoustics
import Glibc
import Testing

@Suite struct VectorExponentsTests {
  /// Ratios of 1.003 from 1e-30 to 1e30, four at a time.
  private let magnitudes = stride(from: -30.0, to: 30, by: 0.01).map { exponent in
    SIMD4<Float>((0..<4).map { Float(pow(10, exponent + Double($0) * 0.0013)) })
  }

  @Test func `a binary logarithm is right to four millionths`() {
    for x in magnitudes {
      let y = binaryLogarithms(of: x)
      // A float of 100 has steps of 8e-6.
      for i in 0..<4 { #expect(abs(Double(y[i]) - log2(Double(x[i]))) < 4e-6 + 1e-7 * abs(Double(y[i]))) }
    }
  }

  @Test func `a power of two is right to four millionths`() {
    for exponent in stride(from: Float(-126), through: 126, by: 0.37) {
      let x = SIMD4(exponent, exponent * 0.5, exponent * 0.25, exponent * 0.125)
      let y = powersOfTwo(x)
      for i in 0..<4 { #expect(abs(Double(y[i]) / exp2(Double(x[i])) - 1) < 4e-6) }
    }
  }

  @Test func `a fourth root is right to a millionth`() {
    for x in magnitudes {
      let root = fourthRoots(of: x)
      for i in 0..<4 { #expect(abs(Double(root[i]) / pow(Double(x[i]), 0.25) - 1) < 1e-6) }
    }
  }

  @Test func `whole numbers come and go`() {
    let x = SIMD4<Float>(-32_640.4, -0.6, 0.4, 2_000_000.6)
    #expect(rounded(x) == SIMD4(-32_640, -1, 0, 2_000_001))
    #expect(wholeNumbers(rounded(x)) == SIMD4(-32_640, -1, 0, 2_000_001))
  }
}
