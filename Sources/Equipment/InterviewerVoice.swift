import Foundation

/// Speaks for the interviewer through a program of this machine: speech-dispatcher or espeak-ng, whichever is there.
///
/// Never to be used while a microphone records: it would record the interviewer.
package struct InterviewerVoice: Sendable {
  /// Those that are there, the first choice first.
  private let synthesizers: [Synthesizer]

  /// The voice of the programs in the folders of `path`, written as in `PATH`.
  /// - Throws: `notInstalled` where there is none.
  package init(path: String = ProcessInfo.processInfo.environment["PATH"] ?? "") throws(VoiceError) {
    let folders = path.split(separator: ":").filter { $0.hasPrefix("/") }
    synthesizers = Synthesizer.known.compactMap { known in
      folders.lazy.map { "\($0)/\(known.program)" }.first(where: FileManager.default.isExecutableFile)
        .map { known.at($0) }
    }
    if synthesizers.isEmpty { throw .notInstalled }
  }

  /// Speaks `text` to its end, or until `stop`, which is asked 50 times a second; whether it came to the end.
  ///
  /// A program that fails, as speech-dispatcher does without its server, is followed by the other.
  /// - Throws: `failed` where none could speak.
  package func speak(_ text: String, until stop: () -> Bool = { false }) throws(VoiceError) -> Bool {
    for synthesizer in synthesizers {
      switch try synthesizer.speak(text, until: stop) {
      case .complete: return true
      case .stopped: return false
      case .failed: continue
      }
    }
    throw .failed(synthesizers.map(\.program).joined(separator: " and "))
  }
}

/// Why the interviewer stays silent.
package enum VoiceError: Error, Equatable, Sendable, CustomStringConvertible {
  case notInstalled
  /// The programs that were tried.
  case failed(String)

  /// One sentence that ends in what to do next.
  package var description: String {
    switch self {
    case .notInstalled:
      "The interviewer has no voice: install one (sudo apt install espeak-ng, or speech-dispatcher), or leave out "
        + "--voice."
    case .failed(let programs):
      "The interviewer's voice fails: \(programs) cannot speak. Try `espeak-ng hello`, or leave out --voice."
    }
  }
}
