import Acoustics
import BuiltSignals
package import SpeechTiming

/// `samples` with noise that falls by 3 dB an octave, so loud that speech stands `signalToNoise` dB above it.
///
/// The level of speech is that of `speech` (seconds) in `samples`, at `sampleRate` Hz.
package func inPinkNoise(
  _ samples: [Float], speech: [Interval], sampleRate: Int, signalToNoise: Double, seed: UInt64
) -> [Float] {
  let noise = pinkNoise(count: samples.count, seed: seed)
  let spoken = speech.flatMap { segment in
    samples[
      min(
        samples.count, Int(segment.start * Double(sampleRate)))..<min(
          samples.count, Int(segment.end * Double(sampleRate)))]
  }
  guard !spoken.isEmpty else { return samples }
  let gain = Float((meanSquare(spoken) / meanSquare(noise) / power(ofDecibels: signalToNoise)).squareRoot())
  return zip(samples, noise).map { $0 + gain * $1 }
}

/// White noise through a filter whose power falls by about 3 dB an octave.
///
/// Source: P. Kellet's economy filter, as given by R. Bristow-Johnson in the music-dsp archive (1999).
private func pinkNoise(count: Int, seed: UInt64) -> [Float] {
  var (b0, b1, b2): (Float, Float, Float) = (0, 0, 0)
  return whiteNoise(count: count, rms: 1, seed: seed).map { white in
    b0 = 0.997_65 * b0 + white * 0.099_046
    b1 = 0.963_00 * b1 + white * 0.296_516_4
    b2 = 0.570_00 * b2 + white * 1.052_691_3
    return b0 + b1 + b2 + white * 0.1848
  }
}

private func meanSquare(_ samples: [Float]) -> Double {
  samples.reduce(0) { $0 + Double($1) * Double($1) } / Double(max(1, samples.count))
}
