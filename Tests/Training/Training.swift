import Acoustics
import Foundation
import SpeechTiming

/// Trains the detector's network: speech by Debian's synthesisers, noises generated, all of it seeded.
///
/// `starpace-train SOURCE`: writes the weights to the Swift file SOURCE. The clean phrases are kept in
/// .build/training-voices for the next time.
@main
struct Training {
  static let seed: UInt64 = 2026
  static let takeCount = 500
  static let netCount = 4
  static let scoredTakeCount = 120

  static func main() {
    guard CommandLine.arguments.count == 2 else {
      say("usage: starpace-train Sources/SpeechTiming/DetectorWeights.swift")
      exit(64)
    }
    do {
      try train(writing: CommandLine.arguments[1])
    } catch {
      say("\(error)")
      exit(1)
    }
  }

  private static func train(writing path: String) throws {
    let clock = ContinuousClock()
    let started = clock.now
    func note(_ text: String) {
      say("\(started.duration(to: clock.now).formatted(.time(pattern: .minuteSecond)))  \(text)")
    }
    let (voices, heldOut) = try phrases()
    note("\(voices.joined().count) phrases to train on, \(heldOut.joined().count) to score on")
    var set = ExampleSet(takes: takeCount, of: voices, seed: seed)
    set.standardise()
    note("\(set.targets.count) examples of \(takeCount) takes")
    var nets: [Perceptron] = []
    for number in 0..<netCount {
      var net = Perceptron(inputCount: ExampleSet.inputCount, seed: seed + UInt64(number))
      net.train(on: set.inputs, targets: set.targets, plan: TrainingPlan(), seed: seed + 100 + UInt64(number))
      nets.append(net.unfolded(means: set.means, deviations: set.deviations))
      note("trained net \(number + 1) of \(netCount)")
    }
    let figures = scores(of: nets, on: heldOut)
    figures.forEach { note($0) }
    let source = WeightsFile.source(of: nets, figures: figures)
    try source.write(to: URL(fileURLWithPath: path), atomically: true, encoding: .utf8)
    note("wrote \(path)")
  }

  /// The phrases of the voices to train on and of those held out.
  private static func phrases() throws -> ([[Phrase]], heldOut: [[Phrase]]) {
    let folder = URL(fileURLWithPath: ".build/training-voices")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let all = try Voice.all.map { voice in
      (voice.isHeldOut, try voice.phrases(keptIn: folder).compactMap { Phrase($0) })
    }
    return (all.filter { !$0.0 }.map(\.1), all.filter(\.0).map(\.1))
  }

  /// How many frames are told right, of takes by voices that were held out, by their signal-to-noise ratio.
  private static func scores(of nets: [Perceptron], on voices: [[Phrase]]) -> [String] {
    var tallies = [-1.0, 0, 10, 20, 30].map { (least: $0, right: 0, count: 0) }
    for number in 0..<scoredTakeCount {
      var random = SeededGenerator(seed: (seed + 1) &* 1_000_003 &+ UInt64(number))
      let take = GeneratedTake(of: voices, using: &random)
      let band = tallies.lastIndex { (take.signalToNoise ?? -1) >= $0.least } ?? 0
      let inputs = DetectorInputs(of: take.samples)
      inputs.rows.withUnsafeBytes { bytes in
        guard let values = bytes.bindMemory(to: Float.self).baseAddress else { return }
        for t in 0..<min(inputs.frameCount, take.truth.count) {
          let logit = nets.reduce(0) { $0 + $1.logit(values + t * ExampleSet.inputCount) }
          tallies[band].right += (logit > 0) == take.truth[t] ? 1 : 0
          tallies[band].count += 1
        }
      }
    }
    return tallies.map { band in
      let share = 100 * Double(band.right) / Double(max(1, band.count))
      let name = band.least < 0 ? "Takes without speech" : "Voices held out, \(Int(band.least)) dB and more"
      return "\(name): \(String(format: "%.1f", share)) % of frames right."
    }
  }
}

private func say(_ text: String) {
  FileHandle.standardError.write(Data("\(text)\n".utf8))
}
