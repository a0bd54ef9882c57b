/// The places of a longest common subsequence of two lists of words, in rising order.
///
/// Beginnings and ends that are the same are taken as such; the rest by the table of R. A. Wagner and M. J. Fischer, "The
/// string-to-string correction problem", Journal of the ACM 21, 1974. Where that table would have more than 25 million
/// fields (5,000 words changed into 5,000 others; our own choice, 50 MB), nothing between beginning and end counts as
/// common.
func commonWords(_ first: [String], _ second: [String]) -> [(Int, Int)] {
  let shorter = min(first.count, second.count)
  var beginning = 0
  while beginning < shorter, first[beginning] == second[beginning] { beginning += 1 }
  var ending = 0
  while ending < shorter - beginning, first[first.count - 1 - ending] == second[second.count - 1 - ending] {
    ending += 1
  }
  let (rows, columns) = (first.count - beginning - ending, second.count - beginning - ending)
  var pairs = (0..<beginning).map { ($0, $0) }
  if rows > 0, columns > 0, rows.multipliedReportingOverflow(by: columns).partialValue <= 25_000_000 {
    let middle = (Array(first[beginning..<(beginning + rows)]), Array(second[beginning..<(beginning + columns)]))
    pairs += longestCommon(middle.0, middle.1).map { ($0 + beginning, $1 + beginning) }
  }
  return pairs + (0..<ending).map { (beginning + rows + $0, beginning + columns + $0) }
}

private func longestCommon(_ first: [String], _ second: [String]) -> [(Int, Int)] {
  // Numbers compare faster than words.
  var numbers: [String: Int32] = [:]
  for word in first where numbers[word] == nil { numbers[word] = Int32(numbers.count) }
  let a = first.map { numbers[$0] ?? -1 }
  let b = second.map { numbers[$0] ?? -1 }
  // lengths[i * width + j] is the length of what a[i...] and b[j...] have in common. A length over 65,535 would need
  // more fields than the limit allows.
  let width = b.count + 1
  var lengths = [UInt16](repeating: 0, count: (a.count + 1) * width)
  for i in a.indices.reversed() {
    for j in b.indices.reversed() {
      lengths[i * width + j] =
        a[i] == b[j]
        ? lengths[(i + 1) * width + j + 1] + 1 : max(lengths[(i + 1) * width + j], lengths[i * width + j + 1])
    }
  }
  var pairs: [(Int, Int)] = []
  var (i, j) = (0, 0)
  while i < a.count, j < b.count {
    if a[i] == b[j] {
      pairs.append((i, j))
      (i, j) = (i + 1, j + 1)
    } else if lengths[(i + 1) * width + j] >= lengths[i * width + j + 1] {
      i += 1
    } else {
      j += 1
    }
  }
  return pairs
}
