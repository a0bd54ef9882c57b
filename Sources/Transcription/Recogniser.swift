import ChildPrograms
package import Configuration
import Foundation
import Interruption
import Sessions
import Transcripts

/// The user's own recogniser, run on one take at a time.
package struct Recogniser: Sendable {
  private let command: CommandTemplate
  /// Where the command is configured, for messages.
  private let configuration: String

  /// The recogniser of `command`, which stands in the file `configuration`.
  package init(_ command: CommandTemplate, configuration: String) {
    self.command = command
    self.configuration = configuration
  }

  /// Runs it on the sound file `sound` in the empty folder `folder`, and reads what it left there.
  ///
  /// It may write where `{output}` says, with an ending of its own, or anything else into the folder, in which it runs.
  /// `tick` is called some twenty times a second. What it writes on its standard output is not kept, for it may be words.
  /// - Throws: a `TranscriptionError`, or a `TranscriptError` where what it left is no transcript.
  func transcript(ofSound sound: String, in folder: String, _ tick: () -> Void) throws -> TranscriptFile {
    let take = (sound as NSString).lastPathComponent
    let errors = absolute("\(folder)/.errors")
    let output = "\(folder)/\((take as NSString).deletingPathExtension)"
    let words = command.words(input: absolute(sound), output: absolute(output))
    let program: ChildProgram
    do throws(ChildProgram.CannotStart) {
      program = try ChildProgram(words, in: .alone(folder: folder, errors: errors))
    } catch {
      throw TranscriptionError.cannotStart(program: words[0], configuration: configuration, code: error.code)
    }
    switch program.ending(mustEnd: { isInterrupted }, tick) {
    case .stopped: throw TranscriptionError.interrupted
    case .exited(0): break
    case .exited(let code): throw failure(at: take, "exit code \(code)", errors: errors)
    case .signalled(let number): throw failure(at: take, "signal \(number)", errors: errors)
    }
    guard var file = try firstReadable(in: folder) else {
      throw TranscriptionError.nothingLeft(take: take, command: command.text)
    }
    file.transcript.provenance.command = command.text
    return file
  }

  /// What is left in `folder`, the formats that time words before those that do not.
  ///
  /// Sound that the command converted for itself is passed over, and so are notes beside a transcript that can be read.
  private func firstReadable(in folder: String) throws -> TranscriptFile? {
    let order = ["json", "vtt", "srt", "textgrid", "txt"]
    func rank(_ name: String) -> Int? { order.firstIndex(of: (name as NSString).pathExtension.lowercased()) }
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { !$0.hasPrefix(".") }.sorted()
    let known = names.filter { rank($0) != nil }.sorted { (rank($0) ?? 0, $0) < (rank($1) ?? 0, $1) }
    // A file without any ending is at least what `{output}` says.
    let candidates = known + names.filter { ($0 as NSString).pathExtension.isEmpty }
    var firstFailure: (any Error)?
    for name in candidates {
      do {
        return try TranscriptFile(path: "\(folder)/\(name)")
      } catch {
        firstFailure = firstFailure ?? error
      }
    }
    if let firstFailure { throw firstFailure }
    return nil
  }

  private func failure(at take: String, _ ending: String, errors: String) -> TranscriptionError {
    .failed(take: take, command: command.text, ending: ending, said: lastLines(of: errors))
  }

  /// The last three lines of the file at `path` that print anything.
  private func lastLines(of path: String) -> [String] {
    guard let file = FileHandle(forReadingAtPath: path), let end = try? file.seekToEnd() else { return [] }
    // More than three lines have; a recogniser may have written megabytes.
    try? file.seek(toOffset: end > 4_096 ? end - 4_096 : 0)
    let text = String(decoding: (try? file.readToEnd()) ?? Data(), as: UTF8.self)
    let lines = text.split(whereSeparator: \.isNewline).map { line in
      String(line.unicodeScalars.filter { $0.properties.generalCategory != .control }.map(Character.init).prefix(200))
    }
    return Array(lines.filter { !$0.allSatisfy(\.isWhitespace) }.suffix(3))
  }

  private func absolute(_ path: String) -> String { URL(fileURLWithPath: path).path }
}
