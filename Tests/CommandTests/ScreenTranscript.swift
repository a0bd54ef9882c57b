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

/// Holds `text` to the file `name` of the snapshots; `STARPACE_RECORD_SNAPSHOTS=1 swift test` writes it anew.
func expectSnapshot(_ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
  let path = "\(checkout)/Tests/CommandTests/Snapshots/\(name)"
  if ProcessInfo.processInfo.environment["STARPACE_RECORD_SNAPSHOTS"] != nil {
    try text.write(toFile: path, atomically: true, encoding: .utf8)
  }
  #expect(text == String(decoding: try bytes(of: path), as: UTF8.self), sourceLocation: sourceLocation)
}
