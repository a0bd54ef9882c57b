/// Whether an MP3 begins with a Xing or Info frame, which holds its length.
///
/// The tag stands within the first frame, after an ID3v2 tag (id3.org, ID3v2.4.0, 3.1: ten bytes, the last four
/// its length in groups of seven bits).
func hasLengthTag(_ file: ReadOnlyFile) throws(SoundFileError) -> Bool {
  let head = try file.bytes(0..<10)
  var start = 0
  if head.count == 10, head.starts(with: fourCharacters("ID3").prefix(3)) {
    start = 10 + head.suffix(4).reduce(0) { $0 << 7 | Int($1 & 0x7F) }
  }
  // An MPEG frame is at most 1441 bytes long; the tag begins 13 to 36 bytes into it.
  let frame = try file.bytes(start..<start + 1441)
  let tags = [fourCharacters("Xing"), fourCharacters("Info")]
  return frame.indices.dropLast(3).contains { tags.contains(frame[$0..<$0 + 4]) }
}
