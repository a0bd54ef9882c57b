/// What a terminal makes of the bytes that a program writes: the screen as a person sees it, and all that was written.
///
/// Knows the sequences that StarPace uses: the cursor's place, erasing, looks, and the alternate screen (ECMA-48, xterm).
/// Each character takes one column.
struct DrawnTerminal {
  private(set) var rows: Int
  private(set) var columns: Int
  /// Everything so far as UTF-8, without escape sequences; each drawn line of a screen begins a new one.
  private(set) var transcript: [UInt8] = []
  /// Whether anything was coloured or made bold.
  private(set) var hasColours = false
  /// How often the bell rang.
  private(set) var bellCount = 0
  /// What was there before the program drew a screen of its own; nil where it draws none, or gave it back.
  private var linesBefore: [[Character]]?
  private var lines: [[Character]]
  private var cursor = (row: 0, column: 0)
  /// The bytes of a sequence or character that is not complete yet.
  private var pending: [UInt8] = []

  init(rows: Int, columns: Int) {
    (self.rows, self.columns) = (rows, columns)
    lines = Self.blank(rows)
  }

  /// Whether the program shows a screen of its own and has not yet given back what was there before.
  var isOnOwnScreen: Bool { linesBefore != nil }

  /// The rows of the screen without the spaces at their ends.
  var screen: [String] {
    lines.map { line in String(line[..<((line.lastIndex { $0 != " " } ?? -1) + 1)]) }
  }

  /// Takes in what a program writes.
  mutating func write(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      pending.append(byte)
      if pending[0] == 0x1B {
        takeSequence()
      } else if byte < 0x80 {
        control(byte)
        pending = []
      } else if pending.count == Self.length(ofCharacterWith: pending[0]) {
        transcript += pending
        put(Character(String(decoding: pending, as: UTF8.self)))
        pending = []
      }
    }
  }

  /// The terminal's size changes. Nothing of the screen stays, unlike in most terminals: so a test sees what is drawn anew.
  mutating func resize(rows: Int, columns: Int) {
    (self.rows, self.columns) = (rows, columns)
    lines = Self.blank(rows)
    cursor = (min(cursor.row, rows - 1), min(cursor.column, columns - 1))
  }

  private static func blank(_ rows: Int) -> [[Character]] { Array(repeating: [], count: rows) }

  private static func length(ofCharacterWith first: UInt8) -> Int { first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2 }

  // MARK: - Characters

  private mutating func control(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\n"):
      // A terminal's own output has a carriage return before it.
      if transcript.last == UInt8(ascii: "\r") { transcript.removeLast() }
      transcript.append(byte)
      lineFeed()
    case UInt8(ascii: "\r"):
      transcript.append(byte)
      cursor.column = 0
    case 0x07: bellCount += 1
    case 0x08: cursor.column = max(0, cursor.column - 1)
    default:
      transcript.append(byte)
      put(Character(UnicodeScalar(byte)))
    }
  }

  private mutating func lineFeed() {
    if cursor.row + 1 < rows {
      cursor.row += 1
    } else {
      lines.removeFirst()
      lines.append([])
    }
  }

  private mutating func put(_ character: Character) {
    if cursor.column == columns {
      cursor.column = 0
      lineFeed()
    }
    let missing = cursor.column + 1 - lines[cursor.row].count
    if missing > 0 { lines[cursor.row] += Array(repeating: " ", count: missing) }
    lines[cursor.row][cursor.column] = character
    cursor.column += 1
  }

  // MARK: - Sequences

  /// Takes the pending sequence where it is complete: `ESC [`, parameters, and a letter.
  private mutating func takeSequence() {
    guard pending.count > 2 else {
      if pending.count == 2, pending[1] != UInt8(ascii: "[") { pending = [] }
      return
    }
    guard let end = pending.last, (0x40...0x7E).contains(end) else { return }
    let words = String(decoding: pending[2..<(pending.count - 1)], as: UTF8.self)
    pending = []
    switch (UnicodeScalar(end), words) {
    case ("H", _):
      let place = words.split(separator: ";").map { Int($0) ?? 1 }
      cursor = (min(place.first ?? 1, rows) - 1, min(place.dropFirst().first ?? 1, columns) - 1)
      if cursor.column == 0 { transcript.append(UInt8(ascii: "\n")) }
    case ("K", _): lines[cursor.row] = Array(lines[cursor.row].prefix(cursor.column))
    case ("J", "2"): lines = Self.blank(rows)
    case ("J", _):
      lines[cursor.row] = Array(lines[cursor.row].prefix(cursor.column))
      for row in (cursor.row + 1)..<max(rows, cursor.row + 1) { lines[row] = [] }
    // Zero takes all looks away.
    case ("m", "0"), ("m", ""): break
    case ("m", _): hasColours = true
    case ("h", "?1049"):
      transcript.append(UInt8(ascii: "\n"))
      linesBefore = lines
      lines = Self.blank(rows)
    case ("l", "?1049"):
      transcript.append(UInt8(ascii: "\n"))
      if let before = linesBefore { lines = Array((before + Self.blank(rows)).prefix(rows)) }
      linesBefore = nil
    default: break
    }
  }
}
