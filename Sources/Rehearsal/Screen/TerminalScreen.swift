import Foundation

/// The whole screen of the terminal on standard error; it shows again what was there before when it is let go.
///
/// The sequences are those of ECMA-48 and xterm's alternate screen (private mode 1049), which terminals of today share.
struct TerminalScreen: ~Copyable {
  private var shown: [String] = []
  private var shownSize = (columns: 0, rows: 0)

  init() {
    write("\u{1B}[?1049h\u{1B}[?25l")
  }

  deinit { write("\u{1B}[0m\u{1B}[?25h\u{1B}[?1049l") }

  /// Columns and rows now; 80 by 24 where the terminal does not say.
  var size: (columns: Int, rows: Int) {
    var size = winsize()
    guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 else { return (80, 24) }
    return (Int(size.ws_col), Int(size.ws_row))
  }

  /// Shows `lines` from the top on; only what differs from before is written.
  mutating func draw(_ lines: [String]) {
    let size = size
    let isNew = size != shownSize
    var text = isNew ? "\u{1B}[2J" : ""
    for (row, line) in lines.enumerated() where isNew || row >= shown.count || shown[row] != line {
      text += "\u{1B}[\(row + 1);1H\(line)\u{1B}[K"
    }
    if lines.count < shown.count, !isNew { text += "\u{1B}[\(lines.count + 1);1H\u{1B}[J" }
    (shown, shownSize) = (lines, size)
    if !text.isEmpty { write(text) }
  }

  /// Draws everything anew next time: something else was written meanwhile.
  mutating func forget() { shownSize = (0, 0) }

  private borrowing func write(_ text: String) { writeToTerminal(text) }
}

/// Writes `text` on standard error; a terminal that was closed takes no more, and that must not cost the take.
func writeToTerminal(_ text: String) {
  try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
}
