import Foundation
import Testing

@testable import Capture

struct SampleBlockTests {
  @Test func `a channel is taken out of its frames`() {
    let block = block(of: [16_384, -16_384, 32_767, 0, -32_768, 8192] as [Int16], .int16, channelCount: 2)
    var mono: [Float] = [9]
    block.copy(channel: 1, into: &mono)
    #expect(mono == [-0.5, 0, 0.25])
  }

  @Test func `32 bits are scaled by their own full scale`() {
    let block = block(of: [.min, 1 << 30] as [Int32], .int32, channelCount: 1)
    var mono: [Float] = []
    block.copy(channel: 0, into: &mono)
    #expect(mono == [-1, 0.5])
  }

  @Test func `a full-scale sine peaks at 0 dBFS and lies 3 dB below on average`() {
    let sine = (0..<480).map { Float(sin(2 * .pi * Double($0) / 48)) }
    let level = block(of: sine, .float32, channelCount: 1).level
    #expect(abs(level.peak) < 0.001)
    #expect(abs(level.rootMeanSquare + 3.0103) < 0.001)
  }

  @Test func `half of full scale lies 6 dB below, in every encoding`() {
    let levels = [
      block(of: [16_384, -16_384] as [Int16], .int16, channelCount: 1).level,
      block(of: [1 << 30, -1 << 30] as [Int32], .int32, channelCount: 1).level,
      block(of: [0.5, -0.5] as [Float], .float32, channelCount: 1).level,
    ]
    for level in levels {
      #expect(abs(level.peak + 6.0206) < 0.001)
      #expect(abs(level.rootMeanSquare + 6.0206) < 0.001)
    }
  }

  @Test func `zeros and nothing are digital silence`() {
    #expect(block(of: [0, 0] as [Int16], .int16, channelCount: 1).level == .silence)
    #expect(block(of: [] as [Int16], .int16, channelCount: 1).level == .silence)
  }

  @Test(arguments: [
    SignalLevel.silence, SignalLevel(peak: 0, rootMeanSquare: -3.01),
    SignalLevel(peak: -60.5, rootMeanSquare: -.infinity),
  ])
  func `a level survives its atomic`(level: SignalLevel) {
    #expect(SignalLevel(packed: level.packed) == level)
  }
}

/// A block that holds `samples`, of whole frames at 48 kHz.
func block<Held: BitwiseCopyable>(
  of samples: [Held], _ encoding: SampleEncoding, channelCount: Int
) -> SampleBlock {
  let format = CaptureFormat(encoding: encoding, sampleRate: 48_000, channelCount: channelCount)
  var block = SampleBlock(format: format, capacity: max(samples.count / channelCount, 1))
  block.fill { memory in
    samples.withUnsafeBytes { memory.copyMemory(from: $0) }
    return samples.count / channelCount
  }
  return block
}
