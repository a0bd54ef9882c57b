/// Why the configuration cannot be used.
package struct ConfigurationError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The path of the file.
  package var file: String
  /// At least one, each with its line and column: `3:1: sentence`.
  package var problems: [String]

  /// One line a problem, `FILE:LINE:COLUMN: sentence`, as editors and compilers write them.
  package var description: String { problems.map { "\(file):\($0)" }.joined(separator: "\n") }
}
