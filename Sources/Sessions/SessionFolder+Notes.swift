import Foundation
package import Interview

extension SessionFolder {
  /// The notes of a coach, beside the session; need not exist.
  private var notesFile: String { "\(path)/notes.json" }

  /// The largest `notes.json` that is read, in bytes: some hundred of the longest notes.
  private static let largestNotes = 2_000_000

  /// What a coach has noted about the session; empty where nothing is.
  /// - Throws: `badData` where `notes.json` is no file of notes, or a later StarPace wrote it.
  package func notes() throws(SessionError) -> CoachNotes {
    var status = stat()
    guard stat(notesFile, &status) == 0 else { return CoachNotes() }
    struct Version: Decodable { var schema: Int }
    guard status.st_size <= Self.largestNotes, status.st_mode & S_IFMT == S_IFREG,
      let data = FileManager.default.contents(atPath: notesFile),
      let version = try? JSONDecoder().decode(Version.self, from: data)
    else { throw areBroken }
    guard version.schema <= CoachNotes.currentSchema else {
      throw SessionError(.badData, "\(notesFile) was written by a newer StarPace; install that version to read it.")
    }
    guard let notes = try? JSONDecoder().decode(CoachNotes.self, from: data) else { throw areBroken }
    return notes
  }

  /// Changes the notes by `change` and writes them, whole or not at all; without any left the file goes.
  ///
  /// Two that write at once do so one after the other.
  /// - Throws: as `notes()`, or `cannotWrite`, or what `change` throws; then nothing is changed.
  package func changeNotes(_ change: (inout CoachNotes) throws -> Void) throws {
    let folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    defer { if folder >= 0 { close(folder) } }
    // A file system without locks has one writer, as far as can be known.
    if folder >= 0 { flock(folder, LOCK_EX) }
    var notes = try notes()
    try change(&notes)
    do {
      if notes.isEmpty {
        guard unlink(notesFile) == 0 || errno == ENOENT else { throw CocoaError(.fileWriteUnknown) }
      } else {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        try writeWhole(try encoder.encode(notes) + Data("\n".utf8), to: notesFile)
      }
    } catch {
      throw SessionError(
        .cannotWrite, "Cannot write \(notesFile); check the folder's permissions and the room on the disk.")
    }
  }

  private var areBroken: SessionError {
    SessionError(.badData, "\(notesFile) is no file of notes; mend it, or move it away and note again.")
  }
}
