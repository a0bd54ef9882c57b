/// How the channels of a file become one.
///
/// A recorder with one microphone often writes two channels: one silent, which would halve the level of the
/// mean, or the two wires of a balanced cable, L = -R, which would cancel each other.
package struct ChannelMix: Equatable, Sendable {
  /// A channel whose power is below this share of the loudest (30 dB down) is left out. Chosen: the leak of a
  /// microphone into the empty input of the same recorder is 40 dB down and more, a second person at a table less
  /// than 20 dB.
  static let silentBelowShare = 0.001
  /// A channel whose correlation with the loudest is below this is inverted. Chosen: two wires of one cable come
  /// near -1, two microphones in one room stay between -0.3 and 1.
  static let oppositeBelow = -0.5

  /// The factor of each channel: 0 where it is left out, negative where it is inverted. The sum of their
  /// magnitudes is 1.
  package let weights: [Float]

  /// The only channel of a mono file, bit for bit.
  static let mono = ChannelMix(weights: [1])

  /// - Parameters:
  ///   - powers: the variance of each channel, at least one.
  ///   - correlations: the correlation of each channel with the loudest, -1 to 1.
  init(powers: [Double], correlations: [Double]) {
    let threshold = (powers.max() ?? 0) * Self.silentBelowShare
    let isKept = powers.map { $0 >= threshold }
    let share = 1 / Float(max(1, isKept.count { $0 }))
    weights = zip(isKept, correlations).map { isKept, correlation in
      isKept ? (correlation < Self.oppositeBelow ? -share : share) : 0
    }
  }

  private init(weights: [Float]) { self.weights = weights }

  /// Mixes interleaved frames into `mono`, which has one sample for each of them.
  func mix(_ interleaved: UnsafeBufferPointer<Float>, into mono: UnsafeMutableBufferPointer<Float>) {
    let channelCount = weights.count
    mono.update(repeating: 0)
    if channelCount == 2 {
      let (left, right) = (weights[0], weights[1])
      for frame in mono.indices { mono[frame] = left * interleaved[2 &* frame] + right * interleaved[2 &* frame &+ 1] }
      return
    }
    for (channel, weight) in weights.enumerated() where weight != 0 {
      for frame in mono.indices { mono[frame] += weight * interleaved[frame * channelCount + channel] }
    }
  }
}
