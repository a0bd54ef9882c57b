import Glibc

/// A periodic Hann window of `length` samples: 0.5 - 0.5 cos(2 pi n / length); empty for a length of 0.
///
/// Source: F. J. Harris, "On the use of windows for harmonic analysis with the discrete Fourier
/// transform", Proc. IEEE 66 (1978), p. 60.
package func hannWindow(length: Int) -> [Float] {
  (0..<length).map { Float(0.5 - 0.5 * cos(2 * Double.pi * Double($0) / Double(length))) }
}

/// A Kaiser window's value at `position` in -1...1 (0 outside), for the shape parameter `beta`.
///
/// Source: J. F. Kaiser and R. W. Schafer, "On the use of the I0-sinh window for spectrum analysis",
/// IEEE Trans. ASSP 28 (1980), p. 105.
package func kaiserWindow(at position: Double, beta: Double) -> Double {
  guard abs(position) <= 1 else { return 0 }
  return besselI0(beta * (1 - position * position).squareRoot()) / besselI0(beta)
}

/// The modified Bessel function of the first kind and order zero, by its power series.
func besselI0(_ x: Double) -> Double {
  var term = 1.0
  var sum = 1.0
  var k = 1.0
  while term > sum * 1e-17 {
    term *= (x / (2 * k)) * (x / (2 * k))
    sum += term
    k += 1
  }
  return sum
}
