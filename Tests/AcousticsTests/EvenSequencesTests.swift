import Acoustics
import BuiltSignals
import Glibc
import Testing

@Suite struct EvenSequencesTests {
  @Test func `a sequence is the cosine sum of its spectrum`() {
    let size = 32
    let lanes = 4
    var plan = EvenSequences(size: size, lanes: lanes)
    let spectra = whiteNoise(count: plan.binCount * lanes, rms: 1, seed: 3)
    var sequences = [Float](repeating: 0, count: spectra.count)
    plan.transform(spectra, into: &sequences)
    for lane in 0..<lanes {
      for n in 0...size / 2 {
        let sum = (0..<size).reduce(0.0) { sum, k in
          let bin = k <= size / 2 ? k : size - k
          return sum + Double(spectra[bin * lanes + lane]) * cos(2 * Double.pi * Double(k * n) / Double(size))
        }
        #expect(abs(Double(sequences[n * lanes + lane]) - sum) < 1e-4)
      }
    }
  }
}
