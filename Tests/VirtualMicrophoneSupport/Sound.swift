/// Interleaved samples in a format of ALSA.
package enum Sound {
  case int16([Int16])
  /// 24 bits in three bytes, as many USB microphones have them; only the lower three bytes are heard.
  case packed24([Int32])
  case int32([Int32])
  case float32([Float])

  var formatName: String {
    switch self {
    case .int16: "S16_LE"
    case .packed24: "S24_3LE"
    case .int32: "S32_LE"
    case .float32: "FLOAT_LE"
    }
  }

  /// Little-endian, as a device lays them in memory.
  package var bytes: [UInt8] {
    switch self {
    case .int16(let samples): littleEndianBytes(of: samples)
    case .packed24(let samples):
      samples.flatMap { sample in (0..<3).map { UInt8(truncatingIfNeeded: sample >> ($0 * 8)) } }
    case .int32(let samples): littleEndianBytes(of: samples)
    case .float32(let samples): littleEndianBytes(of: samples.map(\.bitPattern))
    }
  }
}

private func littleEndianBytes<Sample: FixedWidthInteger>(of samples: [Sample]) -> [UInt8] {
  // As a whole: byte by byte, a minute of sound takes seconds in a debug build.
  samples.map(\.littleEndian).withUnsafeBytes { Array($0) }
}
