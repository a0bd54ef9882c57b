/// One chunk of a RIFF or AIFF file: a name, a length, a body, and a byte of padding if the length is odd.
struct Chunk {
  let name: ArraySlice<UInt8>
  /// Where its body begins in the file, in bytes.
  let body: Int
  /// The length of its body as the header has it, which may lie past the end of the file.
  let byteCount: Int

  /// Where the next chunk should begin.
  var end: Int { body + byteCount + byteCount % 2 }

  /// Reads the eight bytes at `offset`; nil where the file ends before, or where they hold no name.
  init?(in file: ReadOnlyFile, at offset: Int, bigEndian: Bool) throws(SoundFileError) {
    let head = try file.bytes(offset..<offset + 8)
    guard let byteCount = head.dropFirst(4).unsigned(bytes: 4, bigEndian: bigEndian),
      head.prefix(4).allSatisfy({ (0x20...0x7E).contains($0) })
    else { return nil }
    name = head.prefix(4)
    body = offset + 8
    self.byteCount = Int(byteCount)
  }
}

/// Whether the rest of the file is a row of whole chunks, as behind the sound of a finished file.
///
/// A last chunk without its byte of padding counts, and so do up to seven zeros that fill up the file.
func chunksReachTheEnd(
  of file: ReadOnlyFile, from start: Int, bigEndian: Bool
) throws(SoundFileError) -> Bool {
  var offset = start
  for _ in 0..<1000 {
    let left = file.byteCount - offset
    if left <= 0 { return left >= -1 }
    if left < 8 { return try file.bytes(offset..<offset + left).allSatisfy { $0 == 0 } }
    guard let chunk = try Chunk(in: file, at: offset, bigEndian: bigEndian) else { return false }
    offset = chunk.end
  }
  return false
}
