/// The columns of a square of four rows.
@inlinable @inline(__always)
package func transposed(
  _ a: SIMD4<Float>, _ b: SIMD4<Float>, _ c: SIMD4<Float>, _ d: SIMD4<Float>
) -> (SIMD4<Float>, SIMD4<Float>, SIMD4<Float>, SIMD4<Float>) {
  let upper = SIMD8(lowHalf: a, highHalf: b)
  let lower = SIMD8(lowHalf: c, highHalf: d)
  let even = SIMD8(lowHalf: upper.evenHalf, highHalf: lower.evenHalf)
  let odd = SIMD8(lowHalf: upper.oddHalf, highHalf: lower.oddHalf)
  return (even.evenHalf, odd.evenHalf, even.oddHalf, odd.oddHalf)
}
