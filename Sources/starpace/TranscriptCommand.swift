import ArgumentParser
import Configuration
import Foundation
import Interruption
import Interview
import Reports
import Sessions
import Transcription
import Transcripts

/// `starpace transcript`: the words of a session, from files or from the user's own recogniser.
struct TranscriptCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "transcript",
    abstract: "Take the words of a session in, read and accept them; only accepted words count.",
    discussion: """
      With files, their words are kept with the session: JSON of whisper.cpp or Vosk, WebVTT, SubRip, TextGrid or plain \
      text, one a take, in order or named after the takes (1-situation.json, action.srt). Without files, the takes that \
      have no words yet are given to the transcriber that the configuration names; none comes with StarPace.

      At a terminal the words of each take are then shown: Enter accepts them, e opens them in $VISUAL or $EDITOR, s \
      passes on, q stops.
      """)

  @Argument(
    help: ArgumentHelp(
      "A session's folder or its name among the sessions (the latest if none is named), and transcripts.",
      valueName: "session> <file"))
  var words: [String] = []

  @Option(help: ArgumentHelp("Where sessions are kept.", valueName: "folder"))
  var sessions: String?

  @Flag(help: "Accept the words of all takes without being asked.")
  var accept = false

  @Flag(help: "Print the words of all takes and change nothing.")
  var show = false

  @Option(help: ArgumentHelp("Correct the words of one take, such as action.", valueName: "take"))
  var edit: String?

  @Flag(help: "Remove the words of all takes again, and the files that they came from.")
  var remove = false

  @Flag(help: "No progress on standard error, warnings only.")
  var quiet = false

  mutating func validate() throws {
    guard [accept, show, edit != nil, remove].count(where: { $0 }) <= 1 else {
      throw ValidationError("--accept, --show, --edit and --remove exclude each other.")
    }
  }

  mutating func run() throws {
    try reportingFailures {
      let places = Places()
      let (folder, files) = try sessionAndFiles(in: sessions ?? places.sessions)
      guard files.isEmpty || !(show || edit != nil || remove) else {
        throw SessionError(.usage, "--show, --edit and --remove take no transcript; name the session alone.")
      }
      if show { return try printWords(of: folder.measured()) }
      watchForInterruption()
      var work = try TranscriptWork(on: folder)
      if remove {
        try work.removeAll()
      } else if let edit {
        try correct(edit, work: &work)
      } else {
        try takeIn(files, work: &work, configuration: places.configuration)
        try settle(&work)
      }
    }
  }

  /// The session that the words begin with, or else the latest; and the transcripts.
  private func sessionAndFiles(in sessions: String) throws(SessionError) -> (SessionFolder, [String]) {
    guard let first = words.first else { return (try .find(nil, in: sessions), []) }
    var isFolder: ObjCBool = false
    let isFile = FileManager.default.fileExists(atPath: first, isDirectory: &isFolder) && !isFolder.boolValue
    return isFile
      ? (try .find(nil, in: sessions), words) : (try .find(first, in: sessions), Array(words.dropFirst()))
  }

  /// Takes the words of `files` in, or those that the transcriber hears.
  private func takeIn(_ files: [String], work: inout TranscriptWork, configuration: String) throws {
    guard files.isEmpty else { return try work.take(in: files) }
    let takes = work.takesToTranscribe
    guard !takes.isEmpty else { return }
    guard let command = try Configuration(path: configuration).transcriber else {
      // What was taken in before can still be accepted.
      if !work.takesToReview.isEmpty { return }
      throw SessionError(
        .usage,
        """
        Name transcripts, or your own recogniser in \(configuration): \
        transcriber: "whisper-cli -m MODEL -ojf -of {output} {input}"
        """)
    }
    let recogniser = Recogniser(command, configuration: configuration)
    let terminal = Terminal(STDERR_FILENO)
    for (index, take) in takes.enumerated() {
      let progress = TranscriptionProgress(
        "Transcribing \(index + 1) of \(takes.count), \(take.file)", isTerminal: terminal.canBeDrawnOn, isQuiet: quiet)
      defer { progress.clear() }
      try work.transcribe(take, with: recogniser) { progress.show() }
    }
  }

  /// Has the words accepted, where somebody is there to do it.
  private func settle(_ work: inout TranscriptWork) throws {
    let open = work.takesToReview
    if accept {
      for take in open { try work.accept(take) }
    } else if Terminal(STDIN_FILENO).isTerminal, Terminal(STDERR_FILENO).isTerminal {
      try review.run(&work)
    }
    let rest = work.takesToReview.count
    if rest > 0 {
      warn("The words of \(takes(rest)) are not accepted and do not count; --accept accepts them.")
    } else if !quiet {
      let count = work.session.takes.count { $0.transcript != nil }
      warn(
        count == 0
          ? "No speech was heard in any take, so there are no words to take in."
          : "The words of \(takes(count)) are accepted; `starpace report` uses them.")
    }
  }

  private func takes(_ count: Int) -> String { "\(count) \(count == 1 ? "take" : "takes")" }

  /// Opens the words of the take `name` in the editor, and has them accepted where they are not.
  private func correct(_ name: String, work: inout TranscriptWork) throws {
    let take = work.session.takes.first { namesOfTake($0.file).contains(name.lowercased()) }
    guard let take, take.transcript != nil else {
      let names = work.session.takes.filter { $0.transcript != nil }.map(\.file)
      let there = names.isEmpty ? "no take has words yet" : "there are \(names.joined(separator: ", "))"
      throw SessionError(.noInput, "No words of \(name); \(there).")
    }
    try work.correct(take, in: Editor())
    guard work.session.take(of: take.subject)?.transcript?.isAccepted == false else { return }
    if Terminal(STDIN_FILENO).isTerminal, Terminal(STDERR_FILENO).isTerminal {
      _ = try review.review(take.subject, work: &work)
    } else {
      warn("The words of \(take.file) are not accepted and do not count; --accept accepts them.")
    }
  }

  private var review: Review {
    Review(style: Terminal(STDERR_FILENO).style(noColor: false)) { line in
      try? FileHandle.standardError.write(contentsOf: Data("\(line)\n".utf8))
    }
  }

  private func printWords(of session: Session) throws {
    let style = Terminal(STDOUT_FILENO).style(noColor: false)
    for take in session.takes {
      guard let transcript = take.transcript else { continue }
      print(take.transcriptLines(transcript, style: style).joined(separator: "\n"))
    }
    if !session.takes.contains(where: { $0.transcript != nil }) { warn("No take of this session has words yet.") }
  }
}
