/// Why a session could not be read, replayed or kept.
package struct SessionError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What went wrong, as the exit code tells it.
  package enum Kind: Sendable, Equatable {
    /// The command line does not fit: 64.
    case usage
    /// What was given is not what it should be: 65.
    case badData
    /// What was named is not there or may not be read: 66.
    case noInput
    /// The file or folder cannot be made: 73.
    case cannotCreate
    /// Another process is recording into the folder: 1.
    case inUse
    /// Writing failed part of the way: 74.
    case cannotWrite
  }

  /// What went wrong.
  package var kind: Kind
  /// One sentence that ends in what to do next.
  package var description: String

  /// An error of `kind` with its sentence.
  package init(_ kind: Kind, _ description: String) {
    self.kind = kind
    self.description = description
  }
}
