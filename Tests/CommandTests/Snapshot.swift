import Foundation
import Testing

/// Holds `text` to the file `name` of the snapshots; `STARPACE_RECORD_SNAPSHOTS=1 swift test` writes it anew.
func expectSnapshot(_ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
  let path = "\(checkout)/Tests/CommandTests/Snapshots/\(name)"
  if ProcessInfo.processInfo.environment["STARPACE_RECORD_SNAPSHOTS"] != nil {
    try text.write(toFile: path, atomically: true, encoding: .utf8)
  }
  let kept = String(decoding: try bytes(of: path), as: UTF8.self)
  let lines = zip(text.split(separator: "\n"), kept.split(separator: "\n"))
  let first = lines.first { $0 != $1 }.map { "'\($0)', kept '\($1)'" } ?? "the length"
  #expect(text == kept, "\(name) differs first in \(first)", sourceLocation: sourceLocation)
}
