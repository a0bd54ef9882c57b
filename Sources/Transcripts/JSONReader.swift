/// Reads JSON values one after the other (RFC 8259), and what recognisers write instead.
///
/// Beyond the grammar it takes control characters in strings and a comma before a closing bracket (whisper.cpp writes
/// both), and `nan`, `inf`, `NaN` and `Infinity` with or without a sign (C++ and Python write these): numbers that are
/// none. Foundation's readers refuse all of that and broken UTF-8 too.
struct JSONReader {
  private let bytes: [UInt8]
  private var position = 0
  private var valueCount = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// All values of the file.
  ///
  /// - Throws: with the line, where it is not JSON or passes the limits.
  static func values(of bytes: [UInt8]) throws(Fault) -> [JSON] {
    var reader = JSONReader(bytes)
    var values: [JSON] = []
    reader.skipSpace()
    while reader.next != nil {
      values.append(try reader.value(depth: 0))
      reader.skipSpace()
    }
    return values
  }

  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  private func fault(_ problem: String) -> Fault {
    Fault(
      line: lineNumber(at: position, of: bytes), problem,
      advice: "check that the file is whole, and have the recogniser write it again")
  }

  private mutating func skipSpace() {
    while let byte = next, byte.isSpace { position += 1 }
  }

  /// Whether the next byte is `byte`, which is then passed.
  private mutating func take(_ byte: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: byte) else { return false }
    position += 1
    return true
  }

  private mutating func value(depth: Int) throws(Fault) -> JSON {
    valueCount += 1
    guard depth <= Limits.depth else { throw fault("values lie more than \(Limits.depth) deep in one another") }
    guard valueCount <= Limits.values else { throw fault("there are more than \(Limits.values) values") }
    switch next {
    case UInt8(ascii: "{"): return .object(try members(depth: depth))
    case UInt8(ascii: "["): return .list(try elements(depth: depth))
    case UInt8(ascii: "\""): return .text(try text())
    case nil: throw fault("the JSON ends too early")
    default: return try literal()
    }
  }

  private mutating func elements(depth: Int) throws(Fault) -> [JSON] {
    position += 1
    var elements: [JSON] = []
    while true {
      skipSpace()
      if take("]") { return elements }
      elements.append(try value(depth: depth + 1))
      skipSpace()
      guard take(",") || next == UInt8(ascii: "]") else { throw fault("here a comma or ] should be") }
    }
  }

  private mutating func members(depth: Int) throws(Fault) -> [(key: String, value: JSON)] {
    position += 1
    var members: [(key: String, value: JSON)] = []
    while true {
      skipSpace()
      if take("}") { return members }
      guard next == UInt8(ascii: "\"") else { throw fault("here a name in double quotes should be") }
      let key = String(decoding: try text(), as: UTF8.self)
      skipSpace()
      guard take(":") else { throw fault("here a colon should be") }
      skipSpace()
      members.append((key, try value(depth: depth + 1)))
      skipSpace()
      guard take(",") || next == UInt8(ascii: "}") else { throw fault("here a comma or } should be") }
    }
  }

  private mutating func literal() throws(Fault) -> JSON {
    let start = position
    while let byte = next, byte.isLetter || byte.isDigit || byte == 0x2B || byte == 0x2D || byte == 0x2E {
      position += 1
    }
    // The longest that a double needs has 24 characters; twice that leaves room for zeros.
    guard (1...48).contains(position - start) else { throw fault("here a value should be") }
    let word = String(decoding: bytes[start..<position], as: UTF8.self)
    switch word {
    case "null": return .null
    case "true": return .bool(true)
    case "false": return .bool(false)
    default:
      guard !word.contains("x"), !word.contains("X"), let number = Double(word) else {
        throw fault("here a value should be")
      }
      return .number(number)
    }
  }

  private mutating func text() throws(Fault) -> [UInt8] {
    position += 1
    var text: [UInt8] = []
    while let byte = next {
      position += 1
      switch byte {
      case UInt8(ascii: "\""): return text
      case UInt8(ascii: "\\"): try appendEscaped(to: &text)
      default: text.append(byte)
      }
    }
    throw fault("a text in quotes does not end")
  }

  private mutating func appendEscaped(to text: inout [UInt8]) throws(Fault) {
    guard let byte = next else { throw fault("the JSON ends too early") }
    position += 1
    switch byte {
    case UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"): text.append(0x20)
    case UInt8(ascii: "b"), UInt8(ascii: "f"): break
    case UInt8(ascii: "u"):
      guard let unit = hexadecimal() else { throw fault("\\u is not followed by four hexadecimal digits") }
      if unit < 0x80 {
        text.append(UInt8(unit))
        return
      }
      var units = [unit]
      if UTF16.isLeadSurrogate(unit), bytes[position...].starts(with: [0x5C, 0x75]) {
        let before = position
        position += 2
        if let second = hexadecimal(), UTF16.isTrailSurrogate(second) {
          units.append(second)
        } else {
          position = before
        }
      }
      text += String(decoding: units, as: UTF16.self).utf8
    default: text.append(byte)
    }
  }

  private mutating func hexadecimal() -> UInt16? {
    let digits = bytes[position...].prefix(4)
    guard digits.count == 4 else { return nil }
    var value: UInt16 = 0
    for digit in digits {
      switch digit {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | UInt16(digit - UInt8(ascii: "0"))
      case UInt8(ascii: "A")...UInt8(ascii: "F"), UInt8(ascii: "a")...UInt8(ascii: "f"):
        value = value << 4 | UInt16((digit | 0x20) - UInt8(ascii: "a") + 10)
      default: return nil
      }
    }
    position += 4
    return value
  }
}
