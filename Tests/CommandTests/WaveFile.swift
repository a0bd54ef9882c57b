import Foundation

/// A WAV as plain as can be: a `fmt ` and a `data` chunk, whose lengths may lie.
struct WaveFile {
  var sampleRate = 16_000
  var channelCount = 1
  var samples: [Int16] = []
  /// What the header says of the sound's bytes; the truth if `nil`.
  var claimedBytes: UInt32?

  /// The file.
  var bytes: Data {
    let sound = Data(samples.flatMap { littleEndian(UInt16(bitPattern: $0)) })
    return Self.header(
      format: 1, sampleRate: sampleRate, channelCount: channelCount, bits: 16,
      dataBytes: claimedBytes ?? UInt32(sound.count)) + sound
  }

  /// A mono file of 32-bit floats.
  static func floats(_ samples: [Float], sampleRate: Int = 16_000) -> Data {
    let sound = Data(samples.flatMap { littleEndian($0.bitPattern) })
    return header(
      format: 3, sampleRate: sampleRate, channelCount: 1, bits: 32, dataBytes: UInt32(sound.count)) + sound
  }

  private static func header(
    format: UInt16, sampleRate: Int, channelCount: Int, bits: Int, dataBytes: UInt32
  ) -> Data {
    let frame = channelCount * bits / 8
    return Data("RIFF".utf8) + littleEndian(36 &+ dataBytes) + Data("WAVEfmt ".utf8)
      + littleEndian(UInt32(16)) + littleEndian(format) + littleEndian(UInt16(channelCount))
      + littleEndian(UInt32(sampleRate)) + littleEndian(UInt32(sampleRate * frame))
      + littleEndian(UInt16(frame)) + littleEndian(UInt16(bits)) + Data("data".utf8)
      + littleEndian(dataBytes)
  }
}

private func littleEndian(_ number: some FixedWidthInteger) -> Data {
  withUnsafeBytes(of: number.littleEndian) { Data($0) }
}

/// Samples of full scale ±1 as 16 bits.
func int16(_ samples: [Float]) -> [Int16] {
  samples.map { Int16(max(-32_768, min(32_767, ($0 * 32_768).rounded()))) }
}
