import Acoustics
import Glibc

/// A perceptron of one hidden layer of sixteen rectified units, trained to tell speech from pause.
struct Perceptron {
  private(set) var first: [SIMD16<Float>]
  private(set) var firstBias = SIMD16<Float>()
  private(set) var second = SIMD16<Float>()
  private(set) var secondBias: Float = 0

  init(inputCount: Int, seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let spread = (2 / Float(inputCount)).squareRoot() * 1.7
    first = (0..<inputCount).map { _ in .random(in: -spread...spread, using: &random) }
    second = .random(in: -0.5...0.5, using: &random)
  }

  /// Log-odds of speech.
  func logit(_ inputs: UnsafePointer<Float>) -> Float {
    var hidden = firstBias
    for i in first.indices { hidden += first[i] * inputs[i] }
    return (pointwiseMax(hidden, .zero) * second).sum() + secondBias
  }
}

/// What the training of a perceptron follows.
struct TrainingPlan {
  var epochs = 8
  var batch = 256
  var rate: Float = 2e-3
  var weightDecay: Float = 1e-2
  /// Targets lie this far inside 0 and 1.
  var smoothing: Float = 0.05
}

extension Perceptron {
  /// Trains on rows of `inputs` (standardised, `inputCount` values an example) towards `targets` (0 or 1).
  ///
  /// AdamW (I. Loshchilov and F. Hutter, ICLR 2019) with a cosine schedule. In each example a quarter of the sixteen
  /// channels is left out, each with all of its context, and a quarter of the hidden units: no cue of synthetic
  /// speech may be relied on alone.
  mutating func train(on inputs: [Float], targets: [Float], plan: TrainingPlan, seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let inputCount = first.count
    var order = Array(targets.indices)
    var moments = [SIMD16<Float>](repeating: .zero, count: inputCount + 3)
    var squares = moments
    var gradients = moments
    let steps = plan.epochs * (targets.count / plan.batch)
    var step = 0
    var kept = [Float](repeating: 0, count: inputCount)
    inputs.withUnsafeBufferPointer { inputs in
      for _ in 0..<plan.epochs {
        order.shuffle(using: &random)
        for batch in 0..<targets.count / plan.batch {
          for i in gradients.indices { gradients[i] = .zero }
          for index in order[batch * plan.batch..<(batch + 1) * plan.batch] {
            addGradient(
              of: UnsafeBufferPointer(rebasing: inputs[index * inputCount..<(index + 1) * inputCount]),
              target: plan.smoothing + (1 - 2 * plan.smoothing) * targets[index], kept: &kept, to: &gradients,
              using: &random)
          }
          step += 1
          let rate = plan.rate * 0.5 * (1 + cos(Float.pi * Float(step) / Float(steps))) * min(1, Float(step) / 200)
          update(by: gradients, over: Float(plan.batch), step: step, rate: rate, plan, &moments, &squares)
        }
      }
    }
  }

  private func addGradient(
    of example: UnsafeBufferPointer<Float>, target: Float, kept: inout [Float], to gradients: inout [SIMD16<Float>],
    using random: inout SeededGenerator
  ) {
    let count = first.count
    let missing = random.next() & random.next()
    for i in 0..<count { kept[i] = missing >> UInt64(i % 16) & 1 == 0 ? example[i] * (4.0 / 3) : 0 }
    var hidden = firstBias
    for i in 0..<count { hidden += first[i] * kept[i] }
    let left = random.next() & random.next()
    var mask = SIMD16<Float>(repeating: 4.0 / 3)
    for h in 0..<16 where left >> UInt64(h) & 1 == 1 || hidden[h] <= 0 { mask[h] = 0 }
    hidden *= mask
    let logit = (hidden * second).sum() + secondBias
    let error = 1 / (1 + exp(-logit)) - target
    let back = second * mask * error
    for i in 0..<count { gradients[i] += back * kept[i] }
    gradients[count] += back
    gradients[count + 1] += hidden * error
    gradients[count + 2][0] += error
  }

  private mutating func update(
    by gradients: [SIMD16<Float>], over count: Float, step: Int, rate: Float, _ plan: TrainingPlan,
    _ moments: inout [SIMD16<Float>], _ squares: inout [SIMD16<Float>]
  ) {
    let correction = ((1 - pow(0.999, Float(step))).squareRoot()) / (1 - pow(0.9, Float(step)))
    for i in gradients.indices {
      let gradient = gradients[i] / count
      moments[i] = moments[i] * 0.9 + gradient * 0.1
      squares[i] = squares[i] * 0.999 + gradient * gradient * 0.001
      let change = moments[i] / (squares[i].squareRoot() + 1e-8) * (correction * rate)
      switch i - first.count {
      case 0: firstBias -= change
      case 1: second = second * (1 - rate * plan.weightDecay) - change
      case 2: secondBias -= change[0]
      default: first[i] = first[i] * (1 - rate * plan.weightDecay) - change
      }
    }
  }

  /// The same net for inputs that are not standardised.
  func unfolded(means: [Float], deviations: [Float]) -> Perceptron {
    var net = self
    for i in first.indices {
      net.first[i] = first[i] / deviations[i]
      net.firstBias -= net.first[i] * means[i]
    }
    return net
  }
}
