/// The text of a file as UTF-8 without byte order mark; UTF-16 is told by its mark.
///
/// - Throws: where there is nothing, too much, or a NUL byte, which no text has.
func textBytes(of bytes: [UInt8]) throws(Fault) -> [UInt8] {
  guard bytes.count <= Limits.fileBytes else {
    throw Fault(
      place: nil, "the file is larger than \(Limits.fileBytes >> 20) MiB",
      advice: "give the transcript of one interview")
  }
  let text =
    switch (bytes.first, bytes.dropFirst().first) {
    case (0xFF, 0xFE): utf8(ofUTF16: bytes, lowByte: 0)
    case (0xFE, 0xFF): utf8(ofUTF16: bytes, lowByte: 1)
    default: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    }
  guard !text.contains(0) else {
    throw Fault(place: nil, "this is not a text file", advice: "give one of: \(formatTitles)")
  }
  guard text.contains(where: { !$0.isSpace }) else {
    throw Fault(place: nil, "the file is empty", advice: "have the recording transcribed again")
  }
  return text
}

/// The formats, for a message.
let formatTitles = TranscriptFormat.allCases.map(\.title).joined(separator: ", ")

private func utf8(ofUTF16 bytes: [UInt8], lowByte: Int) -> [UInt8] {
  let units = stride(from: 2, to: bytes.count - 1, by: 2).map { place in
    UInt16(bytes[place + lowByte]) | UInt16(bytes[place + 1 - lowByte]) << 8
  }
  return Array(String(decoding: units, as: UTF16.self).utf8)
}

/// The lines of a text with their numbers from 1; a line ends with CR LF, LF or CR.
struct Lines: Sequence, IteratorProtocol {
  private let bytes: [UInt8]
  private var position = 0
  private var number = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func next() -> (number: Int, bytes: ArraySlice<UInt8>)? {
    guard position < bytes.count else { return nil }
    let start = position
    while position < bytes.count, !bytes[position].isLineEnd { position += 1 }
    let line = bytes[start..<position]
    if position + 1 < bytes.count, bytes[position] == UInt8(ascii: "\r"), bytes[position + 1] == UInt8(ascii: "\n") {
      position += 1
    }
    position += 1
    number += 1
    return (number, line)
  }
}

/// The number of the line in which `position` lies, from 1.
func lineNumber(at position: Int, of bytes: [UInt8]) -> Int {
  var lines = Lines(Array(bytes.prefix(position)) + [UInt8(ascii: "x")])
  var number = 1
  while let line = lines.next() { number = line.number }
  return number
}

extension UInt8 {
  /// ASCII white space.
  var isSpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
  /// CR or LF.
  var isLineEnd: Bool { self == 0x0A || self == 0x0D }
  /// `0` to `9`.
  var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
  /// An ASCII letter.
  var isLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) }
}

extension ArraySlice<UInt8> {
  /// Without ASCII white space at both ends.
  var trimmed: ArraySlice<UInt8> {
    guard let first = firstIndex(where: { !$0.isSpace }), let last = lastIndex(where: { !$0.isSpace }) else {
      return self[startIndex..<startIndex]
    }
    return self[first...last]
  }
}
