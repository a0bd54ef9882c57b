/// Binary logarithms of four positive, normal numbers, to 2e-6.
///
/// The mantissa m in sqrt(1/2) ..< sqrt(2) by the series of 2 artanh((m - 1) / (m + 1)) up to the fifth power
/// (M. Abramowitz and I. Stegun, "Handbook of mathematical functions" (1964), 4.1.27). Only sums, products and one
/// division: the same on every machine.
@inlinable @inline(__always)
package func binaryLogarithms(of x: SIMD4<Float>) -> SIMD4<Float> {
  let bits = unsafeBitCast(x, to: SIMD4<Int32>.self)
  let exponent = (bits &- 0x3F35_04F3) &>> 23
  let mantissa = unsafeBitCast(bits &- (exponent &<< 23), to: SIMD4<Float>.self)
  let s = (mantissa - 1) / (mantissa + 1)
  let square = s * s
  let series = s * (2.885_390_1 + square * (0.961_796_7 + square * 0.577_078_0))
  return wholeNumbers(exponent) + series
}

/// Two to the power of each of four numbers within -126...126, to 3e-6 of the result.
///
/// The fraction by the power series up to the fifth power (Abramowitz and Stegun, 4.2.1).
@inlinable @inline(__always)
package func powersOfTwo(_ x: SIMD4<Float>) -> SIMD4<Float> {
  let shifted = x + roundingShift
  let whole = unsafeBitCast(shifted, to: SIMD4<Int32>.self) &- roundingBits
  let f = x - (shifted - roundingShift)
  let lower = 1 + f * (0.693_147_18 + f * 0.240_226_51)
  let upper = 0.055_504_11 + f * (0.009_618_13 + f * 0.001_333_36)
  return unsafeBitCast(
    unsafeBitCast(lower + f * f * f * upper, to: SIMD4<Int32>.self) &+ (whole &<< 23), to: SIMD4<Float>.self)
}

/// Fourth roots of four numbers within 1e-30...1e30, to 1e-6 of the result.
///
/// x times the cube of z = x^(-1/4), which Newton's method for z^-4 = x finds: z + z (1 - x z^4) / 4. It starts from
/// the bits, whose upper part is nearly a logarithm, within 4 % of it.
@inlinable @inline(__always)
package func fourthRoots(of x: SIMD4<Float>) -> SIMD4<Float> {
  var z = unsafeBitCast(0x4F58_6000 &- (unsafeBitCast(x, to: SIMD4<Int32>.self) &>> 2), to: SIMD4<Float>.self)
  for _ in 0..<3 {
    let square = z * z
    z *= 1.25 - 0.25 * x * (square * square)
  }
  return x * z * z * z
}

/// `x`, four whole numbers of at most 2^21 in magnitude, as they are.
@inlinable @inline(__always)
package func wholeNumbers(_ x: SIMD4<Int32>) -> SIMD4<Float> {
  unsafeBitCast(x &+ roundingBits, to: SIMD4<Float>.self) - roundingShift
}

/// The nearest whole numbers of four numbers of at most 2^21 in magnitude.
@inlinable @inline(__always)
package func rounded(_ x: SIMD4<Float>) -> SIMD4<Int32> {
  unsafeBitCast(x + roundingShift, to: SIMD4<Int32>.self) &- roundingBits
}

/// `x`, nothing below `least` and nothing above `most`.
@inlinable @inline(__always)
package func clamped(_ x: SIMD4<Float>, _ least: Float, _ most: Float) -> SIMD4<Float> {
  let raised = x.replacing(with: least, where: x .< least)
  return raised.replacing(with: most, where: raised .> most)
}

/// 1.5 times 2^23: added to a small number, it leaves the nearest whole number in the last bits of the sum.
@usableFromInline let roundingShift: Float = 12_582_912
@usableFromInline let roundingBits: Int32 = 0x4B40_0000
