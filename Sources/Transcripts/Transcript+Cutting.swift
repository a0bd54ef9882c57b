extension Transcript {
  /// The part of the recording from `start` up to `end`, in seconds, with times from `start`.
  ///
  /// A word belongs where it begins; its end is cut at `end`. A word without times is placed for this between the times
  /// around it, by its share of their letters, and gets no time by it.
  /// - Returns: `nil` where no word has a time, so that nothing tells where to cut.
  public func cut(from start: Double, to end: Double) -> Transcript? {
    guard let places = placesInTime else { return nil }
    var part = self
    part.words = zip(words, places).compactMap { word, place in
      guard start <= place, place < end else { return nil }
      return Word(
        word.text, start: word.start.map { max($0 - start, 0) },
        end: word.end.map { max(min($0, end) - start, 0) })
    }
    return part
  }

  /// Where each word begins, in seconds, told or estimated; `nil` where no word has a time.
  private var placesInTime: [Double]? {
    /// A time that is known, and how many letters were said before it.
    var known: [(letters: Int, time: Double)] = []
    var letters: [Int] = []
    var count = 0
    for word in words {
      letters.append(count)
      if let start = word.start { known.append((count, start)) }
      count += word.text.utf8.count
      if let end = word.end { known.append((count, end)) }
    }
    guard let first = known.first else { return nil }
    var before = first
    var next = 0
    return words.indices.map { index in
      while next < known.count, known[next].letters <= letters[index] {
        before = known[next]
        next += 1
      }
      if let start = words[index].start { return start }
      guard next < known.count, known[next].letters > before.letters, before.letters <= letters[index] else {
        return before.time
      }
      let share = Double(letters[index] - before.letters) / Double(known[next].letters - before.letters)
      return before.time + share * (known[next].time - before.time)
    }
  }
}
