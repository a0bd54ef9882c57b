import Testing

/// A screen that is held against one that was looked at and kept, in `Snapshots/screens/`.
struct ScreenSnapshot {
  private let name: String

  /// The screen kept as `name`; with STARPACE_RECORD_SNAPSHOTS in the environment it is kept anew.
  init(_ name: String) { self.name = name }

  /// Expects `screen` to be the one that is kept, but for what no two runs have in common.
  func expect(_ screen: [String], sourceLocation: SourceLocation = #_sourceLocation) throws {
    let text = screen.map(Self.steady).joined(separator: "\n") + "\n"
    try expectSnapshot(text, "screens/\(name).txt", sourceLocation: sourceLocation)
  }

  /// The line without what differs from run to run: how far the bar and the meter are filled, dates,
  /// and how long an answer was that a test gave.
  private static func steady(_ line: String) -> String {
    if line.contains(/^[█▌·]+[┆▸]$/) { return line.replacing(/[█▌·]/, with: "▒") }
    if line.hasPrefix("Level ") {
      return "Level " + String(repeating: "▒", count: line.count(where: { "█·".contains($0) }))
    }
    return line.replacing(/took \d+ s of/, with: "took 1 s of").replacing(
      /\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ/, with: "2026-11-20T19-04-11Z")
  }
}
