/// The mean of `values` over a centred window of `width` values (odd), the edges taken to go on unchanged.
///
/// As many values as came in. Sums in Double, so that a long take gathers no error. Complexity: O(count).
package func movingMean(of values: [Float], width: Int) -> [Float] {
  precondition(width > 0 && width % 2 == 1, "a centred window has an odd width")
  guard !values.isEmpty, width > 1 else { return values }
  let half = width / 2
  let last = values.count - 1
  let share = 1 / Double(width)
  let span = values.span
  var sum = (-half...half).reduce(0.0) { $0 + Double(values[min(last, max(0, $1))]) }
  return [Float](unsafeUninitializedCapacity: values.count) { means, count in
    for i in span.indices {
      means[i] = Float(sum * share)
      sum += Double(span[min(last, i + half + 1)]) - Double(span[max(0, i - half)])
    }
    count = span.count
  }
}

/// As for single values, for four side by side.
package func movingMean(of values: [SIMD4<Float>], width: Int) -> [SIMD4<Float>] {
  precondition(width > 0 && width % 2 == 1, "a centred window has an odd width")
  guard !values.isEmpty, width > 1 else { return values }
  let half = width / 2
  let last = values.count - 1
  let share = 1 / Double(width)
  let span = values.span
  var sum = (-half...half).reduce(SIMD4<Double>()) { $0 + SIMD4<Double>(values[min(last, max(0, $1))]) }
  return [SIMD4<Float>](unsafeUninitializedCapacity: values.count) { means, count in
    for i in span.indices {
      means[i] = SIMD4<Float>(sum * share)
      sum += SIMD4<Double>(span[min(last, i + half + 1)]) - SIMD4<Double>(span[max(0, i - half)])
    }
    count = span.count
  }
}

/// The smallest of `values`, four side by side, in a centred window of `width` values (odd), cut off at the edges.
///
/// As many values as came in. Complexity: O(count). Source: M. van Herk, "A fast algorithm for local minimum and
/// maximum filters", Pattern Recogn. Lett. 13 (1992), p. 517: within blocks as long as the window, the minima from
/// the block's start and from its end.
package func movingMinimum(of values: [SIMD4<Float>], width: Int) -> [SIMD4<Float>] {
  precondition(width > 0 && width % 2 == 1, "a centred window has an odd width")
  guard !values.isEmpty else { return [] }
  let half = width / 2
  let last = values.count - 1
  let values = values.span
  // The first and the last value go on beyond the edges, which changes no minimum.
  func value(_ i: Int) -> SIMD4<Float> { values[min(last, max(0, i - half))] }
  let count = values.count + 2 * half
  var fromStart = [SIMD4<Float>](repeating: .zero, count: count)
  var fromEnd = fromStart
  for i in 0..<count {
    fromStart[i] = i % width == 0 ? value(i) : smaller(fromStart[i - 1], value(i))
  }
  for i in (0..<count).reversed() {
    fromEnd[i] = i % width == width - 1 || i == count - 1 ? value(i) : smaller(fromEnd[i + 1], value(i))
  }
  return values.indices.map { smaller(fromEnd[$0], fromStart[$0 + width - 1]) }
}

@inline(__always)
private func smaller(_ a: SIMD4<Float>, _ b: SIMD4<Float>) -> SIMD4<Float> {
  a.replacing(with: b, where: b .< a)
}
