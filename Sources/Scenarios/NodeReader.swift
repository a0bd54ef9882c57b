internal import Yams

/// Reads one value of a scenario file; what does not fit is reported, and a stand-in comes back.
///
/// The stand-ins (an empty text, a zero) never leave the module: a file with a problem makes no scenario.
struct NodeReader {
  private let node: Node?
  private let name: String
  private let problems: ProblemLog

  /// A reader of a `node` that messages call `name`; a `node` of `nil` is missing and has been reported.
  init(_ node: Node?, named name: String, problems: ProblemLog) {
    self.node = node
    self.name = name
    self.problems = problems
  }

  /// Where the value stands; 1:1 for one that is missing.
  var place: Place { Place(node?.mark) }

  /// Says that the value `complaint`, which completes a sentence that begins with its name.
  func report(_ complaint: String) {
    if node != nil { problems.report("\(name) \(complaint)", at: place) }
  }

  /// A text that is not empty, without the space around it; numbers and booleans are taken as they are written.
  func text() -> String {
    guard let node else { return "" }
    guard let scalar = node.scalar else {
      report("must be a text, but is \(node.kind); put quotes around a text that YAML reads otherwise.")
      return ""
    }
    let text = scalar.string.trimmed
    if text.isEmpty || (scalar.style == .plain && ["~", "null", "Null", "NULL"].contains(text)) {
      report("is empty; write a text.")
    }
    // An escape sequence such as "\e[2J" would reach the reader's terminal.
    if text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control && $0 != "\n" }) {
      report("holds a tab or another control character; delete it.")
    }
    return text
  }

  /// Lower-case words joined by `-`: a name that is safe as part of a file's name.
  func slug() -> String {
    let slug = text()
    if !slug.isEmpty, slug.wholeMatch(of: /[a-z0-9]+(-[a-z0-9]+)*/) == nil {
      report("is `\(slug.shortened)`, but must be lower-case words joined by `-`, such as `owned-failure`.")
    }
    return slug
  }

  /// A duration in seconds, over 0 and at most 3600: an answer of more than an hour is a slip of the keyboard.
  func seconds() -> Double {
    guard let node else { return 0 }
    guard let written = node.plainText, let seconds = Double(written), seconds > 0, seconds <= 3600 else {
      report("must be a number of seconds over 0 and at most 3600, such as 30, but is \(node.kind).")
      return 0
    }
    return seconds
  }

  /// A whole number in `range`, or its lower bound as the stand-in.
  func wholeNumber(in range: ClosedRange<Int>) -> Int {
    guard let node else { return range.lowerBound }
    guard let written = node.plainText, let number = Int(written), range.contains(number) else {
      let legal =
        range.count == 1
        ? "\(range.lowerBound)" : "a whole number from \(range.lowerBound) to \(range.upperBound)"
      report("must be \(legal), but is \(node.kind).")
      return range.lowerBound
    }
    return number
  }

  /// One of the words that `Choice` knows, or `nil`.
  func choice<Choice: CaseIterable & RawRepresentable<String>>(of: Choice.Type) -> Choice? {
    guard let node else { return nil }
    let words = Choice.allCases.map(\.rawValue)
    guard let choice = node.scalar.flatMap({ Choice(rawValue: $0.string) }) else {
      let hint = closeMatches(to: node.scalar?.string ?? "", in: words).first.map {
        "did you mean `\($0)`? It"
      }
      let list = words.map { "`\($0)`" }.joined(separator: ", ")
      report("cannot be \(node.kind); \(hint ?? "it") must be one of \(list).")
      return nil
    }
    return choice
  }

  /// What `read` makes of each item of a list that holds at least one.
  func items<Item>(_ read: (NodeReader) -> Item) -> [Item] {
    guard let node else { return [] }
    guard let sequence = node.sequence else {
      report("must be a list, but is \(node.kind); write each item on a line of its own after `- `.")
      return []
    }
    if sequence.isEmpty { report("is an empty list; write at least one item.") }
    return sequence.map { read(NodeReader($0, named: "An item of \(name)", problems: problems)) }
  }

  /// A list of texts.
  func texts() -> [String] { items { $0.text() } }

  /// The value as a mapping with the keys that `Key` lists.
  func mapping<Key: FormatKey>(of: Key.Type) -> MappingReader<Key> {
    if let node, node.mapping == nil {
      report("must be a mapping, but is \(node.kind); write its keys below it, each on a line: \(Key.list).")
    }
    return MappingReader(node?.mapping, at: place, problems: problems)
  }
}

extension Node {
  /// The node as messages name it.
  fileprivate var kind: String {
    switch self {
    case .mapping: "a mapping"
    case .sequence: "a list"
    case .alias: "an alias"
    case .scalar(let scalar) where scalar.string.isEmpty: "empty"
    case .scalar(let scalar) where scalar.style == .plain: "`\(scalar.string.shortened)`"
    case .scalar(let scalar): "the text \"\(scalar.string.shortened)\""
    }
  }

  /// A scalar without quotes, the only kind that YAML takes for a number.
  fileprivate var plainText: String? {
    scalar.flatMap { $0.style == .plain ? $0.string : nil }
  }
}
