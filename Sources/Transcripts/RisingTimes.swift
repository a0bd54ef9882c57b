/// Takes the times from as few words as possible, so that those left never fall from one word to the next.
///
/// A word is placed by its start, or by its end where only that is known. What stays is a longest non-decreasing
/// subsequence (patience sorting: M. L. Fredman, "On computing the length of longest increasing subsequences",
/// Discrete Mathematics 11, 1975), so that one time far off costs no other word its own. Takes n log n steps.
func keepRisingTimes(_ words: inout [Transcript.Word]) {
  // For each length, the word on which the best subsequence of that length ends.
  var lastWords: [Int] = []
  var lastTimes: [Double] = []
  var previous = Array(repeating: -1, count: words.count)
  for index in words.indices {
    guard let time = words[index].start ?? words[index].end else { continue }
    var low = 0
    var high = lastTimes.count
    while low < high {
      let middle = (low + high) / 2
      if lastTimes[middle] <= time { low = middle + 1 } else { high = middle }
    }
    previous[index] = low > 0 ? lastWords[low - 1] : -1
    if low == lastTimes.count {
      lastWords.append(index)
      lastTimes.append(time)
    } else {
      lastWords[low] = index
      lastTimes[low] = time
    }
  }
  var kept = lastWords.last ?? -1
  for index in words.indices.reversed() {
    if index == kept {
      kept = previous[index]
    } else {
      words[index].start = nil
      words[index].end = nil
    }
  }
}
