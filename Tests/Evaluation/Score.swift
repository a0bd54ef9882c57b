package import SpeechTiming

/// How well speech that was found agrees with speech that was labelled, over one recording or many.
///
/// Frames of 10 ms: one is speech where its centre lies in a segment. Pauses: silences between speech of 200 ms and
/// more; a found and a labelled pause match where their overlap is at least half of the longer, best overlap first,
/// one to one. Boundary errors are those of matched pauses.
package struct Score: Sendable, Equatable {
  package var truePositives = 0
  package var falsePositives = 0
  package var falseNegatives = 0
  package var trueNegatives = 0
  package var pausesFound = 0
  package var pausesLabelled = 0
  package var pausesMatched = 0
  /// Found less labelled speech time, in seconds, for each recording.
  package var speechTimeErrors: [Double] = []
  /// Found less labelled answer time, in seconds, for each recording with speech.
  package var answerTimeErrors: [Double] = []
  /// Absolute distance of found from labelled boundaries, in seconds.
  package var boundaryErrors: [Double] = []
  /// Found less labelled syllables over labelled ones, for each recording whose labels count them.
  package var syllableErrors: [Double] = []

  /// The score of no recording.
  package init() {}

  /// The score of one recording of `duration` seconds; `syllables` is how many were found, `nil` where not counted.
  package init(found: [Interval], syllables: Int?, labels: Labels, duration: Double) {
    let found = joined(found)
    let count = Int(duration * 100 + 1e-6)
    let isFound = frames(found, count: count)
    let isLabelled = frames(labels.speech, count: count)
    for (found, labelled) in zip(isFound, isLabelled) {
      switch (found, labelled) {
      case (true, true): truePositives += 1
      case (true, false): falsePositives += 1
      case (false, true): falseNegatives += 1
      case (false, false): trueNegatives += 1
      }
    }
    speechTimeErrors = [found.reduce(0) { $0 + $1.duration } - labels.speech.reduce(0) { $0 + $1.duration }]
    if let first = labels.speech.first, let last = labels.speech.last {
      let answer = found.isEmpty ? 0 : found[found.count - 1].end - found[0].start
      answerTimeErrors = [answer - (last.end - first.start)]
    }
    if let syllables, let labelled = labels.syllables, labelled > 0 {
      syllableErrors = [Double(syllables - labelled) / Double(labelled)]
    }
    let foundPauses = silences(in: found)
    let labelledPauses = silences(in: labels.speech)
    let matches = matched(foundPauses, labelledPauses)
    (pausesFound, pausesLabelled, pausesMatched) = (foundPauses.count, labelledPauses.count, matches.count)
    boundaryErrors = matches.flatMap { [abs($0.start - $1.start), abs($0.end - $1.end)] }
  }

  /// Adds the score of further recordings.
  package mutating func add(_ other: Score) {
    truePositives += other.truePositives
    falsePositives += other.falsePositives
    falseNegatives += other.falseNegatives
    trueNegatives += other.trueNegatives
    pausesFound += other.pausesFound
    pausesLabelled += other.pausesLabelled
    pausesMatched += other.pausesMatched
    speechTimeErrors += other.speechTimeErrors
    answerTimeErrors += other.answerTimeErrors
    boundaryErrors += other.boundaryErrors
    syllableErrors += other.syllableErrors
  }

  /// Harmonic mean of precision and recall over frames, 0...1.
  package var frameF1: Double {
    share(2 * truePositives, of: 2 * truePositives + falsePositives + falseNegatives)
  }
  /// Share of frames judged right.
  package var accuracy: Double {
    share(
      truePositives + trueNegatives, of: truePositives + trueNegatives + falsePositives + falseNegatives)
  }
  package var pausePrecision: Double { share(pausesMatched, of: pausesFound) }
  package var pauseRecall: Double { share(pausesMatched, of: pausesLabelled) }
  package var pauseF: Double { share(2 * pausesMatched, of: pausesFound + pausesLabelled) }
}

private func share(_ part: Int, of whole: Int) -> Double { whole > 0 ? Double(part) / Double(whole) : 0 }

private func frames(_ segments: [Interval], count: Int) -> [Bool] {
  var result = [Bool](repeating: false, count: count)
  for segment in segments {
    for frame in max(0, Int((segment.start * 100 - 0.5).rounded(.up)))..<count {
      guard (Double(frame) + 0.5) / 100 < segment.end else { break }
      result[frame] = true
    }
  }
  return result
}

/// The silences of 200 ms and more between `segments`.
private func silences(in segments: [Interval]) -> [Interval] {
  zip(segments, segments.dropFirst()).map { Interval(start: $0.end, end: $1.start) }
    .filter { $0.duration >= 0.2 - 1e-9 }
}

private func matched(_ found: [Interval], _ labelled: [Interval]) -> [(Interval, Interval)] {
  var candidates: [(share: Double, found: Int, labelled: Int)] = []
  for (i, a) in found.enumerated() {
    for (j, b) in labelled.enumerated() {
      let overlap = min(a.end, b.end) - max(a.start, b.start)
      let longer = max(a.duration, b.duration)
      if overlap > 0, overlap >= 0.5 * longer { candidates.append((overlap / longer, i, j)) }
    }
  }
  var takenFound: Set<Int> = []
  var takenLabelled: Set<Int> = []
  var pairs: [(Interval, Interval)] = []
  for candidate in candidates.sorted(by: { $0.share > $1.share })
  where !takenFound.contains(candidate.found) && !takenLabelled.contains(candidate.labelled) {
    takenFound.insert(candidate.found)
    takenLabelled.insert(candidate.labelled)
    pairs.append((found[candidate.found], labelled[candidate.labelled]))
  }
  return pairs
}
