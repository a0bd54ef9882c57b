import ArgumentParser
import Configuration
import Foundation
import Interview
import Reports
import Scenarios
import Sessions

/// `starpace note`: what a coach has to say about a session, kept beside it.
struct NoteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "note",
    abstract: "Write a coach's note on a session, or a verdict of the coach's own on a step.",
    discussion: """
      Notes lie in notes.json in the session's folder, go where the folder goes, and are shown with its report; \
      `report --without-notes` leaves them out. A verdict stands beside the measured one and changes no figure.
      """)

  @Argument(help: "A session's folder, or its name among the sessions.")
  var session: String

  @Argument(help: "The note; quote it.")
  var text: String?

  @Option(help: "The step that it is about: situation, task, action, result or reflection; the whole answer without.")
  var step: Step?

  @Option(
    help: ArgumentHelp(
      "A verdict of your own on the step: missing, far-too-short, short, on-target, long or over-limit; none takes it back."
    ))
  var verdict: String?

  @Option(help: "Who writes it (default: `coach` of config.yaml).")
  var by: String?

  @Option(help: ArgumentHelp("Remove the note with this number.", valueName: "number"))
  var remove: Int?

  @Flag(help: "Print all notes and change nothing.")
  var show = false

  @Option(help: ArgumentHelp("Where sessions are kept.", valueName: "folder"))
  var sessions: String?

  @Flag(help: "Warnings only on standard error.")
  var quiet = false

  @Flag(help: "No colours, as with NO_COLOR in the environment.")
  var noColor = false

  mutating func validate() throws {
    let writes = text != nil || verdict != nil
    guard [writes, remove != nil, show].count(where: { $0 }) == 1 else {
      throw ValidationError("Write a note or a --verdict, or --remove one, or --show all: one of these.")
    }
    guard verdict == nil || step != nil else {
      throw ValidationError("--verdict needs the step that it is on: --step.")
    }
    if let verdict, verdict != "none", ownVerdict(verdict) == nil {
      throw ValidationError(
        "--verdict takes missing, far-too-short, short, on-target, long, over-limit, or none to take it back.")
    }
    if let by, PersonName(by) == nil { throw ValidationError("--by \(PersonName.rule)") }
    if let text {
      guard text.contains(where: { !$0.isWhitespace }) else { throw ValidationError("The note is empty; write one.") }
      guard text.count <= CoachNotes.longestText else {
        throw ValidationError(
          "The note has \(text.count) characters, and at most \(CoachNotes.longestText) are kept; write several.")
      }
    }
  }

  mutating func run() throws {
    try reportingFailures {
      let places = Places()
      let folder = try SessionFolder.find(session, in: sessions ?? places.sessions)
      if show { return printNotes(try folder.notes()) }
      let name = try (by.flatMap { PersonName($0) } ?? Configuration(path: places.configuration).coach)?.text
      let mark = CoachNotes.Mark(by: name, written: ISO8601DateFormatter().string(from: Date()))
      try folder.changeNotes { notes in
        if let remove, !notes.remove(remove) {
          throw SessionError(
            .noInput, "There is no note \(remove) on this session; `starpace note \(session) --show` numbers them.")
        }
        if let text { notes.notes.append(CoachNotes.Note(on: step, text, mark)) }
        if let verdict, let step { notes.set(ownVerdict(verdict), on: step, mark) }
      }
      if !quiet {
        warn("\(remove == nil ? "Kept" : "Removed"); `starpace report \(shellWords([session]))` shows the notes.")
      }
    }
  }

  private func printNotes(_ notes: CoachNotes) {
    let style = Terminal(STDOUT_FILENO).style(noColor: noColor)
    let lines = notes.verdictLines(style) + notes.lines(style)
    for line in lines { print(line) }
    if lines.isEmpty, !quiet { warn("Nothing is noted about this session yet.") }
  }

  /// The verdict that `text` names; `nil` where it names none that a coach can give.
  private func ownVerdict(_ text: String) -> Verdict? {
    Verdict(rawValue: text.replacing("-", with: "_")).flatMap { $0 == .untrusted ? nil : $0 }
  }
}
