import Scenarios
import Sessions

/// The scenario file that a session is held against: the copy in its folder, or the library's.
struct ScenarioPlace: Equatable, Sendable {
  /// Relative to the session's folder, or absolute.
  var file: String
  var state: FileState

  init(file: String, state: FileState) {
    self.file = file
    self.state = state
  }

  /// The scenario file of the session in the folder `session`, else that of `id` in `library`; `nil` where there is none.
  init?(of id: String, in session: String, library: ScenarioLibrary) {
    if let copy = SessionFolder(path: session).scenarioFile, let state = FileState(of: copy) {
      self.init(file: String(copy.dropFirst(session.count + 1)), state: state)
    } else if let path = library.path(of: id), let state = FileState(of: path) {
      self.init(file: path, state: state)
    } else {
      return nil
    }
  }

  /// Where it lies, for the session in the folder `session`.
  func path(in session: String) -> String { file.hasPrefix("/") ? file : session + "/" + file }

  /// Whether it is still the file that the session in the folder `session`, of the scenario `id`, is held against.
  func isCurrent(of id: String, in session: String, library: ScenarioLibrary) -> Bool {
    // A copy stays one as long as it is there; a library may get another file of the same id at any time.
    file.hasPrefix("/")
      ? self == ScenarioPlace(of: id, in: session, library: library) : FileState(of: path(in: session)) == state
  }
}
