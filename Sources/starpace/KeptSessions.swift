import Configuration
import Foundation
import Scenarios
import SessionIndex
import Sessions
import Trends

extension SessionIndex {
  /// The index of this machine; what was wrong with its database is told on standard error and, where `isTelling`,
  /// that there can be none.
  init(_ places: Places, library: ScenarioLibrary, isTelling: Bool) {
    self.init(cache: places.cache, library: library) { notice in
      switch notice {
      case .builtAnew(let sentence): warn(sentence)
      case .unavailable(let sentence): if isTelling { warn(sentence) }
      }
    }
  }
}

/// The sessions in the folder `sessions` that can be read, for what only weighs in: none where there is no such folder.
func keptSessions(in sessions: String, places: Places, library: ScenarioLibrary) -> [SessionSummary] {
  (try? SessionIndex(places, library: library, isTelling: false).contents(of: [sessions]))?.sessions ?? []
}

/// What has changed up to the session in `folder` in those of the same candidate, which lie beside it; `nil` where too
/// few are comparable.
func changes(in folder: SessionFolder, places: Places, library: ScenarioLibrary) -> Changes? {
  let all = keptSessions(in: folder.parent, places: places, library: library)
  let path = canonicalPath(folder.path)
  guard let own = all.first(where: { $0.path == path }), let started = own.started else { return nil }
  let configured = (try? Configuration(path: places.configuration))?.candidate?.text
  guard own.isAnswer else { return nil }
  let before = all.of(own.candidate ?? configured, configured: configured)
    .filter { $0.path != own.path && $0.started.map { $0 < started } ?? false }
  return Changes(in: before + [own])
}

/// Names the sessions that cannot be read on standard error, the first of many.
func warn(ofSkipped sessions: [SessionError]) {
  for error in sessions.prefix(mostNamed) { warn("Left out: \(error)") }
  if sessions.count > mostNamed {
    warn("\(sessions.count - mostNamed) more sessions cannot be read; --json names all of them.")
  }
}

/// So many sessions that cannot be read are named one by one.
private let mostNamed = 5
