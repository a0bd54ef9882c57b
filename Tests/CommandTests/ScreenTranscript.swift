import Foundation
import Testing

/// What a program showed at a terminal, screen after screen, without what differs from one run to the next: the time, the
/// level and the lengths of what was said.
struct ScreenTranscript {
  private(set) var text = ""

  /// Adds the screen as it stands, below a line that says when.
  mutating func add(_ moment: String, _ screen: [String]) {
    var lines: [String] = []
    for line in screen {
      let shown = Self.withoutMeasures(line)
      // The large digits are five rows of the same.
      if shown == Self.largeTime, lines.last == shown { continue }
      lines.append(shown)
    }
    add(moment, text: lines.joined(separator: "\n"))
  }

  /// Adds `text`, such as a report that was printed at the end, with every figure as `#`.
  mutating func add(_ moment: String, report text: String) {
    add(moment, text: text.replacing(/\d+/, with: "#"))
  }

  private mutating func add(_ moment: String, text: String) {
    self.text += "---- \(moment)\n\(text)\n"
  }

  private static let largeTime = "  (the time)"

  private static func withoutMeasures(_ line: String) -> String {
    if line.hasPrefix("Level ") { return "Level (bar) (dB)" }
    if line.contains("█") { return largeTime }
    return line.replacing(/\b\d:\d\d\b/, with: "0:00").replacing(/\s+$/, with: "")
  }
}
