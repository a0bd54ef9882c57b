import Foundation
import Interview

/// The sound files that the words of `starpace play` mean, in order.
///
/// One word is a sound file, a step or probe of the latest session, or a session, all of whose takes are meant; two
/// are a session and one of its steps or probes; without any, the latest session is meant.
/// - Throws: `noInput` where there is none, `usage` for more than two words.
package func takesToPlay(_ words: [String], places: Places, sessions: String) throws(SessionError) -> [String] {
  guard words.count <= 2 else {
    throw SessionError(.usage, "Name one sound file, or a session and one of its steps.")
  }
  guard let first = words.first else { return try takes(of: .find(nil, in: sessions), named: nil) }
  if words.count == 2 { return try takes(of: folder(first, places: places, sessions: sessions), named: words[1]) }
  let path = places.recording(at: first)
  var isFolder: ObjCBool = false
  if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue { return [path] }
  if isFolder.boolValue { return try takes(of: SessionFolder(path: path), named: nil) }
  if let latest = try? SessionFolder.find(nil, in: sessions), let take = try? takes(of: latest, named: first) {
    return take
  }
  if let session = try? SessionFolder.find(first, in: sessions) { return try takes(of: session, named: nil) }
  throw SessionError(
    .noInput, "No sound file, step of the latest session, or session named \(first); check the name.")
}

/// The folder that `name` means: a path, a shipped recording, or one of the sessions.
private func folder(_ name: String, places: Places, sessions: String) throws(SessionError) -> SessionFolder {
  let path = places.recording(at: name)
  return FileManager.default.fileExists(atPath: path)
    ? SessionFolder(path: path) : try .find(name, in: sessions)
}

/// All takes of `folder`, or the one of the step or probe `name`, such as `action`, `3` or `acceptance`.
private func takes(of folder: SessionFolder, named name: String?) throws(SessionError) -> [String] {
  let all = try folder.takes()
  guard let name = name?.lowercased() else {
    guard !all.isEmpty else { throw SessionError(.noInput, "No takes in \(folder.path); check the name.") }
    return all.map { "\(folder.path)/\($0.file)" }
  }
  let take = all.first { namesOfTake($0.file).contains(name) }
  guard let take else {
    throw SessionError(
      .noInput, "No take of \(name) in \(folder.path); it has \(all.map(\.file).joined(separator: ", ")).")
  }
  return ["\(folder.path)/\(take.file)"]
}
