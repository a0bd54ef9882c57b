/// The value below which `percent` (0...100) of `values` lie, between neighbours by straight line.
///
/// `nil` without values. The definition of Hyndman and Fan's type 7 (American Statistician 50 (1996), p. 361),
/// as in numpy. Complexity: O(n) on average.
package func percentile(_ percent: Double, of values: consuming [Float]) -> Float? {
  guard !values.isEmpty else { return nil }
  let position = min(100, max(0, percent)) / 100 * Double(values.count - 1)
  let rank = Int(position)
  return values.withUnsafeMutableBufferPointer { values in
    select(rank, in: values)
    guard rank + 1 < values.count else { return values[rank] }
    // What stands behind the rank is not smaller: the neighbour is the least of it.
    var above = values[rank + 1]
    for i in rank + 1..<values.count { above = min(above, values[i]) }
    return values[rank] + Float(position - Double(rank)) * (above - values[rank])
  }
}

/// Reorders `values` so that the one of `rank` stands in its place, smaller ones before it, greater ones behind.
///
/// Source: C. A. R. Hoare, "Algorithm 65: find", Comm. ACM 4 (1961), p. 321, the pivot being the median of three.
private func select(_ rank: Int, in values: UnsafeMutableBufferPointer<Float>) {
  var low = 0
  var high = values.count - 1
  while low < high {
    let (first, middle, last) = (values[low], values[(low + high) / 2], values[high])
    let pivot = max(min(first, middle), min(max(first, middle), last))
    var i = low
    var j = high
    while i <= j {
      while values[i] < pivot { i += 1 }
      while values[j] > pivot { j -= 1 }
      if i <= j {
        values.swapAt(i, j)
        i += 1
        j -= 1
      }
    }
    if rank <= j { high = j } else if rank >= i { low = i } else { return }
  }
}
