import Acoustics

/// Measures one take: samples go in block by block, the timing comes out at the end.
///
/// Memory grows with the length of the take by its features alone (64 bytes for each 10 ms), not by its samples.
/// The same samples give the same timing, bit for bit, however they are cut into blocks.
public struct TakeAnalyzer: Sendable {
  private let parameters: TimingParameters
  private let sampleRate: Int
  private var sampleCount = 0
  private var peak: Float = 0
  private var clipping = ClippingCount()
  private var frames: FrameStream

  /// An analyzer of samples at `sampleRate` Hz (8 to 192 kHz).
  public init(sampleRate: Int, parameters: TimingParameters = .standard) {
    self.parameters = parameters
    self.sampleRate = sampleRate
    frames = FrameStream(sampleRate: sampleRate, pitchRange: parameters.pitchRange)
  }

  /// Makes room for a take of `seconds`: without it, what is kept is held twice while it grows.
  package mutating func reserveCapacity(seconds: Double) {
    frames.reserveCapacity(seconds: seconds)
  }

  /// Takes the next samples of the take, mono, full scale -1...1.
  public mutating func append(_ samples: Span<Float>) {
    sampleCount += samples.count
    let loudest = largestMagnitude(of: samples)
    peak = max(peak, loudest)
    clipping.append(samples, loudest: loudest)
    frames.append(samples)
  }

  /// The timing of all samples that were taken; without any, that of a take of no length.
  ///
  /// Nothing can be taken after it.
  public mutating func finish() -> TakeTiming {
    let features = frames.finish()
    let duration = Double(sampleCount) / Double(sampleRate)
    let speech = detectSpeech(in: features)
    let level = TakeLevel(
      speech: meanLevel(features.samplePower, in: speech),
      noiseFloor: quietLevel(features.samplePower, outside: speech),
      peak: peak > 0 ? decibels(ofPower: Double(peak) * Double(peak)) : nil,
      clippedSamples: clipping.count)
    var timing = TakeTiming(
      duration: duration,
      speech: speech.map {
        Interval(
          start: Double($0.lowerBound) * FrameFeatures.secondsInFrame,
          end: min(duration, Double($0.upperBound) * FrameFeatures.secondsInFrame))
      },
      pauseThreshold: parameters.pauseThreshold, level: level)
    let nuclei = speech.isEmpty ? [] : syllableNuclei(in: features, speech: speech)
    timing.pace = Pace(nuclei: nuclei.map { (Double($0) + 0.5) * FrameFeatures.secondsInFrame }, in: timing)
    timing.voice = measureVoice(in: features, speech: speech, nuclei: nuclei)
    return timing
  }
}

/// The timing of a whole take in memory: mono `samples`, full scale -1...1, at `sampleRate` Hz.
public func timing(
  of samples: [Float], sampleRate: Int, parameters: TimingParameters = .standard
) -> TakeTiming {
  var analyzer = TakeAnalyzer(sampleRate: sampleRate, parameters: parameters)
  analyzer.append(samples.span)
  return analyzer.finish()
}

/// Mean power of the frames in `spans`, in dBFS; `nil` where there are none.
private func meanLevel(_ powers: [Float], in spans: [Range<Int>]) -> Double? {
  let inside = spans.joined().map { Double(powers[$0]) }
  guard !inside.isEmpty else { return nil }
  return decibels(ofPower: inside.reduce(0, +) / Double(inside.count))
}

/// Median power of the frames outside `spans`, in dBFS; `nil` where there are none or they are digitally silent.
///
/// The median: a cough or a click between the speech is not the room.
private func quietLevel(_ powers: [Float], outside spans: [Range<Int>]) -> Double? {
  var isSpeech = [Bool](repeating: false, count: powers.count)
  for frame in spans.joined() { isSpeech[frame] = true }
  let outside = zip(powers, isSpeech).filter { !$1 }.map(\.0)
  guard let median = percentile(50, of: outside), median > 0 else { return nil }
  return decibels(ofPower: Double(median))
}

/// Counts the samples at full scale in runs of three or more.
///
/// One or two samples there are a loud peak; a run is a flattened one.
private struct ClippingCount: Sendable {
  private(set) var count = 0
  private var run = 0

  /// The largest 16-bit value over 32768, less one step.
  private static let fullScale: Float = 32_766 / 32_768

  /// Takes the next samples, none of which is greater in magnitude than `loudest`.
  mutating func append(_ samples: Span<Float>, loudest: Float) {
    guard loudest >= Self.fullScale else {
      run = 0
      return
    }
    for i in samples.indices {
      run = abs(samples[i]) >= Self.fullScale ? run + 1 : 0
      count += run == 3 ? 3 : run > 3 ? 1 : 0
    }
  }
}
