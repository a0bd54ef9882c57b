/// The channel that was loudest since a take began: who speaks is heard there, whatever the others hold.
///
/// In the mean of all channels an empty input would halve the voice, and the two wires of one cable, L = -R, would
/// cancel it.
struct LoudestChannel {
  /// The sum of each channel's variance in the blocks so far; an offset of the converter counts for nothing.
  private var powers: [Double]

  init(channelCount: Int) {
    powers = Array(repeating: 0, count: channelCount)
  }

  /// Adds `block`, and puts its samples of the channel that is now the loudest into `mono`.
  mutating func hear(_ block: borrowing SampleBlock, into mono: inout [Float]) {
    if powers.count > 1 {
      for channel in powers.indices {
        block.copy(channel: channel, into: &mono)
        powers[channel] += variance(of: mono)
      }
    }
    let loudest = powers.indices.reduce(0) { powers[$1] > powers[$0] ? $1 : $0 }
    block.copy(channel: loudest, into: &mono)
  }

  private func variance(of samples: [Float]) -> Double {
    guard !samples.isEmpty else { return 0 }
    var (sum, squares) = (Double(0), Double(0))
    for sample in samples {
      sum += Double(sample)
      squares += Double(sample) * Double(sample)
    }
    let mean = sum / Double(samples.count)
    return max(0, squares / Double(samples.count) - mean * mean)
  }
}
