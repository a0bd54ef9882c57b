import Glibc
import Interruption
package import Interview
package import Reports
import Transcripts

/// The questions at the terminal whether what a recogniser heard is what was said.
package struct Review: Sendable {
  private let style: Style
  private let write: @Sendable (String) -> Void

  /// A review that shows its texts by `write`, a line each.
  package init(style: Style, write: @escaping @Sendable (String) -> Void) {
    self.style = style
    self.write = write
  }

  /// What a person answers.
  private enum Answer: String, CaseIterable {
    case accept = ""
    case edit = "e"
    case skip = "s"
    case quit = "q"
  }

  /// Shows the words of each take that are not accepted and asks whether to accept them, edit them or pass on.
  /// - Throws: `interrupted`, or a `SessionError`. What was accepted by then is kept.
  package func run(_ work: inout TranscriptWork) throws {
    for subject in work.takesToReview.map(\.subject) {
      guard try review(subject, work: &work) else { return }
    }
  }

  /// Whether to go on with the next take.
  package func review(_ subject: Take.Subject, work: inout TranscriptWork) throws -> Bool {
    show(work.session.take(of: subject))
    while let take = work.session.take(of: subject) {
      prompt("[Enter] these are my words · e edit · s skip · q quit, then Enter: ")
      switch try answer() {
      case .accept:
        try work.accept(take)
        return true
      case .edit:
        do {
          try work.correct(take, in: Editor())
        } catch let error as TranscriptionError where error != .interrupted {
          write(error.description)
          continue
        }
        show(work.session.take(of: subject))
      case .skip: return true
      case .quit: return false
      case nil: continue
      }
    }
    return true
  }

  /// Shows the words of `take` below what it is and where they come from.
  private func show(_ take: Take?) {
    guard let take, let transcript = take.transcript else { return }
    write("")
    for line in take.transcriptLines(transcript, style: style) { write(line) }
    write("")
  }

  private func prompt(_ text: String) {
    _ = Array(text.utf8).withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }

  /// The line that is typed, `quit` at the end of the input; `nil` where it is no answer.
  private func answer() throws -> Answer? {
    var line: [UInt8] = []
    while true {
      var input = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
      let isReady = poll(&input, 1, 200) > 0
      if isInterrupted { throw TranscriptionError.interrupted }
      guard isReady else { continue }
      var byte: UInt8 = 0
      let count = read(STDIN_FILENO, &byte, 1)
      if count == 1, byte != UInt8(ascii: "\n") {
        line.append(byte)
      } else if count == 1 {
        return Answer(rawValue: String(decoding: line, as: UTF8.self).lowercased().filter { !$0.isWhitespace })
      } else if count == 0 || errno != EINTR {
        return .quit
      }
    }
  }
}
