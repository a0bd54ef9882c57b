internal import Yams

/// A place in a file, for a problem to point to.
struct Place: Equatable {
  /// Both from 1; a column counts Unicode scalars.
  var line, column: Int

  /// Where a file begins, for what is wrong with the whole of it.
  static let start = Place(line: 1, column: 1)
}

extension Place {
  /// The place of a YAML node; Yams knows none only for nodes that no file holds.
  init(_ mark: Mark?) {
    self = mark.map { Place(line: $0.line, column: $0.column) } ?? .start
  }
}

/// Collects the problems of one file while it is read; shared by all readers of that file.
final class ProblemLog {
  private var found: [ScenarioProblem] = []

  /// Notes that `message` is true of `place`.
  func report(_ message: String, at place: Place) {
    let problem = ScenarioProblem(line: place.line, column: place.column, message: message)
    // An alias is read once for each place that uses it, but its text is wrong only once.
    if !found.contains(problem) { found.append(problem) }
  }

  /// In the order of the file.
  var all: [ScenarioProblem] {
    found.sorted { ($0.line, $0.column, $0.message) < ($1.line, $1.column, $1.message) }
  }
}
