import Acoustics
import BuiltSignals
import Testing

@Suite struct ResamplerTests {
  private func resampled(_ samples: [Float], from inputRate: Int, block: Int = 1000) -> [Float] {
    var resampler = Resampler(from: inputRate, to: 16_000)
    var output: [Float] = []
    for start in stride(from: 0, to: samples.count, by: block) {
      let piece = Array(samples[start..<min(start + block, samples.count)])
      resampler.append(piece.span, to: &output)
    }
    resampler.finish(to: &output)
    return output
  }

  @Test(arguments: [8_000, 11_025, 22_050, 32_000, 44_100, 48_000, 96_000, 192_000])
  func `a sine keeps its frequency, phase and level`(inputRate: Int) {
    let input = sine(frequency: 1_000, amplitude: 0.5, seconds: 0.5, sampleRate: inputRate)
    let expected = sine(frequency: 1_000, amplitude: 0.5, seconds: 0.5, sampleRate: 16_000)
    let output = resampled(input, from: inputRate)
    #expect(abs(output.count - expected.count) <= 1)
    // The edges meet the silence outside the stream: 25 ms are left out.
    let worst = (400..<expected.count - 400).map { abs(output[$0] - expected[$0]) }.max() ?? 1
    #expect(worst < 0.001)
  }

  @Test(arguments: [44_100, 48_000, 96_000])
  func `what lies above the new band is taken out`(inputRate: Int) {
    let input = sine(frequency: 11_000, amplitude: 0.5, seconds: 0.5, sampleRate: inputRate)
    let output = resampled(input, from: inputRate)
    #expect((output.dropFirst(400).dropLast(400).map(abs).max() ?? 1) < 0.0005)
  }

  @Test func `an equal rate passes bit for bit`() {
    let input = whiteNoise(count: 5_000, rms: 0.2, seed: 3)
    #expect(resampled(input, from: 16_000) == input)
  }

  @Test(arguments: [1, 7, 333, 10_000])
  func `the size of the blocks does not matter`(block: Int) {
    let input = whiteNoise(count: 30_000, rms: 0.2, seed: 5)
    #expect(resampled(input, from: 44_100, block: block) == resampled(input, from: 44_100))
  }

  @Test func `no samples in, none out`() {
    #expect(resampled([], from: 48_000).isEmpty)
  }
}
