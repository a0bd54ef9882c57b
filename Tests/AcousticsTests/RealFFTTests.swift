import Acoustics
import BuiltSignals
import Testing

@Suite struct RealFFTTests {
  @Test(arguments: [4, 8, 64, 512, 1024])
  func `a power spectrum keeps the energy of the block (Parseval)`(size: Int) {
    let block = whiteNoise(count: size, rms: 0.3, seed: 7)
    var fft = RealFFT(size: size)
    var spectrum = [Float](repeating: 0, count: fft.binCount)
    fft.powerSpectrum(of: block, into: &spectrum)
    let inTime = block.reduce(0.0) { $0 + Double($1) * Double($1) }
    let inner = spectrum.dropFirst().dropLast().reduce(0.0) { $0 + 2 * Double($1) }
    let inFrequency = (inner + Double(spectrum[0]) + Double(spectrum[size / 2])) / Double(size)
    #expect(abs(inFrequency / inTime - 1) < 1e-5)
  }

  @Test(arguments: [1, 5, 31])
  func `a sine at a bin's centre lies in that bin alone`(bin: Int) {
    let size = 64
    let block = sine(
      frequency: Double(bin), amplitude: 1, seconds: 1, sampleRate: size, phase: 0.3)
    var fft = RealFFT(size: size)
    var spectrum = [Float](repeating: 0, count: fft.binCount)
    fft.powerSpectrum(of: block, into: &spectrum)
    for (k, power) in spectrum.enumerated() {
      let expected: Float = k == bin ? Float(size * size / 4) : 0
      #expect(abs(power - expected) < 0.01, "bin \(k)")
    }
  }

  @Test func `a shifted impulse has a flat spectrum`() {
    var block = [Float](repeating: 0, count: 512)
    block[37] = 1
    var fft = RealFFT(size: 512)
    var spectrum = [Float](repeating: 0, count: fft.binCount)
    fft.powerSpectrum(of: block, into: &spectrum)
    #expect(spectrum.allSatisfy { abs($0 - 1) < 1e-5 })
  }
}
