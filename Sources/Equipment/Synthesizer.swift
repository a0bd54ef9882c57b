import ChildPrograms
import Foundation

/// A program that reads text aloud: it gets the text as its standard input, never as words of a command.
struct Synthesizer: Sendable {
  /// Its name, or its place once found.
  let program: String
  /// What makes it read English from standard input until it was heard.
  let arguments: [String]
  /// What silences the server that speaks in its place; nil where the program itself speaks.
  var silencing: [String]?

  /// speech-dispatcher first: it has the voice that the user chose.
  ///
  /// Sources: the manual pages spd-say(1), of 0.11, and espeak-ng(1), of 1.51.
  static let known = [
    Synthesizer(
      program: "spd-say", arguments: ["--wait", "--pipe-mode", "--language", "en"], silencing: ["--cancel"]),
    Synthesizer(program: "espeak-ng", arguments: ["--stdin", "-v", "en"]),
  ]

  /// The same program, at `path`.
  func at(_ path: String) -> Synthesizer {
    Synthesizer(program: path, arguments: arguments, silencing: silencing)
  }

  /// How speaking came to its end.
  enum Ending { case complete, stopped, failed }

  func speak(_ text: String, until stop: () -> Bool) throws(VoiceError) -> Ending {
    // One line: spd-say reads line by line, and takes one that begins with !-! for a command.
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ").replacing("!-!", with: "")
    guard let text = try? unnamedFile(holding: "\(line)\n"),
      let speaking = try? ChildProgram([program] + arguments, in: .reading(text))
    else { return .failed }
    switch speaking.ending(within: 20_000, mustEnd: stop) {
    case .exited(0): return .complete
    case .exited, .signalled: return .failed
    case .stopped:
      if let silencing { silence(silencing) }
      return .stopped
    }
  }

  /// Has the server silenced, which is given a second: one that hangs must not hold up the rehearsal.
  private func silence(_ arguments: [String]) {
    let deadline = ContinuousClock.now + .seconds(1)
    let silencing = try? ChildProgram([program] + arguments, in: .reading(nil))
    _ = silencing?.ending(within: 20_000, mustEnd: { .now > deadline })
  }
}

/// A file of no name that holds `text`, at its start: unlike a pipe it takes any length and never breaks.
private func unnamedFile(holding text: String) throws -> FileHandle {
  var name = Array("\(NSTemporaryDirectory())/starpace-XXXXXX".utf8CString)
  let descriptor = mkstemp(&name)
  guard descriptor >= 0 else { throw CocoaError(.fileWriteUnknown) }
  unlink(name)
  let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
  try file.write(contentsOf: Data(text.utf8))
  try file.seek(toOffset: 0)
  return file
}
