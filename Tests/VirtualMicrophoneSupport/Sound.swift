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
  var bytes: [UInt8] {
    switch self {
    case .int16(let samples): samples.flatMap { $0.littleEndianBytes }
    case .packed24(let samples): samples.flatMap { $0.littleEndianBytes.prefix(3) }
    case .int32(let samples): samples.flatMap { $0.littleEndianBytes }
    case .float32(let samples): samples.flatMap { $0.bitPattern.littleEndianBytes }
    }
  }
}

extension FixedWidthInteger {
  fileprivate var littleEndianBytes: [UInt8] {
    (0..<Self.bitWidth / 8).map { UInt8(truncatingIfNeeded: self >> ($0 * 8)) }
  }
}
