/// One thing that is wrong in a scenario file, and what to write instead.
public struct ScenarioProblem: Sendable, Equatable, CustomStringConvertible {
  /// Line of the file, from 1.
  public var line: Int
  /// Column of the line, from 1, counted in Unicode scalars.
  public var column: Int
  /// A sentence that says what is wrong and what to write instead.
  public var message: String

  /// The problem as `14:9: sentence`.
  public var description: String { "\(line):\(column): \(message)" }
}

/// A scenario file that cannot be used, with all its problems from the first line to the last.
public struct ScenarioError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The file as the user knows it: a name or a path.
  public var fileName: String
  /// At least one, in the order of the file.
  public var problems: [ScenarioProblem]

  /// One line a problem, `FILE:LINE:COLUMN: sentence`, as editors and compilers write them.
  public var description: String {
    problems.map { "\(fileName):\($0)" }.joined(separator: "\n")
  }
}
