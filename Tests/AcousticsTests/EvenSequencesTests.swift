import Acoustics
import BuiltSignals
import Glibc
import Testing

@Suite struct EvenSequencesTests {
  @Test func `a sequence is the cosine sum of its spectrum`() {
    let size = 32
    var plan = EvenSequences(size: size)
    let noise = whiteNoise(count: plan.binCount * 16, rms: 1, seed: 3)
    func spectra(_ half: Int) -> [Lanes] {
      (0..<plan.binCount).map { bin in Lanes((0..<8).map { noise[(half * 8 + $0) * plan.binCount + bin] }) }
    }
    plan.transform(spectra(0), spectra(1))
    for (before, after) in [(spectra(0), plan.first), (spectra(1), plan.second)] {
      for n in 0...size / 2 {
        var sum = SIMD8<Double>()
        for k in 0..<size {
          let angle = 2 * Double.pi * Double(k * n) / Double(size)
          sum += SIMD8<Double>(before[k <= size / 2 ? k : size - k]) * cos(angle)
        }
        let error = SIMD8<Double>(after[n]) - sum
        #expect((error * error).max() < 1e-8)
      }
    }
  }
}
