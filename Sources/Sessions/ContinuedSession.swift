import Foundation
package import Interview

/// A session that goes on in another folder because its own takes no more: the disk is full, or may only be read.
package struct ContinuedSession: Sendable {
  /// Where it goes on.
  package let folder: SessionFolder
  /// Held for the new folder.
  package let mark: RecordingMark
  /// The recordings for which there was no room; they stay where they were.
  package let left: [String]
}

extension SessionFolder {
  /// Makes a folder of this one's name in `sessions`, writes `session` into it and copies the recordings.
  ///
  /// Everything that is here stays here. A recording is copied whole or not at all.
  /// - Throws: `cannotCreate` or `cannotWrite` where not even the session fits; then nothing is left in `sessions`.
  package func continued(in sessions: String, with session: Session) throws(SessionError) -> ContinuedSession {
    let folder = try Self.make((path as NSString).lastPathComponent, in: sessions)
    do throws(SessionError) {
      let mark = try RecordingMark.hold(in: folder)
      try copyScenario(to: folder)
      try folder.write(session)
      return ContinuedSession(folder: folder, mark: mark, left: recordings.filter { !copy($0, to: folder) })
    } catch {
      // Ours, made a moment ago, and without any recording.
      try? FileManager.default.removeItem(atPath: folder.path)
      throw error
    }
  }

  /// The names of all sound files, takes that were set aside among them.
  private var recordings: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.filter { Self.soundEndings.contains(($0 as NSString).pathExtension.lowercased()) }.sorted()
  }

  private func copyScenario(to folder: SessionFolder) throws(SessionError) {
    guard hasScenario else { return }
    do {
      try FileManager.default.copyItem(atPath: scenarioFolder, toPath: folder.scenarioFolder)
    } catch {
      throw SessionError(.cannotWrite, "There is no room in \(folder.path); name a folder on another disk.")
    }
  }

  /// Copies the recording `name`; whether there was room for all of it, and it is on the disk.
  private func copy(_ name: String, to folder: SessionFolder) -> Bool {
    let draft = "\(folder.path)/\(name).new"
    do {
      try FileManager.default.copyItem(atPath: "\(path)/\(name)", toPath: draft)
      let file = try FileHandle(forUpdating: URL(fileURLWithPath: draft))
      try file.synchronize()
      try file.close()
    } catch {
      unlink(draft)
      return false
    }
    return rename(draft, "\(folder.path)/\(name)") == 0
  }
}
