/// The mean of `values` over a centred window of `width` values (odd), the edges taken to go on unchanged.
///
/// As many values as came in. Sums in Double, so that a long take gathers no error. Complexity: O(count).
package func movingMean(of values: [Float], width: Int) -> [Float] {
  precondition(width > 0 && width % 2 == 1, "a centred window has an odd width")
  guard let first = values.first, let last = values.last, width > 1 else { return values }
  let half = width / 2
  func value(_ index: Int) -> Double {
    Double(index < 0 ? first : index >= values.count ? last : values[index])
  }
  var sum = (-half...half).reduce(0.0) { $0 + value($1) }
  var means = [Float](repeating: 0, count: values.count)
  for i in values.indices {
    means[i] = Float(sum / Double(width))
    sum += value(i + half + 1) - value(i - half)
  }
  return means
}

/// The smallest of `values` in a centred window of `width` values (odd), cut off at the edges.
///
/// As many values as came in. Complexity: O(count).
/// Source: D. Lemire, "Streaming maximum-minimum filter using no more than three comparisons per element",
/// Nordic J. Computing 13 (2006), p. 328, in its simple form with one queue.
package func movingMinimum(of values: [Float], width: Int) -> [Float] {
  precondition(width > 0 && width % 2 == 1, "a centred window has an odd width")
  let half = width / 2
  // Indices whose values rise: the first is the smallest of the window.
  var candidates: [Int] = []
  var oldest = 0
  var minima: [Float] = []
  minima.reserveCapacity(values.count)
  for end in 0..<(values.count + half) {
    if end < values.count {
      while candidates.count > oldest, let last = candidates.last, values[last] >= values[end] {
        candidates.removeLast()
      }
      candidates.append(end)
    }
    let centre = end - half
    guard centre >= 0 else { continue }
    while candidates[oldest] < centre - half { oldest += 1 }
    minima.append(values[candidates[oldest]])
  }
  return minima
}

/// The largest of `values` in a centred window of `width` values (odd), cut off at the edges.
package func movingMaximum(of values: [Float], width: Int) -> [Float] {
  movingMinimum(of: values.map { -$0 }, width: width).map { -$0 }
}
