// The containers whose broken lengths libsndfile mostly bears by itself.

/// Sony Wave64: names of 16 bytes, lengths of 64 bits that include the 24 bytes of name and length.
func wave64LengthFault(in file: ReadOnlyFile) throws(SoundFileError) -> LengthFault? {
  let fileBytes = try file.bytes(16..<24).unsigned(bytes: 8, bigEndian: false)
  var offset = 40
  for _ in 0..<1000 {
    let head = try file.bytes(offset..<offset + 24)
    guard let length = head.dropFirst(16).unsigned(bytes: 8, bigEndian: false) else { return nil }
    let body = offset + 24
    let claimed = max(0, Int(clamping: length) - 24)
    if head.prefix(4) == fourCharacters("data") {
      let available = file.byteCount - body
      if claimed >= available {
        let claim = LengthClaim(claimed: claimed, available: available, isStandIn: claimed >= 1 << 48)
        return claim.map { LengthFault(claim: $0, availableBytes: available, presentation: nil) }
      }
      // Chunks follow if the header counts them; a header that does not was not brought up to date.
      if claimed > 0, Int(clamping: fileBytes ?? 0) > body + claimed {
        return LengthFault(
          claim: nil, availableBytes: claimed, presentation: Presentation(endsAt: body + claimed))
      }
      return LengthFault(claim: .unfinished(bytes: claimed), availableBytes: available, presentation: nil)
    }
    guard claimed < file.byteCount else { return nil }
    // Chunks begin at multiples of eight.
    offset = (body + claimed + 7) / 8 * 8
  }
  return nil
}

/// AIFF and AIFF-C: the sound is the SSND chunk, which has eight bytes of its own before the first sample.
func aiffLengthFault(in file: ReadOnlyFile) throws(SoundFileError) -> LengthFault? {
  var offset = 12
  for _ in 0..<1000 {
    guard let chunk = try Chunk(in: file, at: offset, bigEndian: true) else { return nil }
    if chunk.name == fourCharacters("SSND") {
      let available = file.byteCount - chunk.body - 8
      let claimed = max(0, chunk.byteCount - 8)
      guard available > 0 else { return nil }
      if claimed > 0 {
        let claim = LengthClaim(
          claimed: claimed, available: available, isStandIn: chunk.byteCount >= 0x7FFF_0000)
        return claim.map { LengthFault(claim: $0, availableBytes: available, presentation: nil) }
      }
      // A header is a few hundred bytes long; a picture in it shall not be copied into memory.
      if chunk.body > 1 << 20 { return nil }
      if try chunksReachTheEnd(of: file, from: chunk.end, bigEndian: true) { return nil }
      var header = try file.bytes(0..<chunk.body)
      header.replaceSubrange(
        offset + 4..<offset + 8, with: spelled(0xFFFF_FFFF, bytes: 4, bigEndian: true))
      return LengthFault(
        claim: .unfinished(bytes: 0), availableBytes: available,
        presentation: Presentation(prefix: header, resumesAt: chunk.body))
    }
    offset = chunk.end
  }
  return nil
}

/// AU: where the sound begins and its length stand right after the name; 0xFFFFFFFF is a legal "not known".
func auLengthFault(in file: ReadOnlyFile, start: [UInt8]) -> LengthFault? {
  let isBig = start.prefix(4) == fourCharacters(".snd")
  guard let body = start.dropFirst(4).unsigned(bytes: 4, bigEndian: isBig),
    let claimed = start.dropFirst(8).unsigned(bytes: 4, bigEndian: isBig), claimed != 0xFFFF_FFFF,
    body >= 24, Int(body) < file.byteCount
  else { return nil }
  let available = file.byteCount - Int(body)
  if claimed == 0 {
    let header = start.prefix(8) + spelled(0xFFFF_FFFF, bytes: 4, bigEndian: isBig)
    return LengthFault(
      claim: .unfinished(bytes: 0), availableBytes: available,
      presentation: Presentation(prefix: Array(header), resumesAt: 12))
  }
  return LengthClaim(claimed: Int(claimed), available: available, isStandIn: false).map {
    LengthFault(claim: $0, availableBytes: available, presentation: nil)
  }
}
