import Foundation
import Sessions

/// A session that lies on the disk, as far as can be seen without reading it.
struct FoundSession: Sendable {
  /// The canonical path of the folder in which the session's folder lies.
  var folder: String
  /// The name of the session's folder.
  var name: String
  /// The state of `session.json`.
  var session: FileState
  /// The state of `notes.json`; `nil` where there is none.
  var notes: FileState?
  /// The path of the session's folder.
  var path: String

  /// The session in the folder `name` of `folder`; `nil` where there is no `session.json`.
  init?(_ name: String, in folder: String) {
    let path = folder + "/" + name
    guard let session = FileState(of: path + "/session.json") else { return nil }
    self.folder = folder
    self.name = name
    self.path = path
    self.session = session
    notes = FileState(of: path + "/notes.json")
  }
}

/// `path` without links and dots; `nil` where there is nothing.
package func canonicalPath(_ path: String) -> String? {
  guard let resolved = realpath(path, nil) else { return nil }
  defer { free(resolved) }
  return String(cString: resolved)
}

/// The sessions that lie in the folder at `path` and, if `goesDeeper`, in the folders within it, in the order of their
/// paths, and the canonical paths of all folders that were looked through.
///
/// A folder that may not be read holds none. `nil` where `path` is no folder that can be read.
func findSessions(in path: String, goesDeeper: Bool) -> (found: [FoundSession], folders: [String])? {
  guard let folder = canonicalPath(path),
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder)
  else { return nil }
  var found: [FoundSession] = []
  var folders = [folder]
  let places = names.filter { !$0.hasPrefix(".") }.sorted()
  for (name, session) in zip(places, inGroups(places) { FoundSession($0, in: folder) }) {
    if let session {
      found.append(session)
    } else if goesDeeper, let within = findSessions(in: folder + "/" + name, goesDeeper: false) {
      found += within.found
      folders += within.folders
    }
  }
  return (found, folders)
}

/// `transform` of each of `elements`, in their order, on all cores: a group at a time, since one of them takes microseconds.
func inGroups<Element: Sendable, Result: Sendable>(
  _ elements: [Element], _ transform: @escaping @Sendable (Element) -> Result
) -> [Result] {
  let size = 100
  let groups = stride(from: 0, to: elements.count, by: size).map { elements[$0..<min($0 + size, elements.count)] }
  return concurrentMap(groups) { $0.map(transform) }.flatMap(\.self)
}
