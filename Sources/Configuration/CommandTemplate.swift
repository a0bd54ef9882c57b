internal import Foundation

/// A command as a user writes it, to be run directly, without a shell.
///
/// Words stand between spaces; quotes and `\` keep spaces inside a word, as in a shell. Nothing else has a meaning, but
/// that a word that begins with an unquoted `~/` begins with the user's home.
package struct CommandTemplate: Sendable, Equatable {
  /// The command as it was written.
  package let text: String
  private let words: [String]

  /// What is wrong with a command.
  package struct Fault: Error, Equatable {
    /// The end of a sentence that begins with what holds the command.
    package var words: String
  }

  /// The command in `text`, which has `{input}` in one of its arguments.
  /// - Throws: where it has not, or a quote is not closed.
  package init(_ text: String) throws(Fault) {
    guard !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
      throw Fault(words: "must be one line without control characters; delete them.")
    }
    guard let words = commandWords(text) else {
      throw Fault(words: "has a quote that is not closed; close it.")
    }
    guard words.dropFirst().contains(where: { $0.contains("{input}") }) else {
      let example = "whisper-cli -m MODEL -ojf -of {output} {input}"
      throw Fault(words: "must be a command that holds {input}, the sound file, such as: \(example)")
    }
    self.text = text
    self.words = words
  }

  /// The program and its arguments, with paths in place of `{input}` and `{output}`.
  package func words(input: String, output: String) -> [String] {
    // Once, from left to right: a path may hold `{output}` itself.
    words.map { $0.replacing(/\{(input|output)\}/) { $0.1 == "input" ? input : output } }
  }
}

/// The words of a command line, none where it is blank; `nil` where a quote is not closed.
///
/// As POSIX has it (XCU 2.2, "Quoting"): nothing is special between `'`; between `"` only `\` before `"` or `\`.
package func commandWords(
  _ text: String, home: String = ProcessInfo.processInfo.environment["HOME"] ?? NSHomeDirectory()
) -> [String]? {
  var words: [String] = []
  var word: String?
  var quote: Character?
  var rest = text[...]
  while let sign = rest.popFirst() {
    switch (sign, quote) {
    case ("'", "'"), ("\"", "\""): quote = nil
    case ("'", nil), ("\"", nil):
      quote = sign
      word = word ?? ""
    case ("\\", nil): word = (word ?? "") + (rest.popFirst().map(String.init) ?? "")
    case ("\\", "\""):
      let isEscape = rest.first == "\"" || rest.first == "\\"
      word = (word ?? "") + (isEscape ? rest.popFirst().map(String.init) ?? "" : "\\")
    case (_, nil) where sign.isWhitespace:
      if let word { words.append(word) }
      word = nil
    case ("~", nil) where word == nil && rest.first == "/": word = home
    default: word = (word ?? "") + String(sign)
    }
  }
  if let word { words.append(word) }
  return quote == nil ? words : nil
}
