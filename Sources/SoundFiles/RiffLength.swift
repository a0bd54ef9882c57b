/// The three containers whose chunks have a name of four characters and a length of 32 bits.
enum RiffKind {
  case riff, rifx, rf64

  var magic: ArraySlice<UInt8> {
    switch self {
    case .riff: fourCharacters("RIFF")
    case .rifx: fourCharacters("RIFX")
    case .rf64: fourCharacters("RF64")
    }
  }

  var isBigEndian: Bool { self == .rifx }

  init?(magic: some Collection<UInt8>) {
    guard let kind = [RiffKind.riff, .rifx, .rf64].first(where: { $0.magic.elementsEqual(magic) }) else {
      return nil
    }
    self = kind
  }
}

/// Finds the data chunk of a WAV or RF64 file and holds its length against the file.
func riffLengthFault(in file: ReadOnlyFile) throws(SoundFileError) -> LengthFault? {
  try RiffData.find(in: file)?.fault(in: file)
}

/// The data chunk of a WAV or RF64 file, with what stands before it.
struct RiffData {
  let kind: RiffKind
  /// The length of the whole file after its first eight bytes, as the header has it.
  let riffBytes: Int
  /// The fmt chunk with its name and length; empty where there is none.
  let format: [UInt8]
  /// Where the body of the fact chunk begins, which holds the number of frames; nil where there is none.
  let fact: Int?
  /// Where the sound begins.
  let body: Int
  /// The length of the sound, as the header has it.
  let claimed: Int

  /// The first data chunk of the file; nil where it has none or is no WAV nor RF64.
  static func find(in file: ReadOnlyFile) throws(SoundFileError) -> RiffData? {
    let start = try file.bytes(0..<12)
    guard let kind = RiffKind(magic: start.prefix(4)), start.count == 12,
      start.suffix(4) == fourCharacters("WAVE"),
      let riffBytes = start[4...].unsigned(bytes: 4, bigEndian: kind.isBigEndian)
    else { return nil }

    var format: [UInt8] = []
    var fact: Int?
    var longDataBytes: UInt64?
    var offset = 12
    // Real files have a dozen chunks; a damaged one shall not be walked for ever.
    for _ in 0..<1000 {
      guard let chunk = try Chunk(in: file, at: offset, bigEndian: kind.isBigEndian) else { return nil }
      switch chunk.name {
      case fourCharacters("ds64"):
        longDataBytes = try file.bytes(chunk.body + 8..<chunk.body + 16).unsigned(bytes: 8, bigEndian: false)
      case fourCharacters("fmt "):
        guard format.isEmpty, chunk.byteCount <= 4096 else { break }
        format = try file.bytes(offset..<chunk.end)
      case fourCharacters("fact"):
        if chunk.byteCount >= 4 { fact = chunk.body }
      case fourCharacters("data"):
        let isLong = kind == .rf64 && chunk.byteCount == 0xFFFF_FFFF
        return RiffData(
          kind: kind, riffBytes: Int(riffBytes), format: format, fact: fact, body: chunk.body,
          claimed: isLong ? Int(clamping: longDataBytes ?? .max) : chunk.byteCount)
      default: break
      }
      offset = chunk.end
    }
    return nil
  }

  func fault(in file: ReadOnlyFile) throws(SoundFileError) -> LengthFault? {
    let available = file.byteCount - body
    var claim = LengthClaim(claimed: claimed, available: available, isStandIn: isStandIn)
    if claim == nil, try isUnfinished(file) { claim = .unfinished(bytes: claimed) }
    guard let claim else { return nil }
    // A length past the end is read to the end by libsndfile; in RF64 not if it is negative as a signed number.
    let needsHelp = claim == .unfinished(bytes: claimed) || kind == .rf64
    return LengthFault(
      claim: claim, availableBytes: available,
      presentation: needsHelp ? rightHeader(dataBytes: available) : nil)
  }

  /// 0x7FFFxxxx and 0x80000000 are what recorders write ahead, 0xFFFFFFFF what programs write into a pipe.
  private var isStandIn: Bool {
    kind == .rf64
      ? claimed >= 1 << 48 : (0x7FFF_0000...0x8000_0000).contains(claimed) || claimed >= 0xFFFF_0000
  }

  /// Sound goes on after the claimed end: no chunks, tag or padding follow, and the header expects none.
  private func isUnfinished(_ file: ReadOnlyFile) throws(SoundFileError) -> Bool {
    let end = body + claimed
    guard end < file.byteCount else { return false }
    for chunksBegin in [end + claimed % 2, end] {
      if try chunksReachTheEnd(of: file, from: chunksBegin, bigEndian: kind.isBigEndian) { return false }
    }
    if claimed == 0 { return true }
    let headerExpectsMore = kind != .rf64 && riffBytes + 8 > end + claimed % 2 && riffBytes < 0x7FFF_0000
    if headerExpectsMore { return false }
    let next = try file.bytes(end..<end + 512)
    let isTag = [fourCharacters("TAG"), fourCharacters("ID3"), fourCharacters("APET")].contains {
      next.starts(with: $0)
    }
    return !isTag && next.contains { $0 != 0 }
  }

  /// A header that gives `dataBytes` as the length of the sound; nil where the file has no usable fmt chunk.
  private func rightHeader(dataBytes: Int) -> Presentation? {
    guard !format.isEmpty else { return nil }
    let isBig = kind.isBigEndian
    let fitsRiff = dataBytes < 0xFFFF_0000
    guard fitsRiff || !isBig else { return nil }
    var header: [UInt8] = []
    if fitsRiff {
      header += kind == .rifx ? RiffKind.rifx.magic : RiffKind.riff.magic
      header += spelled(UInt64(format.count + 12 + dataBytes), bytes: 4, bigEndian: isBig)
      header += fourCharacters("WAVE")
    } else {
      // EBU Tech 3306: the 32-bit lengths are 0xFFFFFFFF, the right ones are in the ds64 chunk.
      header +=
        RiffKind.rf64.magic + spelled(0xFFFF_FFFF, bytes: 4, bigEndian: false) + fourCharacters("WAVE")
      header += fourCharacters("ds64") + spelled(28, bytes: 4, bigEndian: false)
      header += spelled(UInt64(format.count + 48 + dataBytes), bytes: 8, bigEndian: false)
      header += spelled(UInt64(dataBytes), bytes: 8, bigEndian: false)
      header += spelled(0, bytes: 12, bigEndian: false)
    }
    header += format + fourCharacters("data")
    header += spelled(fitsRiff ? UInt64(dataBytes) : 0xFFFF_FFFF, bytes: 4, bigEndian: isBig)
    return Presentation(prefix: header, resumesAt: body)
  }
}
