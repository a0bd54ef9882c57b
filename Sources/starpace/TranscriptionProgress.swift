import Foundation
import Reports

/// A line on standard error that says which take is written down, and for how long already.
final class TranscriptionProgress {
  private let title: String
  private let isDrawn: Bool
  private let began = ContinuousClock.now
  private var lastSecond = -1

  /// A line that begins with `title`: drawn over itself at a terminal, once elsewhere, never where `isQuiet`.
  init(_ title: String, isTerminal: Bool, isQuiet: Bool) {
    self.title = String(title.printable)
    isDrawn = isTerminal && !isQuiet
    if !isTerminal, !isQuiet { warn("\(self.title).") }
  }

  /// Shows the time since the beginning, once a second.
  func show() {
    let second = Int(began.duration(to: .now).components.seconds)
    guard isDrawn, second > lastSecond else { return }
    lastSecond = second
    write("\r\(title)  \(clock(Double(second)))\u{1B}[K")
  }

  /// Takes the line away.
  func clear() {
    if lastSecond >= 0 { write("\r\u{1B}[K") }
  }

  private func write(_ text: String) { try? FileHandle.standardError.write(contentsOf: Data(text.utf8)) }
}
