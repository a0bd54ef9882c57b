import Glibc

/// The harmonics `numbers` of a pitch that moves with time (seconds to Hz), at 0.1 rms in all.
///
/// The amplitude falls by `slope` dB an octave; each harmonic has another phase. Those above 45 % of the sample rate
/// are left out.
package func harmonics(
  _ numbers: ClosedRange<Int> = 1...10, slope: Double = 3, seconds: Double, sampleRate: Int = 16_000,
  pitch: (Double) -> Double
) -> [Float] {
  let count = Int((seconds * Double(sampleRate)).rounded())
  var turns = 0.0
  var sound = (0..<count).map { i -> Double in
    let frequency = pitch(Double(i) / Double(sampleRate))
    defer { turns += frequency / Double(sampleRate) }
    return numbers.reduce(0) { sum, number in
      guard Double(number) * frequency < 0.45 * Double(sampleRate) else { return sum }
      let amplitude = pow(10, -slope * log2(Double(number)) / 20)
      return sum + amplitude * sin(Double(number) * (2 * Double.pi * turns + 1))
    }
  }
  let rms = (sound.reduce(0) { $0 + $1 * $1 } / Double(max(1, count))).squareRoot()
  for i in sound.indices where rms > 0 { sound[i] *= 0.1 / rms }
  return sound.map { Float($0) }
}
