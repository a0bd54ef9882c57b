/// What counts in a text file of Praat: numbers, texts in double quotes and flags that stand free; all else is comment.
///
/// Free means between white space or line ends. `!` comments out the rest of a line. In a text a quote is doubled.
/// So the long and the short format are the same. Source: Praat manual, "TextGrid file formats".
struct TextGridTokens {
  enum Token {
    case number(Double)
    case text([UInt8])
    case flag
  }

  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next text.
  ///
  /// - Throws: where something else or nothing is left; `what` says in the message what should be there.
  mutating func text(_ what: String) throws(Fault) -> [UInt8] {
    guard case .text(let text) = try next() else { throw missing(what) }
    return text
  }

  /// The next number.
  ///
  /// - Throws: where something else or nothing is left; `what` says in the message what should be there.
  mutating func number(_ what: String) throws(Fault) -> Double {
    guard case .number(let number) = try next() else { throw missing(what) }
    return number
  }

  /// The next number as a count.
  ///
  /// - Throws: as `number`, and where it is none.
  mutating func count(_ what: String) throws(Fault) -> Int {
    let number = try number(what)
    guard 0..<1e9 ~= number, Double(Int(number)) == number else { throw missing(what) }
    return Int(number)
  }

  /// Passes the next flag, `<exists>` or `<absent>`.
  ///
  /// - Throws: where something else or nothing is left.
  mutating func flag() throws(Fault) {
    guard case .flag = try next() else { throw missing("<exists>") }
  }

  /// The line up to which the tokens were taken.
  var line: Int { lineNumber(at: position, of: bytes) }

  /// The next token; `nil` at the end of the file.
  private mutating func next() throws(Fault) -> Token? {
    while position < bytes.count {
      let start = position
      switch bytes[position] {
      case let byte where byte.isSpace: position += 1
      case UInt8(ascii: "!"):
        while position < bytes.count, !bytes[position].isLineEnd { position += 1 }
      case UInt8(ascii: "\""): return .text(try quoted())
      default:
        while position < bytes.count, !bytes[position].isSpace { position += 1 }
        if let token = token(bytes[start..<position]) { return token }
      }
    }
    return nil
  }

  private func token(_ word: ArraySlice<UInt8>) -> Token? {
    if word.first == UInt8(ascii: "<") && word.last == UInt8(ascii: ">") { return .flag }
    guard let first = word.first, first.isDigit || first == UInt8(ascii: "-"), word.count <= 48 else { return nil }
    return Double(String(decoding: word, as: UTF8.self)).map(Token.number)
  }

  private mutating func quoted() throws(Fault) -> [UInt8] {
    let start = position
    position += 1
    var text: [UInt8] = []
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte == UInt8(ascii: "\"") {
        guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else { return text }
        position += 1
      }
      text.append(byte)
    }
    throw Fault(
      line: lineNumber(at: start, of: bytes), "a text in quotes does not end",
      advice: "save the TextGrid again in Praat")
  }

  private func missing(_ what: String) -> Fault {
    Fault(line: line, "here \(what) should be", advice: "save the TextGrid again in Praat")
  }
}
