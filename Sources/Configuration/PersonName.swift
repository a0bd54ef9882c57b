/// The name of a candidate or a coach, as a user writes it: one line that can be shown anywhere.
package struct PersonName: Sendable, Equatable {
  /// From 1 to 100 characters, without spaces around them.
  package let text: String

  /// The end of a sentence that begins with what should have been a name.
  package static let rule = "must be a name of at most 100 characters on one line, such as Anna or \"team 3, seat 12\"."

  /// The name in `text`; `nil` where it is empty, longer than 100 characters, or holds control or format characters.
  package init?(_ text: String) {
    let trimmed = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let isPlain = text.unicodeScalars.allSatisfy { scalar in
      switch scalar.properties.generalCategory {
      // The two joiners some scripts need.
      case .format: scalar.value == 0x200C || scalar.value == 0x200D
      case .control, .surrogate, .lineSeparator, .paragraphSeparator: false
      default: true
      }
    }
    guard isPlain, (1...100).contains(trimmed.count) else { return nil }
    self.text = trimmed
  }
}
