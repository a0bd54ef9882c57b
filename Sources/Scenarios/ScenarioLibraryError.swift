/// Why a library has no such scenario to give.
public enum ScenarioLibraryError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The file is there, but what it says cannot be used.
  case broken(ScenarioError)
  /// The file or folder cannot be read; `reason` stands behind a colon.
  case unreadable(path: String, reason: String)
  /// No folder has a file of that name; `closest` holds the ids that may have been meant, closest first.
  case unknown(id: String, closest: [String])

  /// A sentence that ends in what to do next; for a broken file, a line for each problem.
  public var description: String {
    switch self {
    case .broken(let error):
      error.description
    case .unreadable(let path, let reason):
      "Cannot read \(path): \(reason). Check the path and its permissions."
    case .unknown(let id, let closest):
      "No scenario named '\(id.shortened)'. "
        + (closest.isEmpty ? "" : "Did you mean \(closest.joined(separator: " or "))? ")
        + "'starpace scenarios list' shows all."
    }
  }
}
