import Foundation
import SoundFiles

/// A synthetic voice: a synthesiser of Debian's with its settings.
struct Voice: Sendable {
  enum Synthesiser: Sendable {
    /// A voice, pitch (0-99) and words a minute.
    case espeak(voice: String, pitch: Int, rate: Int)
    /// A voice and how much longer than usual it speaks.
    case flite(voice: String, stretch: Double)
    /// A Scheme expression that chooses the voice, and how much longer than usual it speaks.
    case festival(select: String, stretch: Double)
  }

  var name: String
  var synthesiser: Synthesiser
  var texts: [String]
  /// Kept out of training, to score on.
  var isHeldOut = false
  /// Played faster by this factor, which moves pitch and formants alike.
  var speed = 1.0
}

extension Voice {
  /// All voices of the training, and those held out.
  static let all: [Voice] = [
    Voice(name: "us-low", synthesiser: .espeak(voice: "en-us", pitch: 25, rate: 150), texts: TrainingTexts.english),
    Voice(name: "us-m3", synthesiser: .espeak(voice: "en-us+m3", pitch: 50, rate: 185), texts: TrainingTexts.english),
    Voice(name: "us-f2", synthesiser: .espeak(voice: "en-us+f2", pitch: 60, rate: 165), texts: TrainingTexts.english),
    Voice(name: "gb-f4", synthesiser: .espeak(voice: "en-gb+f4", pitch: 45, rate: 140), texts: TrainingTexts.english),
    Voice(
      name: "gb-rp", synthesiser: .espeak(voice: "en-gb-x-rp+m7", pitch: 40, rate: 200), texts: TrainingTexts.english),
    Voice(name: "carib", synthesiser: .espeak(voice: "en-029+f3", pitch: 70, rate: 170), texts: TrainingTexts.english),
    Voice(name: "de", synthesiser: .espeak(voice: "de+f5", pitch: 50, rate: 160), texts: TrainingTexts.german),
    Voice(name: "fr", synthesiser: .espeak(voice: "fr+m2", pitch: 40, rate: 170), texts: TrainingTexts.french),
    Voice(name: "es", synthesiser: .espeak(voice: "es+f1", pitch: 55, rate: 175), texts: TrainingTexts.spanish),
    Voice(name: "cmn", synthesiser: .espeak(voice: "cmn+f2", pitch: 55, rate: 160), texts: TrainingTexts.mandarin),
    Voice(name: "rms", synthesiser: .flite(voice: "rms", stretch: 1), texts: TrainingTexts.english),
    Voice(name: "rms-fast", synthesiser: .flite(voice: "rms", stretch: 0.8), texts: TrainingTexts.english, speed: 1.12),
    Voice(name: "slt", synthesiser: .flite(voice: "slt", stretch: 1.05), texts: TrainingTexts.english),
    Voice(name: "kal16", synthesiser: .flite(voice: "kal16", stretch: 1), texts: TrainingTexts.english),
    Voice(
      name: "kal", synthesiser: .festival(select: "(voice_kal_diphone)", stretch: 1.1), texts: TrainingTexts.english,
      speed: 0.93),
    Voice(
      name: "slt-hts", synthesiser: .festival(select: "(voice_cmu_us_slt_arctic_hts)", stretch: 1),
      texts: TrainingTexts.english),
    Voice(
      name: "slt-hts-high", synthesiser: .festival(select: "(voice_cmu_us_slt_arctic_hts)", stretch: 1),
      texts: TrainingTexts.english, speed: 1.15),
    Voice(
      name: "awb", synthesiser: .flite(voice: "awb", stretch: 1), texts: TrainingTexts.english, isHeldOut: true),
    Voice(
      name: "ked", synthesiser: .festival(select: "(voice_ked_diphone)", stretch: 1), texts: TrainingTexts.english,
      isHeldOut: true),
    Voice(
      name: "scotland", synthesiser: .espeak(voice: "en-gb-scotland+f5", pitch: 60, rate: 170),
      texts: TrainingTexts.english, isHeldOut: true),
  ]

  /// Debian's packages that all voices need.
  static let packages = "espeak-ng flite festival festvox-kallpc16k festvox-kdlpc16k festvox-us-slt-hts"

  /// The voice's phrases, clean, at 16 kHz; those already in `folder` are read from there.
  func phrases(keptIn folder: URL) throws -> [[Float]] {
    let files = texts.indices.map { folder.appendingPathComponent("\(name)-\($0).wav").path }
    let missing = texts.indices.filter { !FileManager.default.fileExists(atPath: files[$0]) }
    switch synthesiser {
    case .espeak(let voice, let pitch, let rate):
      for i in missing {
        try run(["espeak-ng", "-v", voice, "-p", "\(pitch)", "-s", "\(rate)", "-w", files[i], texts[i]])
      }
    case .flite(let voice, let stretch):
      for i in missing {
        try run(["flite", "-voice", voice, "--setf", "duration_stretch=\(stretch)", "-t", texts[i], "-o", files[i]])
      }
    case .festival(let select, let stretch):
      guard !missing.isEmpty else { break }
      let script = missing.map { i in
        "(utt.save.wave (utt.synth (Utterance Text \"\(texts[i])\")) \"\(files[i])\" 'riff)"
      }
      let settings = "\(select)\n(Parameter.set 'Duration_Stretch \(stretch))\n"
      try run(["festival", "--pipe"], input: settings + script.joined(separator: "\n"))
    }
    return try files.map { try read($0) }
  }

  private func read(_ path: String) throws -> [Float] {
    var reader = try SoundReader.open(path)
    var samples: [Float] = []
    var block = [Float](repeating: 0, count: 1 << 15)
    while case let count = try reader.read(into: &block), count > 0 { samples += block[..<count] }
    return resampled(samples, ratio: Double(reader.sampleRate) * speed / 16_000)
  }
}

/// A synthesiser that is missing or failed.
struct SynthesisError: Error, CustomStringConvertible {
  var program: String
  var description: String {
    "\(program) is missing or failed. Install the voices: sudo apt-get install \(Voice.packages)"
  }
}

private func run(_ command: [String], input: String = "") throws {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
  process.arguments = command
  let pipe = Pipe()
  process.standardInput = pipe
  process.standardOutput = FileHandle.nullDevice
  process.standardError = FileHandle.nullDevice
  do {
    try process.run()
    try pipe.fileHandleForWriting.write(contentsOf: Data(input.utf8))
    try pipe.fileHandleForWriting.close()
  } catch {
    throw SynthesisError(program: command[0])
  }
  process.waitUntilExit()
  guard process.terminationStatus == 0 else { throw SynthesisError(program: command[0]) }
}

/// `samples` with `ratio` of them to one, by cubic interpolation; what folds back is part of the voice.
private func resampled(_ samples: [Float], ratio: Double) -> [Float] {
  guard ratio != 1, samples.count > 4 else { return samples }
  return (0..<Int(Double(samples.count - 4) / ratio)).map { n in
    let position = Double(n) * ratio + 1
    let i = Int(position)
    let f = Float(position - Double(i))
    let (a, b, c, d) = (samples[i - 1], samples[i], samples[i + 1], samples[i + 2])
    return b + 0.5 * f * (c - a + f * (2 * a - 5 * b + 4 * c - d + f * (3 * (b - c) + d - a)))
  }
}
