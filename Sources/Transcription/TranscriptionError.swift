import Glibc

/// Why no words came of a take; never holds what was said.
package enum TranscriptionError: Error, Sendable, Equatable, CustomStringConvertible {
  /// A signal asked to end; what was done until then is kept.
  case interrupted
  /// The program of `command` cannot be started.
  case cannotStart(program: String, configuration: String, code: Int32)
  /// The recogniser failed at `take`; `ending` completes "It ended with …", `said` is what it wrote on standard error.
  case failed(take: String, command: String, ending: String, said: [String])
  /// The recogniser ended well and left no file at `take`.
  case nothingLeft(take: String, command: String)
  /// The editor cannot be started or failed.
  case editor(String)
  /// No editor is named.
  case noEditor

  /// One sentence that ends in what to do next; for a recogniser that failed, its own last lines below.
  package var description: String {
    switch self {
    case .interrupted: "Interrupted; what was done until then is kept."
    case .cannotStart(let program, let configuration, let code):
      "The transcriber \(program) cannot be started (\(String(cString: strerror(code)))); correct `transcriber` in "
        + "\(configuration)."
    case .failed(let take, let command, let ending, let said):
      "The transcriber ended with \(ending) at \(take); run it by itself to see why: \(command)"
        + said.map { "\n  \($0)" }.joined()
    case .nothingLeft(let take, let command):
      "The transcriber left no file for \(take); have it write to {output}, with any ending: \(command)"
    case .editor(let words): "The editor `\(words)` failed, and nothing was changed; name another in EDITOR."
    case .noEditor: "Neither VISUAL nor EDITOR names an editor; set one, such as EDITOR=nano."
    }
  }
}
