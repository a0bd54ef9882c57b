import Glibc

/// A sine of `frequency` Hz and `amplitude` (1 is full scale), `seconds` long.
package func sine(
  frequency: Double, amplitude: Double, seconds: Double, sampleRate: Int, phase: Double = 0
) -> [Float] {
  (0..<Int((seconds * Double(sampleRate)).rounded())).map {
    Float(amplitude * sin(2 * Double.pi * frequency * Double($0) / Double(sampleRate) + phase))
  }
}

/// A sound that a speech detector takes for speech: a buzz of glottal pulses at `pitch` Hz through two
/// formant-like resonances, swelling and fading `syllablesASecond` times a second as syllables do.
///
/// `rms` is that of the whole span; the first and last samples are at full loudness of their syllable's edge
/// (a raised cosine of 10 ms), so that the span's ends are its acoustic ends.
package func speechLike(
  seconds: Double, rms: Double, sampleRate: Int, pitch: Double = 120, syllablesASecond: Double = 4
) -> [Float] {
  let count = Int((seconds * Double(sampleRate)).rounded())
  guard count > 0 else { return [] }
  var excitation = [Double](repeating: 0, count: count)
  var phase = 0.0
  for i in 0..<count {
    let time = Double(i) / Double(sampleRate)
    phase += pitch * (1 + 0.05 * sin(2 * Double.pi * 0.7 * time)) / Double(sampleRate)
    if phase >= 1 {
      phase -= 1
      excitation[i] = 1
    }
  }
  let formants = [(600.0, 90.0), (1400.0, 120.0), (2600.0, 160.0)].map { frequency, bandwidth in
    resonance(of: excitation, frequency: frequency, bandwidth: bandwidth, sampleRate: sampleRate)
  }
  let ramp = max(1, sampleRate / 100)
  var sound = (0..<count).map { i -> Double in
    let time = Double(i) / Double(sampleRate)
    let syllable = 0.6 + 0.4 * sin(2 * Double.pi * syllablesASecond * time + Double.pi / 2)
    let edge = min(1, Double(min(i, count - 1 - i) + 1) / Double(ramp))
    return syllable * edge * formants.reduce(0) { $0 + $1[i] }
  }
  let power = sound.reduce(0) { $0 + $1 * $1 } / Double(count)
  let gain = power > 0 ? rms / power.squareRoot() : 0
  for i in sound.indices { sound[i] *= gain }
  return sound.map { Float($0) }
}

/// One piece of a built take: speech-like sound or nothing, in seconds.
package enum Piece: Sendable {
  case speech(Double)
  case silence(Double)
}

/// A take built of `pieces` at 0.1 rms, with white noise at `noise` rms under all of it.
package func builtTake(
  _ pieces: [Piece], sampleRate: Int = 16_000, noise: Double = 0.0005, seed: UInt64 = 1
) -> [Float] {
  var samples: [Float] = []
  for piece in pieces {
    switch piece {
    case .speech(let seconds):
      samples += speechLike(seconds: seconds, rms: 0.1, sampleRate: sampleRate)
    case .silence(let seconds):
      samples += [Float](repeating: 0, count: Int((seconds * Double(sampleRate)).rounded()))
    }
  }
  let room = whiteNoise(count: samples.count, rms: noise, seed: seed)
  return zip(samples, room).map { $0 + $1 }
}

/// A two-pole resonance, run over `excitation`.
///
/// Source: D. H. Klatt, "Software for a cascade/parallel formant synthesizer", JASA 67 (1980), p. 978.
func resonance(
  of excitation: [Double], frequency: Double, bandwidth: Double, sampleRate: Int
) -> [Double] {
  let period = 1 / Double(sampleRate)
  let c = -exp(-2 * Double.pi * bandwidth * period)
  let b = 2 * exp(-Double.pi * bandwidth * period) * cos(2 * Double.pi * frequency * period)
  let a = 1 - b - c
  var first = 0.0
  var second = 0.0
  return excitation.map { input in
    let output = a * input + b * first + c * second
    (first, second) = (output, first)
    return output
  }
}
