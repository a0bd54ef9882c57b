package import Reports

/// Standard error, where the user reads what a command does: data alone is on standard output.
package struct Console: Sendable {
  package var style: Style
  /// Whether a line can be drawn over.
  package var isTerminal: Bool
  /// Whether nothing is written.
  package var isQuiet: Bool

  /// A console as given.
  package init(style: Style, isTerminal: Bool, isQuiet: Bool) {
    self.style = style
    self.isTerminal = isTerminal
    self.isQuiet = isQuiet
  }

  /// Writes `text` as lines of its own within the width.
  func say(_ text: String, as role: Style.Role? = nil, indent: Int = 0) {
    guard !isQuiet else { return }
    for line in style.wrapped(text, indent: indent) {
      writeToTerminal((role.map { style.styled(line, as: $0) } ?? line) + "\n")
    }
  }

  /// Writes an empty line.
  func space() {
    if !isQuiet { writeToTerminal("\n") }
  }

  /// Draws `line` over the one before; nothing where that is not possible.
  func draw(_ line: String) {
    guard isTerminal, !isQuiet else { return }
    writeToTerminal("\r\(line)\u{1B}[K")
  }

  /// Ends a drawn line.
  func endDrawing() {
    guard isTerminal, !isQuiet else { return }
    writeToTerminal("\n")
  }
}
