internal import Yams

/// Reads a mapping of a scenario file by its keys, and reports those that are unknown or missing.
struct MappingReader<Key: FormatKey> {
  /// Where the mapping stands; `nil` if the file holds something else there, which has then been reported.
  private let place: Place?
  private let values: [String: Node]
  private let problems: ProblemLog

  init(_ mapping: Node.Mapping?, at place: Place, problems: ProblemLog) {
    var values: [String: Node] = [:]
    for (key, value) in mapping ?? [:] {
      guard let name = key.scalar?.string else {
        problems.report("A key of \(Key.owner) must be a word; write \(Key.list).", at: Place(key.mark))
        continue
      }
      if values.updateValue(value, forKey: name) == nil, Key(rawValue: name) == nil,
        !isMarkedAsDuplicate(name)
      {
        problems.report(Self.unknown(name), at: Place(key.mark))
      }
    }
    self.place = mapping == nil ? nil : place
    self.values = values
    self.problems = problems
  }

  /// The value of a key that must be there.
  subscript(key: Key) -> NodeReader {
    if let place, values[key.rawValue] == nil {
      problems.report(
        "\(Key.owner.capitalizedFirst) lacks `\(key.rawValue)`; add a line `\(key.rawValue): …`.", at: place)
    }
    return NodeReader(values[key.rawValue], named: "`\(key.rawValue)`", problems: problems)
  }

  /// The value of a key that may be left out, or `nil` if it is.
  func optional(_ key: Key) -> NodeReader? {
    values[key.rawValue].map { NodeReader($0, named: "`\(key.rawValue)`", problems: problems) }
  }

  private static func unknown(_ name: String) -> String {
    let keys = Key.allCases.map(\.rawValue)
    let sentence = "`\(name.shortened)` is not a key of \(Key.owner)"
    if let meant = closeMatches(to: name, in: keys).first {
      return "\(sentence); did you mean `\(meant)`?"
    }
    return "\(sentence); its keys are \(Key.list)."
  }
}
