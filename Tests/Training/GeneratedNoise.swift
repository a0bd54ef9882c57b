import Acoustics
import Glibc

/// Noises that are no speech, `count` samples at 16 kHz each, from a seeded generator; levels are set by the mixer.
enum GeneratedNoise {
  static let rate = 16_000.0

  /// Noise with a random slope over frequency, that swells and fades slowly where `breathing`.
  static func coloured(_ count: Int, breathing: Bool, using random: inout SeededGenerator) -> [Float] {
    var poles = [Float](repeating: 0, count: 3)
    let corners: [Float] = (0..<3).map { _ in Float(exp(Double.random(in: log(30)...log(6000), using: &random))) }
    let gains: [Float] = (0..<3).map { _ in Float(pow(10, Double.random(in: -1.2...0.6, using: &random))) }
    let factors = corners.map { 1 - exp(-2 * Float.pi * $0 / 16_000) }
    let white = Float.random(in: 0...0.5, using: &random)
    let period = Double.random(in: 0.8...6, using: &random)
    let depth = breathing ? Float.random(in: 1...6, using: &random) : 0
    let phase = Double.random(in: 0...6, using: &random)
    return (0..<count).map { i in
      let x = Float.random(in: -1...1, using: &random)
      var y = white * x
      for p in 0..<3 {
        poles[p] += factors[p] * (x - poles[p])
        y += gains[p] * poles[p] / factors[p].squareRoot()
      }
      guard depth > 0 else { return y }
      let time = Double(i) / rate
      let swell = sin(2 * Double.pi * time / period + phase) + 0.5 * sin(4.7 * Double.pi * time / period)
      return y * Float(pow(10, Double(depth) * swell / 20))
    }
  }

  /// Mains hum with harmonics, or a fan's or motor's tone, from some point of the take on.
  static func hum(_ count: Int, using random: inout SeededGenerator) -> [Float] {
    let base = [50.0, 60, 100, 120, Double.random(in: 60...900, using: &random)].randomElement(using: &random) ?? 50
    let start = Bool.random(using: &random) ? 0 : Int.random(in: 0..<max(1, count), using: &random)
    let partials = (1...12).map { k in
      (
        Double(k) * base, pow(10, -Double.random(in: 0...2, using: &random)) / Double(k),
        Double.random(in: 0...6, using: &random)
      )
    }.filter { $0.0 < 7500 }
    return (0..<count).map { i in
      guard i >= start else { return 0 }
      let w = 2 * Double.pi * Double(i) / rate
      return Float(partials.reduce(0) { $0 + $1.1 * sin(w * $1.0 + $1.2) })
    }
  }

  /// Clicks of damped resonances: alone, or in the runs of a keyboard.
  static func clicks(_ count: Int, keyboard: Bool, using random: inout SeededGenerator) -> [Float] {
    var sound = [Float](repeating: 0, count: count)
    var at = Int.random(in: 0..<8000, using: &random)
    while at < count {
      let frequency = Double.random(in: 200...5000, using: &random)
      let decay = Double.random(in: 0.002...0.025, using: &random)
      let gain = pow(10, Double.random(in: -1...0, using: &random))
      for i in 0..<min(count - at, Int(decay * 6 * rate)) {
        let time = Double(i) / rate
        let noise = Double.random(in: -1...1, using: &random)
        sound[at + i] += Float(gain * exp(-time / decay) * (0.5 * sin(2 * Double.pi * frequency * time) + 0.5 * noise))
      }
      let gap =
        keyboard && Double.random(in: 0...1, using: &random) < 0.85
        ? Double.random(in: 0.06...0.25, using: &random) : Double.random(in: 0.3...4, using: &random)
      at += Int(gap * rate)
    }
    return sound
  }

  /// Chords, arpeggios and a beat: tones with harmonics that are struck and decay, or are held.
  static func music(_ count: Int, using random: inout SeededGenerator) -> [Float] {
    var sound = [Float](repeating: 0, count: count)
    let beat = Double.random(in: 0.15...0.6, using: &random)
    let arpeggio = Bool.random(using: &random)
    let decay = Double.random(in: 0.1...1.5, using: &random)
    let partialCount = Int.random(in: 1...8, using: &random)
    let drums = Bool.random(using: &random)
    let root = Double.random(in: 80...320, using: &random)
    var time = 0.0
    while Int(time * rate) < count {
      let start = Int(time * rate)
      let chord =
        ([[0, 4, 7], [0, 3, 7], [5, 9, 12], [7, 11, 14], [-3, 0, 4]] as [[Int]]).randomElement(using: &random) ?? []
      for note in arpeggio ? Array(chord.shuffled(using: &random).prefix(1)) : chord {
        let frequency = root * pow(2, Double(note) / 12)
        let length = min(count - start, Int(min(4 * decay, 2.5) * rate))
        for k in 1...partialCount where frequency * Double(k) < 7000 {
          let w = 2 * Double.pi * frequency * Double(k) / rate
          // A turning pointer: a sine for every sample would take most of the training's time.
          var (c, s) = (0.3 / Double(k), 0.0)
          let fade = exp(-1 / (decay * rate))
          let (turnC, turnS) = (fade * cos(w), fade * sin(w))
          for i in 0..<length {
            sound[start + i] += Float(s)
            (c, s) = (c * turnC - s * turnS, c * turnS + s * turnC)
          }
        }
      }
      if drums {
        for i in 0..<min(count - start, 1600) {
          sound[start + i] += Float.random(in: -0.6...0.6, using: &random) * exp(-Float(i) / 300)
        }
      }
      time += beat * Double(Int.random(in: 1...2, using: &random))
    }
    return sound
  }

  /// Beeps and ringing: short pure or double tones.
  static func beeps(_ count: Int, using random: inout SeededGenerator) -> [Float] {
    var sound = [Float](repeating: 0, count: count)
    let (low, high) = (Double.random(in: 300...1500, using: &random), Double.random(in: 600...3500, using: &random))
    let length = Int(Double.random(in: 0.05...0.8, using: &random) * rate)
    var at = Int.random(in: 0..<16_000, using: &random)
    while at < count {
      for i in 0..<min(length, count - at) {
        let w = 2 * Double.pi * Double(i) / rate
        sound[at + i] = Float(0.5 * sin(w * low) + 0.5 * sin(w * high)) * min(1, Float(min(i, length - i)) / 80)
      }
      at += length + Int(Double.random(in: 0.1...5, using: &random) * rate)
    }
    return sound
  }

  /// A breath of 0.15 to 0.5 s: noise through two broad resonances, rising and falling.
  static func breath(using random: inout SeededGenerator) -> [Float] {
    let count = Int(Double.random(in: 0.15...0.5, using: &random) * rate)
    var state: (Float, Float) = (0, 0)
    let frequency = Float.random(in: 700...3000, using: &random)
    let radius: Float = 0.9
    let c = 2 * radius * cos(2 * Float.pi * frequency / 16_000)
    return (0..<count).map { i in
      let y = Float.random(in: -1...1, using: &random) + c * state.0 - radius * radius * state.1
      state = (y, state.0)
      return y * sin(Float.pi * Float(i) / Float(count))
    }
  }
}
