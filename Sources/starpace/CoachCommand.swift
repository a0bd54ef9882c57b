import ArgumentParser
import Glibc
import Pages
import Reports
import Scenarios
import SessionIndex
import Sessions
import Trends

/// `starpace coach`: many candidates' sessions.
struct CoachCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coach",
    abstract: "Compare the sessions of many candidates, the furthest off target first.",
    discussion: """
      Sessions are looked for in each folder and in the folders within it. A session's candidate is the one that \
      session.json names (`rehearse --candidate NAME`), else the folder in which the session lies is named after them. \
      All figures are measured; notes and verdicts of a coach are in none.

      --format csv writes a row for each candidate, jsonl a line. --format html --output FOLDER writes pages: index.html \
      leads to one for each candidate and one for each session that the filters let through; pages of before are \
      replaced, other files stay. With --compare two sessions stand side by side.
      """)

  @Argument(help: ArgumentHelp("Folders of sessions; with --compare two sessions.", valueName: "folder"))
  var folders: [String]

  @Flag(help: "Compare the two sessions that are named.")
  var compare = false

  @Option(help: "Only sessions of this scenario.")
  var scenario: String?

  @Option(help: "Only sessions at this level: sde1, sde2 or senior.")
  var level: Level?

  @Option(help: ArgumentHelp("Only sessions from this day on.", valueName: "yyyy-mm-dd"))
  var since: String?

  @Option(help: "Only this candidate.")
  var candidate: String?

  @Option(help: "Only this step: situation, task, action, result or reflection.")
  var step: Step?

  @Option(help: ArgumentHelp("Where sessions that are named without a path are kept.", valueName: "folder"))
  var sessions: String?

  @OptionGroup var notes: NoteOptions
  @OptionGroup var scenarios: ScenarioOptions
  @OptionGroup var output: OutputOptions

  mutating func validate() throws {
    if let since, since.wholeMatch(of: /\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])/) == nil {
      throw ValidationError("--since takes a day such as 2026-11-20.")
    }
    if compare {
      guard folders.count == 2 else { throw ValidationError("--compare takes two sessions; name both.") }
      guard scenario == nil, level == nil, since == nil, candidate == nil, step == nil else {
        throw ValidationError("--compare takes two sessions and no filter; leave the filters out.")
      }
    }
  }

  mutating func run() throws {
    try reportingFailures {
      let places = Places()
      let library = scenarios.library(places)
      if compare {
        let report = SideBySideReport(try pair(library, in: sessions ?? places.sessions))
        return try output.show(report, page: SideBySidePage(of: report).html)
      }
      let pages = output.chosen == .html ? try CohortFolder(named: output.output) : nil
      let progress = Progress("Reading sessions", isShown: !output.quiet && Terminal(STDERR_FILENO).isTerminal)
      var contents = try SessionIndex(places, library: library, isTelling: true)
        .contents(of: folders, goesDeeper: true) { progress.show($0) }
      progress.clear()
      warn(ofSkipped: contents.skipped)
      if notes.withoutNotes { for index in contents.sessions.indices { contents.sessions[index].noteCount = 0 } }
      let filter = Cohort.Filter(scenario: scenario, level: level, since: since, candidate: candidate, step: step)
      let cohort = Cohort(of: contents.sessions, filter: filter)
      guard cohort.sessionCount > 0 else { throw nothing(in: contents) }
      let report = CohortReport(cohort, skipped: contents.skipped.map(\.description))
      guard let pages else { return try output.show(report) }
      try pages.write(
        report, sessions: contents.sessions, library: library, notes: notes, embedsAudio: output.embedAudio,
        isQuiet: output.quiet)
    }
  }

  /// The two sessions that are named.
  private func pair(_ library: ScenarioLibrary, in sessions: String) throws -> SideBySide {
    let pair = try folders.map { name in
      let folder = try SessionFolder.find(name, in: sessions)
      let summary = try SessionIndex.summary(of: folder.path, library: library)
      guard !summary.isEmpty else {
        throw SessionError(
          .badData,
          "Nothing is measured in \(folder.path) yet; `starpace replay \(folder.path)` measures its recordings.")
      }
      return summary
    }
    return SideBySide(pair[0], pair[1])
  }

  /// Why there is nothing to show.
  private func nothing(in contents: SessionIndex.Contents) -> SessionError {
    let places = folders.joined(separator: ", ")
    if contents.sessions.isEmpty, let first = contents.skipped.first {
      return SessionError(.badData, "No session in \(places) can be read: \(first)")
    }
    let names = Set(contents.sessions.map(\.owner))
    if let candidate, !names.contains(candidate) { return noSuchCandidate(candidate, among: names, in: places) }
    return SessionError(
      .noInput,
      contents.sessions.isEmpty
        ? "No sessions in \(places); name a folder of sessions, or one that holds a folder for each candidate."
        : "None of the \(contents.sessions.count) sessions in \(places) is an answer that the filters let through; "
          + "leave one of them out.")
  }
}
