import Foundation
import Testing

/// Holds `text` to the file `name` of the snapshots; `STARPACE_RECORD_SNAPSHOTS=1 swift test` writes it anew.
func expectSnapshot(_ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
  let path = "\(checkout)/Tests/CommandTests/Snapshots/\(name)"
  if ProcessInfo.processInfo.environment["STARPACE_RECORD_SNAPSHOTS"] != nil {
    try text.write(toFile: path, atomically: true, encoding: .utf8)
  }
  #expect(text == String(decoding: try bytes(of: path), as: UTF8.self), sourceLocation: sourceLocation)
}
