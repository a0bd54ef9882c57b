/// The inputs of the detector's network for a whole take at 16 kHz, as training needs them: for each frame of 10 ms
/// `rowsInFrame` rows of sixteen values.
package struct DetectorInputs {
  /// Rows of a frame.
  package static let rowsInFrame = DetectorContext.rowCount
  /// Samples a second of the takes.
  package static let sampleRate = FrameFeatures.sampleRate
  /// Samples from one frame to the next.
  package static let hop = FrameFeatures.hop

  /// The rows of all frames, those of the first frame first.
  package private(set) var rows: [SIMD16<Float>] = []
  /// How many frames there are.
  package var frameCount: Int { rows.count / Self.rowsInFrame }

  /// The inputs that the detector would compute of `samples`; none of a take that is too short.
  package init(of samples: [Float]) {
    var frames = FrameExtractor()
    frames.append(samples.span)
    frames.finish()
    guard frames.features.count > 0 else { return }
    var context = DetectorContext(of: SpeechCues(of: frames.features).channels)
    context.append(0..<frames.features.count, to: &rows)
  }
}
