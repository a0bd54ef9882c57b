/// The line of JSON of what could not be measured: its name, and why, so that each name of a list gets one line.
package struct FailureLine: Encodable, Sendable {
  struct Reason: Encodable {
    var exit_code: Int32
    var message: String
  }

  private let error: Reason
  private let file: String?
  private let input: String?

  /// Why the sound file `file` could not be measured.
  package init(file: String, exitCode: Int32, message: String) {
    error = Reason(exit_code: exitCode, message: message)
    (self.file, input) = (file, nil)
  }

  /// Why `input`, a session or a recording, could not be replayed.
  package init(input: String, exitCode: Int32, message: String) {
    error = Reason(exit_code: exitCode, message: message)
    (file, self.input) = (nil, input)
  }

  /// The line, keys sorted, without its newline.
  package func json() throws -> String { try jsonText(of: self, isOneLine: true) }
}
