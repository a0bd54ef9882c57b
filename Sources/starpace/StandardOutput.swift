import Foundation
import Sessions

/// Standard output for lists: each piece is there for others to read as soon as it is written.
enum StandardOutput {
  /// Writes `text` as it is.
  /// - Throws: `cannotWrite`: of many lines none may be missing unseen.
  static func write(_ text: String) throws(SessionError) {
    do {
      try FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
    } catch {
      throw SessionError(.cannotWrite, "Cannot write to standard output; make room on the disk, then run it again.")
    }
  }
}
