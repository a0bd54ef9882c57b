import ChildPrograms
import Configuration
import Foundation
import Interruption
import Transcripts

/// The user's editor, as `VISUAL` or else `EDITOR` names it.
package struct Editor: Sendable {
  private let words: [String]

  /// The editor that `environment` names.
  /// - Throws: `noEditor` where it names none.
  package init(environment: [String: String] = ProcessInfo.processInfo.environment) throws(TranscriptionError) {
    let words = ["VISUAL", "EDITOR"].lazy.compactMap { environment[$0] }.compactMap { commandWords($0) }
      .first { !$0.isEmpty }
    guard let words else { throw .noEditor }
    self.words = words
  }

  /// `transcript` as the user corrects it in a file in the folder `folder`, which nobody else can read.
  /// - Throws: a `TranscriptionError` where the editor fails or a signal came.
  func corrected(_ transcript: Transcript, in folder: String) throws -> Transcript {
    let file = "\(folder)/transcript.txt"
    let descriptor = open(file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw failure }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    try handle.write(contentsOf: Data(transcript.plainText.utf8))
    try handle.close()
    // Ctrl-C is the editor's own as long as it runs.
    var before = sigaction()
    var ignored = sigaction()
    ignored.__sigaction_handler.sa_handler = SIG_IGN
    sigaction(SIGINT, &ignored, &before)
    defer { sigaction(SIGINT, &before, nil) }
    guard let program = try? ChildProgram(words + [file], in: .terminal) else { throw failure }
    switch program.ending(mustEnd: { isInterrupted }) {
    case .exited(0): break
    case .stopped: throw TranscriptionError.interrupted
    case .exited, .signalled: throw failure
    }
    // An editor may have put a new file in the place of ours.
    guard let text = FileManager.default.contents(atPath: file) else { throw failure }
    return transcript.corrected(by: String(decoding: text, as: UTF8.self))
  }

  private var failure: TranscriptionError { .editor(words.joined(separator: " ")) }
}
