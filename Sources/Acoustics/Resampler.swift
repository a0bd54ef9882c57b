import Glibc

/// Changes the sample rate of a stream of samples by a ratio of whole numbers, block by block.
///
/// A polyphase filter with a Kaiser-windowed sinc: pass band to 0.45 of the lower rate, stop band from
/// 0.53, 70 dB down (what folds back lies above the speech bands). Linear phase without delay: output sample n stands
/// at input time n x input / output. Equal rates pass through bit for bit. Source: R. E. Crochiere and L. R. Rabiner, "Multirate Digital Signal
/// Processing" (1983), section 4.3; beta and length after Kaiser, Proc. ISCAS 1974, p. 20.
package struct Resampler: Sendable {
  /// Samples a second, in and out.
  package let inputRate: Int
  package let outputRate: Int

  /// Whether both rates are the same, so that what comes out is what went in.
  package var isIdentity: Bool { up == down }

  /// Filter phases per input sample, and how many of them lie between two output samples.
  private let up: Int
  private let down: Int
  /// Input samples on each side of an output sample that weigh in.
  private let reach: Int
  /// `up` rows of `2 reach` coefficients.
  private let coefficients: [Float]
  /// The latest input samples, the oldest at input index `historyStart`.
  private var history: [Float]
  private var historyStart: Int
  private var inputCount = 0
  private var outputCount = 0

  /// A stream from `inputRate` to `outputRate` samples a second, both above zero.
  package init(from inputRate: Int, to outputRate: Int) {
    precondition(inputRate > 0 && outputRate > 0, "a sample rate is above zero")
    self.inputRate = inputRate
    self.outputRate = outputRate
    let divisor = greatestCommonDivisor(inputRate, outputRate)
    up = outputRate / divisor
    down = inputRate / divisor
    guard up != down else {
      (reach, coefficients, history, historyStart) = (0, [], [], 0)
      return
    }
    // Cut-off between the pass band's and the stop band's edge, in cycles per input sample.
    let lower = Double(min(inputRate, outputRate)) / Double(inputRate)
    let cutoff = 0.49 * lower
    let transition = 0.08 * lower
    let attenuation = 70.0
    let beta = 0.1102 * (attenuation - 8.7)
    let least = (attenuation - 7.95) / (14.36 * transition) / 2
    // A multiple of eight, so that a row is a multiple of sixteen.
    let reach = Int((least / 8).rounded(.up)) * 8
    var rows: [Float] = []
    rows.reserveCapacity(up * 2 * reach)
    for phase in 0..<up {
      let fraction = Double(phase) / Double(up)
      let row = (0..<2 * reach).map { tap -> Double in
        let distance = Double(tap - reach + 1) - fraction
        let x = 2 * cutoff * distance
        let sinc = x == 0 ? 1 : sin(Double.pi * x) / (Double.pi * x)
        return 2 * cutoff * sinc * kaiserWindow(at: distance / Double(reach), beta: beta)
      }
      let sum = row.reduce(0, +)
      rows.append(contentsOf: row.map { Float($0 / sum) })
    }
    self.reach = reach
    coefficients = rows
    history = [Float](repeating: 0, count: reach)
    historyStart = -reach
  }

  /// Appends to `output` what the stream's samples up to and with `block` allow.
  package mutating func append(_ block: Span<Float>, to output: inout [Float]) {
    inputCount += block.count
    guard !isIdentity else {
      block.withUnsafeBufferPointer { output += $0 }
      return
    }
    block.withUnsafeBufferPointer { history += $0 }
    emit(to: &output, until: Int.max)
  }

  /// Appends the last samples: the stream is taken to be silent from here on.
  package mutating func finish(to output: inout [Float]) {
    guard !isIdentity else { return }
    history.append(contentsOf: repeatElement(0, count: reach + 1))
    emit(to: &output, until: (inputCount * up + down - 1) / down)
  }

  private mutating func emit(to output: inout [Float], until end: Int) {
    let available = historyStart + history.count
    coefficients.withUnsafeBufferPointer { coefficients in
      history.withUnsafeBufferPointer { history in
        while outputCount < end {
          let position = outputCount * down
          let centre = position / up
          guard centre + reach < available else { break }
          let row = (position % up) * 2 * reach
          let first = centre - reach + 1 - historyStart
          output.append(dotProduct(coefficients, at: row, history, at: first, count: 2 * reach))
          outputCount += 1
        }
      }
    }
    let oldestNeeded = outputCount * down / up - reach + 1
    // Forgetting at most half of the history at a time keeps the cost of moving it constant a sample.
    if oldestNeeded - historyStart > max(4096, history.count / 2) {
      history.removeFirst(oldestNeeded - historyStart)
      historyStart = oldestNeeded
    }
  }
}

/// The sum of products of `count` values (a multiple of sixteen) of `a` and `b`, from the given places on.
///
/// Sixteen partial sums: the order of addition is fixed, so that the result is the same on every machine.
@inline(__always)
private func dotProduct(
  _ a: UnsafeBufferPointer<Float>, at aStart: Int, _ b: UnsafeBufferPointer<Float>, at bStart: Int, count: Int
) -> Float {
  let first = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(a)[(4 * aStart)...])
  let second = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(b)[(4 * bStart)...])
  func product(_ offset: Int) -> Lanes {
    first.loadUnaligned(fromByteOffset: offset, as: Lanes.self)
      * second.loadUnaligned(fromByteOffset: offset, as: Lanes.self)
  }
  var (sums, otherSums) = (Lanes(), Lanes())
  for offset in stride(from: 0, to: 4 * count, by: 64) {
    sums += product(offset)
    otherSums += product(offset &+ 32)
  }
  return (sums + otherSums).sum()
}

private func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int {
  b == 0 ? a : greatestCommonDivisor(b, a % b)
}
