extension TakeTiming {
  /// The longest recording that can be, in seconds: a hundred days.
  ///
  /// A file tells the numbers of a session, and anybody may have written it: what lies beyond is no measurement.
  private static let longest = 100 * 86_400.0

  /// Whether every value lies where a measurement could, so that nothing that counts or draws has to ask again.
  ///
  /// A tenth of a second past the end is allowed: spans are of whole frames and rounded.
  var isPlausible: Bool {
    guard (0...Self.longest).contains(duration) else { return false }
    let take = 0...duration + 0.1
    func areInOrder(_ spans: [Interval]) -> Bool {
      spans.allSatisfy { take.contains($0.start) && take.contains($0.end) && $0.start <= $0.end }
        && zip(spans, spans.dropFirst()).allSatisfy { $0.end <= $1.start }
    }
    return (0...Self.longest).contains(pauseThreshold) && areInOrder(speech) && areInOrder(pauses) && level.isPlausible
      && pace?.isPlausible(within: take) != false
      && voice.map { $0.isPlausible && areInOrder($0.filledPauses) } != false
  }
}

extension TakeLevel {
  /// 64-bit samples have a range of less than 500 dB.
  fileprivate var isPlausible: Bool {
    [speech, noiseFloor, peak].allSatisfy { $0.map { (-1000.0...1000.0).contains($0) } ?? true }
  }
}

extension Pace {
  /// No mouth moves a hundred times a second; far from that a number is none of a measurement.
  fileprivate func isPlausible(within take: ClosedRange<Double>) -> Bool {
    let rates = [speechRate, articulationRate] + rateOverTime.map(\.rate)
    let figures = [meanSyllableDuration ?? 0, meanLengthOfRun, wordsPerMinute.atLeast, wordsPerMinute.atMost]
    return nuclei.allSatisfy(take.contains) && zip(nuclei, nuclei.dropFirst()).allSatisfy { $0 <= $1 }
      && rates.allSatisfy { (0...1000).contains($0) } && rateOverTime.allSatisfy { take.contains($0.time) }
      && figures.allSatisfy { (0...1e9).contains($0) }
  }
}

extension Voice {
  /// Wider than any voice or scale by far.
  fileprivate var isPlausible: Bool {
    [pitchMedian, pitchSpread, voicedShare, levelSpread, levelFall].allSatisfy {
      $0.map { (-100_000.0...100_000.0).contains($0) } ?? true
    }
  }
}
