/// Gives the one stream of the Ogg file `bytes` the serial number 1.
///
/// libsndfile draws it at random, which tells streams of one file apart; here the same sound has to give the same bytes.
/// Source of the page's layout and of its checksum: RFC 3533, section 6.
func nameOggStream(in bytes: inout [UInt8]) {
  var page = 0
  while page + 27 <= bytes.count {
    let segments = Int(bytes[page + 26])
    let body = page + 27 + segments
    guard body <= bytes.count else { return }
    let end = bytes[page + 27..<body].reduce(body) { $0 + Int($1) }
    guard end <= bytes.count else { return }
    bytes.replaceSubrange(page + 14..<page + 18, with: [1, 0, 0, 0])
    bytes.replaceSubrange(page + 22..<page + 26, with: [0, 0, 0, 0])
    let checksum = oggChecksum(of: bytes[page..<end])
    for byte in 0..<4 { bytes[page + 22 + byte] = UInt8(truncatingIfNeeded: checksum >> (8 * byte)) }
    page = end
  }
}

/// A CRC of 32 bits with the polynomial 04C11DB7, not reflected, from zero.
private func oggChecksum(of bytes: ArraySlice<UInt8>) -> UInt32 {
  bytes.reduce(0) { $0 << 8 ^ checksumTable[Int($0 >> 24 ^ UInt32($1))] }
}

private let checksumTable: [UInt32] = (0..<256).map { byte in
  (0..<8).reduce(UInt32(byte) << 24) { value, _ in value << 1 ^ (value >> 31 == 1 ? 0x04C1_1DB7 : 0) }
}
