/// Features of the last seconds of a take that goes on.
extension FrameFeatures {
  /// Forgets the first `count` frames.
  mutating func removeFirst(_ count: Int) {
    bands.removeFirst(count)
    spectrumPower.removeFirst(count)
    harmonicity.removeFirst(count)
    samplePower.removeFirst(count)
    pitch.removeFirst(count)
  }

  /// What the detector looks at, and after it the last `count` frames (all, if there are fewer) in reverse.
  func mirrored(_ count: Int) -> FrameFeatures {
    var features = FrameFeatures()
    (features.bands, features.spectrumPower, features.harmonicity) = (bands, spectrumPower, harmonicity)
    for t in (max(0, self.count - count)..<self.count).reversed() {
      features.bands.append(t, of: bands)
      features.spectrumPower.append(spectrumPower[t])
      features.harmonicity.append(harmonicity[t])
    }
    return features
  }
}
