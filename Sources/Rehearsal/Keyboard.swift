import Glibc

/// What a candidate asks for with one key.
enum Key: Sendable, Equatable {
  /// Enter; where pages are turned, space and → as well.
  case next
  /// `r`
  case again
  /// `p`
  case pause
  /// `b`; where pages are turned, ← as well.
  case back
  /// `s`
  case skip
  /// `l`
  case listen
  /// `y`
  case yes
  /// `n`
  case no
  /// `1` to `9`
  case number(Int)
  /// `q`, or the end of what is piped in.
  case quit
  /// The terminal was closed.
  case gone

  init?(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\n"), UInt8(ascii: "\r"): self = .next
    case UInt8(ascii: "r"), UInt8(ascii: "R"): self = .again
    case UInt8(ascii: "p"), UInt8(ascii: "P"): self = .pause
    case UInt8(ascii: "b"), UInt8(ascii: "B"): self = .back
    case UInt8(ascii: "l"), UInt8(ascii: "L"): self = .listen
    case UInt8(ascii: "y"), UInt8(ascii: "Y"): self = .yes
    case UInt8(ascii: "n"), UInt8(ascii: "N"): self = .no
    case UInt8(ascii: "1")...UInt8(ascii: "9"): self = .number(Int(byte - UInt8(ascii: "0")))
    case UInt8(ascii: "s"), UInt8(ascii: "S"): self = .skip
    case UInt8(ascii: "q"), UInt8(ascii: "Q"): self = .quit
    default: return nil
    }
  }

  /// The arrow whose sequence ends in `end` (ECMA-48, 8.3.18 and 8.3.20: cursor left and right).
  fileprivate init?(arrow end: UInt8) {
    switch end {
    case UInt8(ascii: "C"): self = .next
    case UInt8(ascii: "D"): self = .back
    default: return nil
    }
  }
}

/// The keys as they are pressed, without Enter and without echo where standard input is a terminal.
///
/// From a pipe, each letter and each newline is a key. The terminal is put back when the keyboard is let go.
struct Keyboard: ~Copyable {
  /// How the terminal was; `nil` where standard input is none.
  private let before: termios?
  /// Whether space and the arrows turn pages; while speaking they do nothing, since a slip must not end a take.
  private let turnsPages: Bool

  init(turnsPages: Bool = false) {
    self.turnsPages = turnsPages
    var settings = termios()
    guard tcgetattr(STDIN_FILENO, &settings) == 0 else {
      before = nil
      return
    }
    before = settings
    settings.c_lflag &= ~tcflag_t(ICANON | ECHO)
    tcsetattr(STDIN_FILENO, TCSANOW, &settings)
  }

  deinit {
    guard var before else { return }
    tcsetattr(STDIN_FILENO, TCSANOW, &before)
  }

  /// Forgets the keys pressed so far on a terminal: they were not meant for what comes now.
  func forgetPending() {
    if before != nil { tcflush(STDIN_FILENO, TCIFLUSH) }
  }

  /// The next key, or `nil` after `milliseconds` without one, or when a signal came.
  func key(within milliseconds: Int32) -> Key? {
    var input = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    guard poll(&input, 1, milliseconds) > 0 else { return nil }
    var byte: UInt8 = 0
    switch read(STDIN_FILENO, &byte, 1) {
    case 1 where byte == 0x1B:
      let end = endOfSequence()
      return turnsPages ? end.flatMap { Key(arrow: $0) } : nil
    case 1 where turnsPages && byte == UInt8(ascii: " "): return .next
    case 1: return Key(byte)
    // A terminal without its line buffer has no end of input but its own.
    case 0: return before == nil ? .quit : .gone
    default: return errno == EIO ? .gone : nil
    }
  }

  /// Whether a key was pressed, also one without a meaning; it is forgotten.
  func isAnyPressed() -> Bool {
    var input = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    guard poll(&input, 1, 0) > 0 else { return false }
    _ = key(within: 0)
    return true
  }

  /// Reads the rest of a key that sends several bytes, such as an arrow: its last, which would pass for a letter.
  private func endOfSequence() -> UInt8? {
    var input = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    var byte: UInt8 = 0
    var isFirst = true
    // ECMA-48, 5.4: an introducer, then up to a final byte from "@" to "~".
    while poll(&input, 1, 5) > 0, read(STDIN_FILENO, &byte, 1) == 1 {
      let isIntroducer = isFirst && (byte == UInt8(ascii: "[") || byte == UInt8(ascii: "O"))
      if !isIntroducer, (0x40...0x7E).contains(byte) { return isFirst ? nil : byte }
      isFirst = false
    }
    return nil
  }
}
