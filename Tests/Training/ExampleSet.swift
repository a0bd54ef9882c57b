import Acoustics
import SpeechTiming

/// Frames of generated takes with their truth, as the network sees them.
struct ExampleSet {
  static let inputCount = 16 * DetectorInputs.rowsInFrame
  /// Every so many frames become an example: neighbours say nearly the same.
  static let stride = 3

  /// `inputCount` values an example.
  private(set) var inputs: [Float] = []
  /// 1 for speech, 0 for pause.
  private(set) var targets: [Float] = []
  /// Of each input over all examples.
  private(set) var means: [Float] = []
  private(set) var deviations: [Float] = []

  init(takes: Int, of voices: [[Phrase]], seed: UInt64) {
    for number in 0..<takes {
      var random = SeededGenerator(seed: seed &* 1_000_003 &+ UInt64(number))
      add(GeneratedTake(of: voices, using: &random), from: number % Self.stride)
    }
  }

  private mutating func add(_ take: GeneratedTake, from first: Int) {
    let rows = DetectorInputs(of: take.samples)
    for t in Swift.stride(from: first, to: min(rows.frameCount, take.truth.count), by: Self.stride) {
      for row in rows.rows[t * DetectorInputs.rowsInFrame..<(t + 1) * DetectorInputs.rowsInFrame] {
        for c in 0..<16 { inputs.append(row[c]) }
      }
      targets.append(take.truth[t] ? 1 : 0)
    }
  }

  /// Brings each input to a mean of 0 and a deviation of 1.
  mutating func standardise() {
    let count = Self.inputCount
    var sums = [Double](repeating: 0, count: count)
    var squares = sums
    for i in inputs.indices {
      sums[i % count] += Double(inputs[i])
      squares[i % count] += Double(inputs[i] * inputs[i])
    }
    let n = Double(max(1, targets.count))
    means = sums.map { Float($0 / n) }
    deviations = zip(sums, squares).map { Float(max(1e-6, $1 / n - ($0 / n) * ($0 / n)).squareRoot()) }
    for i in inputs.indices { inputs[i] = (inputs[i] - means[i % count]) / deviations[i % count] }
  }
}
