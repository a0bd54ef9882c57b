extension Scenario {
  /// How the story is told for the other principle that `name` means: its name, or the beginning of it, in any case.
  ///
  /// - Throws: a `PrincipleError` where none begins that way, or several do.
  package func telling(for name: String) throws(PrincipleError) -> OtherPrinciple {
    let wanted = name.lowercased()
    if let exact = otherPrinciples.first(where: { $0.principle.lowercased() == wanted }) { return exact }
    let fitting = otherPrinciples.filter { $0.principle.lowercased().hasPrefix(wanted) }
    guard let only = fitting.first else {
      throw PrincipleError(name: name, isUnknown: true, choices: otherPrinciples.map(\.principle), scenario: id)
    }
    guard fitting.count == 1 else {
      throw PrincipleError(name: name, isUnknown: false, choices: fitting.map(\.principle), scenario: id)
    }
    return only
  }
}

/// Why a name stands for no one principle.
package struct PrincipleError: Error, Equatable, CustomStringConvertible {
  /// What was written.
  package var name: String
  /// Whether no principle begins that way; else several do.
  package var isUnknown: Bool
  /// Those that it could be.
  package var choices: [String]
  /// The scenario's id.
  package var scenario: String

  package var description: String {
    let list = choices.map { "'\($0)'" }.asChoice
    return isUnknown
      ? "\(scenario) does not tell its story for '\(name.shortened)' as another principle; name one of \(list)."
      : "'\(name.shortened)' could be \(list); write more of it."
  }
}

extension [String] {
  /// `a`, `a or b`, `a, b or c`.
  fileprivate var asChoice: String {
    guard let last, count > 1 else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " or " + last
  }
}
