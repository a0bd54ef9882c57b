import Acoustics

/// Finds the curves of one take whose speech is known: samples go in block by block, the curves come out at the end.
///
/// The pitch is that of `TakeAnalyzer` for the same samples, speech and range. Nothing is detected anew, so that the
/// curves belong to the timing that was measured, whatever measured it.
public struct CurveAnalyzer: Sendable {
  private var frames: FrameStream

  /// An analyzer of samples at `sampleRate` Hz (8 to 192 kHz).
  public init(sampleRate: Int, pitchRange: PitchRange = .standard) {
    frames = FrameStream(sampleRate: sampleRate, pitchRange: pitchRange)
  }

  /// Makes room for a take of `seconds`.
  package mutating func reserveCapacity(seconds: Double) { frames.reserveCapacity(seconds: seconds) }

  /// Takes the next samples of the take, mono, full scale -1...1.
  public mutating func append(_ samples: Span<Float>) { frames.append(samples) }

  /// The curves of all samples that were taken, of at most `pointCount` points; `speech` in seconds, in order.
  ///
  /// Nothing can be taken after it.
  public mutating func finish(speech: [Interval], pointCount: Int = 800) -> TakeCurves {
    let features = frames.finish()
    let pitch = pitch(of: features, in: speech)
    let count = min(pointCount, features.count)
    let points = (0..<count).map { $0 * features.count / count..<($0 + 1) * features.count / count }
    return TakeCurves(
      spacing: count > 0 ? Double(features.count) * FrameFeatures.secondsInFrame / Double(count) : 0,
      level: points.map { (features.samplePower[$0].max() ?? 0).squareRoot() },
      pitch: points.map { medianOfVoiced(pitch[$0]) })
  }

  /// The pitch of each frame in Hz, 0 where there is none.
  private func pitch(of features: FrameFeatures, in speech: [Interval]) -> [Float] {
    func frame(_ seconds: Double) -> Int {
      Int(min(Double(features.count), max(0, (seconds / FrameFeatures.secondsInFrame).rounded())))
    }
    let spans = speech.map { frame($0.start)..<max(frame($0.start), frame($0.end)) }
    let audible = leastAudiblePower(of: features.samplePower, in: spans)
    var pitch = [Float](repeating: 0, count: features.count)
    for span in spans {
      pitch.replaceSubrange(span, with: audiblePitch(in: features, span: span, from: audible))
    }
    return pitch
  }
}

/// The median of the pitches above 0; 0 where they are less than half.
private func medianOfVoiced(_ pitches: ArraySlice<Float>) -> Float {
  let voiced = pitches.filter { $0 > 0 }
  return 2 * voiced.count >= pitches.count ? percentile(50, of: voiced) ?? 0 : 0
}
