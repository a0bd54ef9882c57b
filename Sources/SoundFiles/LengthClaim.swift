/// What a header says about the length of the sound, where that is not what the file holds.
enum LengthClaim: Equatable {
  /// The header was never brought up to date: it claims fewer bytes of sound than follow it.
  case unfinished(bytes: Int)
  /// The header holds a stand-in, such as 0xFFFFFFFF, written while the length was not known.
  case notGiven
  /// The header claims more bytes of sound than the file has.
  case cutOff(bytes: Int)

  /// Compares `claimed` with `available` bytes of sound; nil where the header is right.
  init?(claimed: Int, available: Int, isStandIn: Bool) {
    if claimed <= available { return nil }
    self = isStandIn ? .notGiven : .cutOff(bytes: claimed)
  }
}

/// A file whose sound is not as long as its header or libsndfile takes it to be, and how to read it instead.
struct LengthFault {
  /// nil where the header is right and libsndfile would read past the sound.
  let claim: LengthClaim?
  /// Bytes from the start of the sound to the end of the file.
  let availableBytes: Int
  /// nil where libsndfile reads to the end of the file by itself.
  let presentation: Presentation?
}

/// A file as it is shown to libsndfile: some bytes of our own in place of its beginning.
struct Presentation: Equatable {
  /// What stands in front; empty to show the file as it is.
  var prefix: [UInt8] = []
  /// The position in the file of the byte that follows the prefix.
  var resumesAt = 0
  /// The position in the file where it shall seem to end; nil for its true end.
  var endsAt: Int?
}

/// Looks for a header that a crash left unfinished, and for a file that ends before its header says.
///
/// What libsndfile 1.2.0 does by itself, found by trying: a length past the end of the file is read to the end
/// in WAV, W64, AIFF and AU; a length of 0 in W64, and in AIFF without the 8 bytes that every SSND chunk has.
/// In W64 it reads everything to the end of the file, also the chunks behind the sound; those are hidden from it.
/// It does not read: WAV and RF64 with a length of 0 or one that was not brought up to date, RF64 with a
/// length of 2^63 or more, AU with 0, AIFF with an empty SSND chunk. For those a right header is presented.
func lengthFault(in file: ReadOnlyFile) throws(SoundFileError) -> LengthFault? {
  let start = try file.bytes(0..<40)
  switch start.prefix(4) {
  case RiffKind.riff.magic, RiffKind.rifx.magic, RiffKind.rf64.magic:
    return try riffLengthFault(in: file)
  case fourCharacters("riff"): return try wave64LengthFault(in: file)
  case fourCharacters("FORM"): return try aiffLengthFault(in: file)
  case fourCharacters(".snd"), fourCharacters("dns."): return auLengthFault(in: file, start: start)
  default: return nil
  }
}

/// The four bytes that begin a chunk or a file.
func fourCharacters(_ name: StaticString) -> ArraySlice<UInt8> {
  name.withUTF8Buffer { ArraySlice($0) }
}

extension Collection<UInt8> {
  /// The number that the first `count` bytes spell, nil where there are fewer.
  func unsigned(bytes count: Int, bigEndian: Bool) -> UInt64? {
    let digits = prefix(count)
    guard digits.count == count else { return nil }
    return bigEndian
      ? digits.reduce(0) { $0 << 8 | UInt64($1) } : digits.reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }
}

/// The bytes of a number.
func spelled(_ value: UInt64, bytes count: Int, bigEndian: Bool) -> [UInt8] {
  let little = (0..<count).map { UInt8(truncatingIfNeeded: value >> UInt64(8 * $0)) }
  return bigEndian ? little.reversed() : little
}
