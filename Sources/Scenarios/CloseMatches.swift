/// The words that a reader may have meant by `word`, closest first; empty if none is close.
///
/// Close means at most one edit in three letters, or that one word begins with the other (three letters or more).
package func closeMatches(to word: String, in words: some Sequence<String>) -> [String] {
  // No key or id is that long, and the distance takes time and space by the product of the lengths.
  guard word.count <= 100 else { return [] }
  let lowercased = word.lowercased()
  return words.compactMap { candidate -> (edits: Int, word: String)? in
    guard candidate.utf8.count <= 1_000 else { return nil }
    let edits = editDistance(lowercased, candidate.lowercased())
    let isPrefix =
      lowercased.count >= 3 && (candidate.hasPrefix(lowercased) || lowercased.hasPrefix(candidate))
    guard edits <= max(1, lowercased.count / 3) || isPrefix else { return nil }
    return (edits, candidate)
  }
  .sorted { ($0.edits, $0.word) < ($1.edits, $1.word) }
  .map(\.word)
}

/// The number of letters to insert, delete, replace or swap with their neighbour that turn `first` into `second`.
///
/// Optimal string alignment distance (Boytsov 2011, "Indexing methods for approximate dictionary searching").
/// Time and space grow with the product of the lengths.
func editDistance(_ first: String, _ second: String) -> Int {
  let a = Array(first)
  let b = Array(second)
  var distance = Array(repeating: Array(repeating: 0, count: b.count + 1), count: a.count + 1)
  for i in 0...a.count { distance[i][0] = i }
  for j in 0...b.count { distance[0][j] = j }
  for i in a.indices {
    for j in b.indices {
      let replaced = distance[i][j] + (a[i] == b[j] ? 0 : 1)
      var best = min(distance[i][j + 1] + 1, distance[i + 1][j] + 1, replaced)
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
        best = min(best, distance[i - 1][j - 1] + 1)
      }
      distance[i + 1][j + 1] = best
    }
  }
  return distance[a.count][b.count]
}
