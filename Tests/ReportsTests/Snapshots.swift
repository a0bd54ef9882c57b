import Foundation
import Testing

/// Expects `text` to be that of the file `name` in Snapshots/.
///
/// `STARPACE_RECORD_SNAPSHOTS=1 swift test` writes the files anew; what changes is then reviewed like code.
func expectSnapshot(_ text: String, named name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
  let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Snapshots/\(name)")
  if ProcessInfo.processInfo.environment["STARPACE_RECORD_SNAPSHOTS"] != nil {
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: file, atomically: true, encoding: .utf8)
  }
  let expected = try String(contentsOf: file, encoding: .utf8)
  let firstDifference = zip(text.split(separator: "\n"), expected.split(separator: "\n")).first { $0 != $1 }
  #expect(
    text == expected, "first difference: \(firstDifference.map { "\($0.0)\n\($0.1)" } ?? "length")",
    sourceLocation: sourceLocation)
}
