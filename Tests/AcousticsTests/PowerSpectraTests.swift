import Acoustics
import BuiltSignals
import Testing

@Suite struct PowerSpectraTests {
  /// The power spectra of `blocks`, eight at most, of one size.
  private func spectra(of blocks: [[Float]]) -> [[Float]] {
    let size = blocks[0].count
    var plan = PowerSpectra(size: size)
    var starts = SIMD8<Int>()
    for lane in blocks.indices { starts[lane] = lane * size }
    var spectra = [Lanes](repeating: .zero, count: plan.binCount)
    let window = [Float](repeating: 1, count: size)
    plan.transform(blocks.flatMap(\.self), from: starts, window: window, into: &spectra)
    return blocks.indices.map { lane in spectra.map { $0[lane] } }
  }

  @Test(arguments: [4, 8, 32, 64, 512, 1024])
  func `a power spectrum keeps the energy of the block (Parseval)`(size: Int) {
    let block = whiteNoise(count: size, rms: 0.3, seed: 7)
    let spectrum = spectra(of: [block])[0]
    let inTime = block.reduce(0.0) { $0 + Double($1) * Double($1) }
    let inner = spectrum.dropFirst().dropLast().reduce(0.0) { $0 + 2 * Double($1) }
    let inFrequency = (inner + Double(spectrum[0]) + Double(spectrum[size / 2])) / Double(size)
    #expect(abs(inFrequency / inTime - 1) < 1e-5)
  }

  @Test(arguments: [1, 5, 31])
  func `a sine at a bin's centre lies in that bin alone`(bin: Int) {
    let size = 64
    let block = sine(frequency: Double(bin), amplitude: 1, seconds: 1, sampleRate: size, phase: 0.3)
    for (k, power) in spectra(of: [block])[0].enumerated() {
      let expected: Float = k == bin ? Float(size * size / 4) : 0
      #expect(abs(power - expected) < 0.01, "bin \(k)")
    }
  }

  @Test func `a shifted impulse has a flat spectrum`() {
    var block = [Float](repeating: 0, count: 512)
    block[37] = 1
    #expect(spectra(of: [block])[0].allSatisfy { abs($0 - 1) < 1e-5 })
  }

  @Test func `a block's spectrum is the same, bit for bit, whatever else is in its batch`() {
    let blocks = (0..<8).map { whiteNoise(count: 128, rms: 0.2, seed: UInt64($0)) }
    #expect(spectra(of: blocks) == blocks.map { spectra(of: [$0])[0] })
  }
}
