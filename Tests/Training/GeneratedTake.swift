import Acoustics
import Glibc
import SpeechTiming

/// A take mixed of synthetic speech and generated noise, with its truth.
struct GeneratedTake {
  var samples: [Float]
  /// Whether each frame of 10 ms is speech, by the level of the clean phrase it lies in.
  var truth: [Bool]
  /// The speech's power over the noise's, in dB; `nil` where there is no speech or no noise.
  var signalToNoise: Double?

  /// A take of phrases by one voice, or two, among `voices`; every twelfth holds no speech.
  init(of voices: [[Phrase]], using random: inout SeededGenerator) {
    var clean: [Float] = []
    var truth: [Bool] = []
    func addSilence(_ seconds: Double) {
      let frames = Int(seconds * 100)
      clean += [Float](repeating: 0, count: frames * DetectorInputs.hop)
      truth += [Bool](repeating: false, count: frames)
    }
    let length = Int.random(in: 700...2200, using: &random)
    let hasSpeech = Int.random(in: 0..<12, using: &random) != 0
    let main = voices.randomElement(using: &random) ?? []
    let second = voices.randomElement(using: &random) ?? []
    let isDialogue = Int.random(in: 0..<5, using: &random) == 0
    let density = Double.random(in: 0.3...1.5, using: &random)
    let isNear = Int.random(in: 0..<4, using: &random) == 0
    addSilence(Double.random(in: 0...1.5, using: &random))
    while truth.count < length {
      guard hasSpeech else {
        addSilence(Double(length - truth.count + 1) / 100)
        break
      }
      let voice = isDialogue && Bool.random(using: &random) ? second : main
      guard let phrase = voice.randomElement(using: &random) else { break }
      let gain = Float(pow(10, Double.random(in: -4...4, using: &random) / 20))
      clean += phrase.samples.map { $0 * gain }
      truth += phrase.truth
      let pause: Double =
        switch Int.random(in: 0..<10, using: &random) {
        case 0..<4: Double.random(in: 0.02...0.4, using: &random)
        case 4..<8: Double.random(in: 0.2...1.0, using: &random)
        case 8: Double.random(in: 1...2, using: &random)
        default: Double.random(in: 2...4, using: &random)
        }
      addSilence(pause * density)
    }
    addSilence(Double.random(in: 0.1...1.5, using: &random))
    self.truth = truth
    let speechPower = power(of: clean, where: truth)
    var speech = isNear ? clean : Room.random(using: &random).applied(to: clean)
    speech = Equalisation.random(using: &random).applied(to: speech)
    Self.addBreaths(to: &speech, truth: truth, level: speechPower, using: &random)

    let reference = hasSpeech ? power(of: speech, where: truth) : 0.01
    let ratio =
      Int.random(in: 0..<8, using: &random) == 0
      ? Double.random(in: 45...70, using: &random) : Double.random(in: 0...40, using: &random)
    var noise = Self.noise(clean.count, voices: voices, using: &random)
    if Bool.random(using: &random) { noise = Equalisation.random(using: &random).applied(to: noise) }
    let noisePower = power(of: noise, where: nil)
    let factor = Float((reference / max(noisePower, 1e-20)).squareRoot() * pow(10, -ratio / 20))
    signalToNoise = hasSpeech ? ratio : nil
    let gain = Float(pow(10, Double.random(in: -45...(-12), using: &random) / 20) / reference.squareRoot())
    samples = zip(speech, noise).map { min(1, max(-1, ($0 + factor * $1) * gain)) }
    if Int.random(in: 0..<6, using: &random) == 0 { samples = LowPass.random(using: &random).applied(to: samples) }
    // As a file of 16 bits holds it.
    for i in samples.indices { samples[i] = (samples[i] * 32_767).rounded() / 32_768 }
  }

  /// Breaths in pauses of half a second and more: they stay labelled as pause.
  private static func addBreaths(
    to speech: inout [Float], truth: [Bool], level: Double, using random: inout SeededGenerator
  ) {
    guard Int.random(in: 0..<3, using: &random) == 0 else { return }
    let loudness = Double.random(in: -34...(-16), using: &random)
    var quiet = 0
    for t in truth.indices {
      quiet = truth[t] ? 0 : quiet + 1
      guard quiet == 55, Bool.random(using: &random) else { continue }
      let breath = GeneratedNoise.breath(using: &random)
      let gain = Float((level / max(1e-20, power(of: breath, where: nil))).squareRoot() * pow(10, loudness / 20))
      let start = max(0, (t - 2) * DetectorInputs.hop - breath.count)
      for i in breath.indices where start + i < speech.count { speech[start + i] += breath[i] * gain }
    }
  }

  /// One to three kinds of noise together; sometimes with steps in level.
  private static func noise(_ count: Int, voices: [[Phrase]], using random: inout SeededGenerator) -> [Float] {
    var sum = [Float](repeating: 0, count: count)
    for part in 0..<Int.random(in: 1...3, using: &random) {
      let kind = part == 0 && Bool.random(using: &random) ? 0 : Int.random(in: 0..<9, using: &random)
      let sound: [Float] =
        switch kind {
        case 0, 1: GeneratedNoise.coloured(count, breathing: false, using: &random)
        case 2: GeneratedNoise.coloured(count, breathing: true, using: &random)
        case 3: GeneratedNoise.hum(count, using: &random)
        case 4: GeneratedNoise.clicks(count, keyboard: false, using: &random)
        case 5: GeneratedNoise.clicks(count, keyboard: true, using: &random)
        case 6: GeneratedNoise.music(count, using: &random)
        case 7: GeneratedNoise.beeps(count, using: &random)
        default: babble(count, voices: voices, using: &random)
        }
      let gain = Float(
        pow(10, -Double.random(in: 0...(part == 0 ? 0 : 20), using: &random) / 20)
          / max(1e-10, power(of: sound, where: nil)).squareRoot())
      for i in sum.indices { sum[i] += gain * sound[i] }
    }
    if Int.random(in: 0..<4, using: &random) == 0 {
      let step = Int.random(in: 0...count, using: &random)
      let gain = Float(pow(10, Double.random(in: -20...(-5), using: &random) / 20))
      let isAfter = Bool.random(using: &random)
      for i in sum.indices where (i >= step) == isAfter { sum[i] *= gain }
    }
    return sum
  }

  /// Four to eight other voices at once, through a room.
  private static func babble(_ count: Int, voices: [[Phrase]], using random: inout SeededGenerator) -> [Float] {
    var sum = [Float](repeating: 0, count: count)
    for _ in 0..<Int.random(in: 4...8, using: &random) {
      let voice = voices.randomElement(using: &random) ?? []
      let gain = Float(pow(10, Double.random(in: -10...0, using: &random) / 20))
      var at = -Int.random(in: 0..<20_000, using: &random)
      while at < count, let phrase = voice.randomElement(using: &random) {
        for i in phrase.samples.indices where at + i >= 0 && at + i < count { sum[at + i] += gain * phrase.samples[i] }
        at += phrase.samples.count + Int.random(in: 0..<8_000, using: &random)
      }
    }
    return Room.random(using: &random).applied(to: sum)
  }
}

/// Mean square of `samples`, of all of them or of the frames that are true.
func power(of samples: [Float], where truth: [Bool]?) -> Double {
  var sum = 0.0
  var count = 0
  for i in samples.indices {
    if let truth { guard i / DetectorInputs.hop < truth.count, truth[i / DetectorInputs.hop] else { continue } }
    sum += Double(samples[i] * samples[i])
    count += 1
  }
  return sum / Double(max(1, count))
}
