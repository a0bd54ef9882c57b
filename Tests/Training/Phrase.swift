import SpeechTiming

/// A phrase of a synthetic voice, clean and at a common loudness, with its truth.
struct Phrase {
  /// Whole frames, at a root mean square of 0.1 over its speech.
  var samples: [Float]
  /// Whether each frame is speech.
  var truth: [Bool]

  /// A frame is speech within this of the phrase's level, in dB: the level is that of its louder half.
  static let extent: Float = 30
  /// Silences of fewer frames inside a phrase are closures of stops.
  static let closure = 16

  /// The phrase in what a synthesiser wrote, or `nil` where it wrote nothing to be heard.
  ///
  /// The truth is that of the clean signal alone: the power of each frame of 10 ms against the mean power of the
  /// louder half of the frames. Edges are thus neither early nor late by anybody's habit.
  init?(_ written: [Float]) {
    let hop = DetectorInputs.hop
    let frames = written.count / hop
    let powers = (0..<frames).map { t in
      (t * hop..<(t + 1) * hop).reduce(Float(0)) { $0 + written[$1] * written[$1] } / Float(hop)
    }
    let loud = powers.filter { $0 > 1e-6 }.sorted()
    guard loud.count >= 5 else { return nil }
    let louder = loud[(loud.count / 2)...]
    let level = louder.reduce(0, +) / Float(louder.count)
    let least = level * Self.ratio(Self.extent)
    var truth = powers.map { $0 >= least }
    var last: Int?
    for t in truth.indices where truth[t] {
      if let last, t - last <= Self.closure { for gap in last..<t { truth[gap] = true } }
      last = t
    }
    guard let first = truth.firstIndex(of: true), let end = truth.lastIndex(of: true) else { return nil }
    let gain = 0.1 / level.squareRoot()
    samples = written[first * hop..<(end + 1) * hop].map { $0 * gain }
    self.truth = Array(truth[first...end])
  }

  private static func ratio(_ decibels: Float) -> Float {
    // 10^(-x/10) for whole steps of 1 dB, without a mathematical library.
    (0..<Int(decibels)).reduce(Float(1)) { ratio, _ in ratio * 0.794_328_2 }
  }
}
