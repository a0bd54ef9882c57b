import Foundation
import GRDB
package import Scenarios
package import Sessions
package import Trends

/// The figures of many sessions, without reading each of them every time.
///
/// A cache in a database that can be thrown away at any moment: the session folders are the truth, and what has changed
/// in them since is read anew. Where no database can be kept, everything is read, and a sentence says so.
package struct SessionIndex {
  /// The folder of the database.
  private let cache: String
  private let library: ScenarioLibrary
  private let patience: Double
  private let say: (Notice) -> Void

  /// What a user should know of the database, a sentence.
  package enum Notice: Sendable {
    /// It was not what it should be, and is built anew.
    case builtAnew(String)
    /// There is none that can be used, so that every session is read.
    case unavailable(String)
  }

  /// What lies in some folders.
  package struct Contents: Sendable {
    /// In the order of their paths.
    package var sessions: [SessionSummary] = []
    /// A sentence for each session that cannot be read, in the order of their paths.
    package var skipped: [SessionError] = []
  }

  /// An index with its database in the folder `cache`; sessions without a copy of their scenario are held against that
  /// of `library`. Other processes that use the database are waited for `patience` seconds; `say` hears what a user
  /// should know.
  package init(
    cache: String, library: ScenarioLibrary, patience: Double = 5, say: @escaping (Notice) -> Void
  ) {
    self.cache = cache
    self.patience = patience
    self.library = library
    self.say = say
  }

  /// The sessions that lie in `folders` now and, if `goesDeeper`, in the folders within these.
  ///
  /// `progress` hears the share of the changed sessions that is read, 0...1.
  /// - Throws: `noInput` where one of `folders` is no folder that can be read.
  package func contents(
    of folders: [String], goesDeeper: Bool = false, progress: (Double) -> Void = { _ in }
  ) throws(SessionError) -> Contents {
    var found: [FoundSession] = []
    var scanned: [String] = []
    for folder in folders {
      guard let within = findSessions(in: folder, goesDeeper: goesDeeper) else {
        throw SessionError(.noInput, "There is no folder \(folder) that can be read; check its name.")
      }
      // A folder that is named twice, or lies in another that is named too.
      found += within.found.filter { !scanned.contains($0.folder) }
      scanned += within.folders.filter { !scanned.contains($0) }
    }
    var store = Store(cache: cache, patience: patience, say: say)
    let known = store.rows(in: scanned)
    let rows = found.map { ($0, known[$0.path]) }
    let library = library
    // Most of the time goes into asking the system for the state of files.
    let areCurrent = inGroups(rows) { found, row in row.map { $0.isCurrent(found, library: library) } ?? false }
    let changed = zip(found, areCurrent).filter { !$1 }.map(\.0)
    // Whether anything is gone is told by the numbers; what, takes as long as all the rest.
    let areAllThere = rows.count { $0.1 != nil } == known.count
    let present = areAllThere ? [] : Set(found.map(\.path))
    store.forget(areAllThere ? [] : known.keys.filter { !present.contains($0) })

    let reader = SummaryReader(library: library)
    var fresh: [String: Result<SessionSummary, SessionError>] = [:]
    for start in stride(from: 0, to: changed.count, by: Self.batch) {
      progress(Double(start) / Double(changed.count))
      let batch = Array(changed[start..<min(start + Self.batch, changed.count)])
      let readings = concurrentMap(batch) { found in
        Result { () throws(SessionError) in try reader.read(found) }
      }
      for (found, reading) in zip(batch, readings) { fresh[found.path] = reading.map(\.summary) }
      store.keep(zip(batch, readings).compactMap { found, reading in (try? reading.get()).map { (found, $0) } })
    }

    var contents = Contents()
    for (found, row) in rows {
      switch (fresh.isEmpty ? nil : fresh[found.path]) ?? row.map({ .success($0.summary) }) {
      case .success(let summary)?: contents.sessions.append(summary)
      case .failure(let error)?: contents.skipped.append(error)
      case nil: break
      }
    }
    return contents
  }

  /// The figures of the one session in the folder at `path`, read from there.
  /// - Throws: a `SessionError` where it cannot be read, or there is no scenario to hold it against.
  package static func summary(of path: String, library: ScenarioLibrary) throws(SessionError) -> SessionSummary {
    guard let path = canonicalPath(path), let slash = path.lastIndex(of: "/"),
      let found = FoundSession(String(path[path.index(after: slash)...]), in: String(path[..<slash]))
    else {
      throw SessionError(.noInput, "No session.json in \(path); check the name.")
    }
    return try SummaryReader(library: library).read(found).summary
  }

  /// So many sessions are read and kept at a time: what was read is kept when the program is stopped.
  private static let batch = 256
}
