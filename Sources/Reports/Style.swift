/// How text may look on the terminal that receives it.
package struct Style: Sendable {
  /// Columns of the terminal; text is kept within.
  package var width: Int
  /// Whether colours and bold may be used; every colour comes with a word.
  package var isColoured: Bool

  /// A style of `width` columns, held within 60...120.
  package init(width: Int, isColoured: Bool) {
    self.width = min(120, max(60, width))
    self.isColoured = isColoured
  }

  /// What a piece of text is, for the terminal to tell apart.
  package enum Role: String, Sendable {
    case heading = "1"
    case quiet = "2"
    case good = "32"
    case warning = "33"
    case bad = "31"
  }

  /// `text` in the look of `role`, or as it is where colours are off.
  package func styled(_ text: String, as role: Role) -> String {
    isColoured && !text.isEmpty ? "\u{1B}[\(role.rawValue)m\(text)\u{1B}[0m" : text
  }

  /// `text` broken at spaces into lines within the width, each after `indent` columns.
  ///
  /// A longer word, such as a path, stays whole, so that it can be copied, unless `breakingWords`. What would steer the
  /// terminal is left out: texts come from files of other people too.
  package func wrapped(_ text: String, indent: Int = 0, breakingWords: Bool = false) -> [String] {
    let longest = breakingWords ? max(1, width - indent) : .max
    let space = String(repeating: " ", count: indent)
    var lines: [String] = []
    var line = ""
    for word in text.split(whereSeparator: \.isWhitespace).flatMap({ $0.printable.pieces(of: longest) }) {
      if !line.isEmpty, indent + line.count + 1 + word.count > width {
        lines.append(space + line)
        line = ""
      }
      line += line.isEmpty ? String(word) : " " + word
    }
    if !line.isEmpty { lines.append(space + line) }
    return lines
  }

  /// `text` broken into lines as `wrapped` does, with `number` before the first.
  package func numbered(_ number: Int, _ text: String, breakingWords: Bool = false) -> [String] {
    let lines = wrapped(text, indent: number < 10 ? 3 : 4, breakingWords: breakingWords)
    guard let first = lines.first else { return [] }
    return [" \(number) " + first.drop { $0 == " " }] + lines.dropFirst()
  }
}

extension Substring {
  /// The text in pieces of `length` characters; the last may be shorter.
  fileprivate func pieces(of length: Int) -> [Substring] {
    guard count > length else { return [self] }
    return [prefix(length)] + dropFirst(length).pieces(of: length)
  }
}

extension String {
  /// The text with spaces up to `width` columns behind it.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }

  /// The text with spaces up to `width` columns before it.
  func aligned(to width: Int) -> String {
    String(repeating: " ", count: max(0, width - count)) + self
  }
}

/// `seconds` as minutes and seconds, such as `1:07`.
package func clock(_ seconds: Double) -> String {
  let whole = Int(seconds.rounded())
  return "\(whole / 60):" + (whole % 60 < 10 ? "0" : "") + "\(whole % 60)"
}

/// `value` with one decimal and a point, whatever the locale.
package func decimal(_ value: Double) -> String {
  let tenths = Int((abs(value) * 10).rounded())
  return (value < 0 && tenths > 0 ? "-" : "") + "\(tenths / 10).\(tenths % 10)"
}
