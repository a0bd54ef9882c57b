#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// The scenarios of several folders; a file in an earlier folder stands before one of the same name in a later one.
///
/// A folder that does not exist holds no scenarios: most users have none of their own. The folders are read
/// anew by each call, so that a file can be edited meanwhile.
public struct ScenarioLibrary: Sendable {
  /// In the order in which they are searched: the user's own first, then those shipped with StarPace.
  public var folders: [String]

  /// A library of `folders`, which need not exist.
  public init(folders: [String]) {
    self.folders = folders
  }

  /// All scenarios in the order of their ids, and beside them what could not be read.
  public func all() -> (files: [ScenarioFile], broken: [ScenarioLibraryError]) {
    let (paths, unreadable) = search()
    var files: [ScenarioFile] = []
    var broken = unreadable
    for (_, path) in paths.sorted(by: { $0.key < $1.key }) {
      do throws(ScenarioLibraryError) {
        files.append(try ScenarioFile(path: path))
      } catch {
        broken.append(error)
      }
    }
    return (files, broken)
  }

  /// The scenario named `id`, or the one in a file, if `id` is a path (it has a `/`, or ends in `.yaml`).
  ///
  /// - Throws: `unknown` with the close matches, `unreadable`, or `broken` with all problems of the file.
  public func scenario(id: String) throws(ScenarioLibraryError) -> ScenarioFile {
    if id.contains("/") || isScenarioFile(id) { return try ScenarioFile(path: id) }
    let (paths, _) = search()
    guard let path = paths[id] else {
      throw .unknown(id: id, closest: closeMatches(to: id, in: paths.keys))
    }
    return try ScenarioFile(path: path)
  }

  /// The ids of all scenarios, the broken ones too, in order; no file is read.
  package var ids: [String] { search().paths.keys.sorted() }

  /// The path of the file of the scenario `id`, which may be broken; `nil` where there is none.
  package func path(of id: String) -> String? { search().paths[id] }

  /// The path of each id's file, and the folders that exist but cannot be read.
  private func search() -> (paths: [String: String], unreadable: [ScenarioLibraryError]) {
    var paths: [String: String] = [:]
    var unreadable: [ScenarioLibraryError] = []
    for folder in folders where FileManager.default.fileExists(atPath: folder) {
      do {
        // Sorted, so that of `a.yaml` and `a.yml` the same one is always read.
        for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        where isScenarioFile(name) {
          let id = nameWithoutEnding(name)
          if paths[id] == nil { paths[id] = folder + "/" + name }
        }
      } catch {
        unreadable.append(.unreadable(path: folder, reason: reason(for: error)))
      }
    }
    return (paths, unreadable)
  }
}

/// Whether the name is that of a scenario file; editors hide their own files behind a `.`.
private func isScenarioFile(_ name: String) -> Bool {
  !name.hasPrefix(".") && (name.hasSuffix(".yaml") || name.hasSuffix(".yml"))
}
