import Foundation
package import Interview
package import Scenarios

extension SessionFolder {
  /// The session that `name` means: a path, a folder of `sessions`, or the latest there if `name` is `nil`.
  /// - Throws: `noInput` where there is none.
  package static func find(_ name: String?, in sessions: String) throws(SessionError) -> SessionFolder {
    guard let name else {
      // Names begin with the date, so that the last is the latest. One in which nothing was said is passed over.
      // So is a drill, which is one step and no answer.
      let latest = names(in: sessions).last { name in
        guard let session = try? SessionFolder(path: "\(sessions)/\(name)").session() else { return true }
        return !session.takes.isEmpty && session.mode != .drill
      }
      guard let latest else {
        throw SessionError(
          .noInput, "No sessions in \(sessions) yet; `starpace rehearse SCENARIO` records one.")
      }
      return SessionFolder(path: "\(sessions)/\(latest)")
    }
    let candidates = [name, "\(sessions)/\(name)"]
    guard let path = candidates.first(where: { FileManager.default.fileExists(atPath: "\($0)/session.json") })
    else {
      throw SessionError(.noInput, "No session at \(name) nor in \(sessions); check the name.")
    }
    return SessionFolder(path: path)
  }

  /// The folder that `name` means: the path where there is something, else the folder of that name in `sessions`.
  package static func named(_ name: String, in sessions: String) -> SessionFolder {
    let isPath = FileManager.default.fileExists(atPath: name)
    return SessionFolder(path: isPath ? name : "\(sessions)/\(name)")
  }

  /// The session and the scenario as they were recorded.
  /// - Throws: as `measured`, or the library's error where the folder holds no scenario and the library neither.
  package func recorded(library: ScenarioLibrary) throws -> (Session, Scenario) {
    let session = try measured()
    return (session, try scenario() ?? library.scenario(id: session.scenario).scenario)
  }

  /// The session of the folder, which has takes.
  /// - Throws: a `SessionError`, also where nothing was measured.
  package func measured() throws(SessionError) -> Session {
    guard let session = try session() else {
      throw SessionError(
        .noInput, "No session.json in \(path); `starpace recover \(path)` makes one of its recordings.")
    }
    guard !session.takes.isEmpty else {
      throw SessionError(
        .badData, "Nothing is measured in \(path) yet; `starpace replay \(path)` measures its recordings.")
    }
    return session
  }

  /// The names of the session folders in `sessions`, the earliest first.
  private static func names(in sessions: String) -> [String] {
    let all = (try? FileManager.default.contentsOfDirectory(atPath: sessions)) ?? []
    return all.filter { FileManager.default.fileExists(atPath: "\(sessions)/\($0)/session.json") }.sorted()
  }
}
