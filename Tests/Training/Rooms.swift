import Acoustics
import Glibc

/// Reverberation: early sound and four combs in parallel, two all-passes in series.
///
/// Source: M. R. Schroeder, "Natural sounding artificial reverberation", J. Audio Eng. Soc. 10 (1962), p. 219.
struct Room {
  /// Time in which the echo falls by 60 dB, in seconds.
  var decay: Double
  /// Level of the echo against the sound, a factor.
  var wet: Float

  static func random(using random: inout SeededGenerator) -> Room {
    Room(
      decay: Double.random(in: 0.1...0.7, using: &random),
      wet: Float(pow(10, Double.random(in: -30...(-6), using: &random) / 20)))
  }

  func applied(to sound: [Float]) -> [Float] {
    var echo = [Float](repeating: 0, count: sound.count)
    for delay in [475, 593, 659, 701] {
      let feedback = Float(pow(10, -3 * Double(delay) / 16_000 / decay))
      var line = [Float](repeating: 0, count: delay)
      var at = 0
      for i in sound.indices {
        let out = line[at]
        line[at] = sound[i] + feedback * out
        echo[i] += out
        at = at + 1 == delay ? 0 : at + 1
      }
    }
    for delay in [80, 27] {
      var line = [Float](repeating: 0, count: delay)
      var at = 0
      for i in echo.indices {
        let out = line[at] - 0.7 * echo[i]
        line[at] = echo[i] + 0.7 * out
        echo[i] = out
        at = at + 1 == delay ? 0 : at + 1
      }
    }
    return zip(sound, echo).map { $0 + wet * $1 }
  }
}

/// One to three broad peaks or dips in the spectrum, as microphones and mouths' distances make.
struct Equalisation {
  var bands: [(frequency: Double, width: Double, gain: Double)]

  static func random(using random: inout SeededGenerator) -> Equalisation {
    Equalisation(
      bands: (0..<Int.random(in: 1...3, using: &random)).map { _ in
        (
          exp(Double.random(in: log(100)...log(6000), using: &random)), Double.random(in: 0.4...1.5, using: &random),
          Double.random(in: -12...9, using: &random)
        )
      })
  }

  /// Peaking filters after R. Bristow-Johnson, "Cookbook formulae for audio EQ biquad filter coefficients".
  func applied(to sound: [Float]) -> [Float] {
    var sound = sound
    for band in bands {
      let w = 2 * Double.pi * band.frequency / 16_000
      let amplitude = pow(10, band.gain / 40)
      let alpha = sin(w) / (2 * band.width)
      let norm = 1 + alpha / amplitude
      let (b0, b1, b2) = ((1 + alpha * amplitude) / norm, -2 * cos(w) / norm, (1 - alpha * amplitude) / norm)
      let (a1, a2) = (b1, (1 - alpha / amplitude) / norm)
      var (x1, x2, y1, y2) = (0.0, 0.0, 0.0, 0.0)
      for i in sound.indices {
        let x = Double(sound[i])
        let y = b0 * x + b1 * x1 + b2 * x2 - a1 * y1 - a2 * y2
        (x2, x1, y2, y1) = (x1, x, y1, y)
        sound[i] = Float(y)
      }
    }
    return sound
  }
}

/// What a telephone, a narrow codec or a low sample rate leaves: three resonant-free low passes in a row.
struct LowPass {
  var frequency: Double

  static func random(using random: inout SeededGenerator) -> LowPass {
    LowPass(frequency: Double.random(in: 2800...5500, using: &random))
  }

  func applied(to sound: [Float]) -> [Float] {
    var sound = sound
    let w = 2 * Double.pi * frequency / 16_000
    for quality in [0.518, 0.707, 1.932] {
      let alpha = sin(w) / (2 * quality)
      let norm = 1 + alpha
      let b0 = (1 - cos(w)) / 2 / norm
      let (a1, a2) = (-2 * cos(w) / norm, (1 - alpha) / norm)
      var (x1, x2, y1, y2) = (0.0, 0.0, 0.0, 0.0)
      for i in sound.indices {
        let x = Double(sound[i])
        let y = b0 * (x + 2 * x1 + x2) - a1 * y1 - a2 * y2
        (x2, x1, y2, y1) = (x1, x, y1, y)
        sound[i] = Float(y)
      }
    }
    return sound
  }
}
