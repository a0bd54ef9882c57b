import Acoustics

/// `count` samples of white noise, uniform, with the given root mean square.
package func whiteNoise(count: Int, rms: Double, seed: UInt64) -> [Float] {
  var generator = SeededGenerator(seed: seed)
  let peak = rms * 3.0.squareRoot()
  return (0..<count).map { _ in Float(Double.random(in: -peak...peak, using: &generator)) }
}
