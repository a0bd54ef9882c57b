internal import Yams

/// The root node of a YAML text, or `nil` if the text is not YAML or empty; `problems` then says why.
func composeYAML(_ yaml: String, problems: ProblemLog) -> Node? {
  var text = yaml
  for _ in 0..<mostDuplicates {
    do {
      // The encoding is named because Yams would otherwise ask the environment for one, and print it.
      if let root = try Yams.compose(yaml: text, .default, .default, .utf8) { return root }
      problems.report("The file is empty; `starpace scenarios new` starts one from a template.", at: .start)
      return nil
    } catch YamlError.duplicatedKeysInMapping(let names, let context) {
      let name = names.first ?? ""
      problems.report(
        "`\(name.shortened)` stands here and again in the same mapping; keep one of them.",
        at: Place(context.mark))
      // Yams stops at a duplicate. Renamed, it no longer hides the other problems of the file.
      guard let renamed = markAsDuplicate(at: Place(context.mark), in: text) else { return nil }
      text = renamed
    } catch YamlError.scanner(let context, let problem, let mark, _),
      YamlError.parser(let context, let problem, let mark, _),
      YamlError.composer(let context, let problem, let mark, _)
    {
      problems.report(
        explanation(of: problem, at: Place(mark), in: text),
        at: Place(context.flatMap { beginnings.contains($0.text) ? $0.mark : nil } ?? mark))
      return nil
    } catch YamlError.reader(_, let offset, _, _) {
      problems.report(
        "YAML allows no control character; delete it.", at: text.place(ofCharacter: offset ?? 0))
      return nil
    } catch {
      problems.report("This is not YAML: \(String(describing: error).shortened).", at: .start)
      return nil
    }
  }
  return nil
}

/// So many duplicates are told of at once; each costs another reading of the file, and no person makes more of them.
private let mostDuplicates = 50

/// Where libyaml says what it was in the middle of, and the beginning of that is where a person has to look.
private let beginnings = [
  "while scanning a quoted scalar", "while scanning a simple key", "while parsing a flow sequence",
  "while parsing a flow mapping",
]

/// What libyaml found, in words that say what to write instead.
///
/// libyaml's own sentences are for those who write parsers; the keys below are those that prose in a file runs into.
private func explanation(of problem: String, at place: Place, in text: String) -> String {
  let advice =
    switch problem {
    case "found character that cannot start any token":
      switch text.scalar(at: place) {
      case "\t": "a tab cannot indent; use spaces"
      case let scalar?: "a text cannot begin with `\(scalar)`; put it in quotes"
      case nil: problem
      }
    case "found a tab character that violates indentation",
      "found a tab character where an indentation space is expected":
      "a tab cannot indent; use spaces"
    case "mapping values are not allowed in this context":
      "a text with `: ` in it needs quotes, or a line of its own below `>-`"
    case "could not find expected ':'":
      "a key needs a `:` behind it, and a text of several lines must be indented below its key"
    case "did not find expected key", "did not find expected '-' indicator":
      "the line is not indented like those above, or a quote above it is not closed"
    case "found unexpected end of stream", "found unexpected document indicator":
      "a quote is not closed"
    case "did not find expected ',' or ']'": "a `[` is not closed, or a comma is missing"
    case "did not find expected ',' or '}'": "a `{` is not closed, or a comma is missing"
    case "found undefined alias":
      "a text cannot begin with `*`; put it in quotes, or write the `&` anchor first"
    case "but found another document": "a file holds one scenario; delete this line and what follows"
    default: problem
    }
  return "This is not YAML: \(advice)."
}

// MARK: - Duplicate keys

/// Stands in for the first letter of a key that has been reported as a duplicate (private use, so in no real file).
private let duplicateSign: Unicode.Scalar = "\u{E000}"

/// Whether the key has been reported as a duplicate already.
func isMarkedAsDuplicate(_ key: String) -> Bool { key.unicodeScalars.first == duplicateSign }

/// The text with the key at `place` renamed, all places in it unmoved; `nil` if there is no such place.
private func markAsDuplicate(at place: Place, in text: String) -> String? {
  var scalars = Array(text.unicodeScalars)
  guard var offset = text.offset(of: place) else { return nil }
  if ["\"", "'"].contains(scalars[offset]) { offset += 1 }
  guard offset < scalars.count, scalars[offset] != duplicateSign else { return nil }
  scalars[offset] = duplicateSign
  var renamed = String.UnicodeScalarView()
  renamed.append(contentsOf: scalars)
  return String(renamed)
}

extension String {
  /// How many scalars stand before `place`; `nil` past the end.
  fileprivate func offset(of place: Place) -> Int? {
    var line = 1
    var column = 1
    var previous: Unicode.Scalar?
    for (offset, scalar) in unicodeScalars.enumerated() {
      if line == place.line, column == place.column { return offset }
      let endsLine = scalar == "\n" ? previous != "\r" : scalar == "\r"
      previous = scalar
      if endsLine {
        (line, column) = (line + 1, 1)
      } else if scalar != "\n" {
        column += 1
      }
    }
    return nil
  }

  fileprivate func scalar(at place: Place) -> Unicode.Scalar? {
    offset(of: place).map { unicodeScalars[unicodeScalars.index(unicodeScalars.startIndex, offsetBy: $0)] }
  }

  /// Where the character that `count` others precede stands.
  fileprivate func place(ofCharacter count: Int) -> Place {
    let before = prefix(count)
    let line = before.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    return Place(line: line.count, column: (line.last?.unicodeScalars.count ?? 0) + 1)
  }
}
