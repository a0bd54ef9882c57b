import Glibc

/// How loud a span of sound is, in decibels below full scale.
package struct SignalLevel: Sendable, Equatable {
  /// dBFS of the largest magnitude: 0 at full scale, -infinity for digital silence.
  package let peak: Float
  /// dBFS of the root mean square: -3.01 for a full-scale sine, -infinity for digital silence.
  package let rootMeanSquare: Float

  /// Digital silence, and the level of no samples at all.
  package static let silence = SignalLevel(peak: -.infinity, rootMeanSquare: -.infinity)

  package init(peak: Float, rootMeanSquare: Float) {
    self.peak = peak
    self.rootMeanSquare = rootMeanSquare
  }

  init(of samples: UnsafeBufferPointer<some Sample>) {
    guard !samples.isEmpty else {
      self = .silence
      return
    }
    var largest: Float = 0
    var energy = 0.0
    for sample in samples {
      let amplitude = sample.amplitude
      largest = max(largest, abs(amplitude))
      energy += Double(amplitude * amplitude)
    }
    peak = 20 * log10(largest)
    rootMeanSquare = Float(10 * log10(energy / Double(samples.count)))
  }
}

extension SignalLevel {
  /// Both numbers in one word, for one atomic.
  var packed: UInt64 { UInt64(peak.bitPattern) << 32 | UInt64(rootMeanSquare.bitPattern) }

  init(packed: UInt64) {
    self.init(
      peak: Float(bitPattern: UInt32(truncatingIfNeeded: packed >> 32)),
      rootMeanSquare: Float(bitPattern: UInt32(truncatingIfNeeded: packed)))
  }
}
