import ArgumentParser
import Configuration
import Glibc
import Pages
import Reports
import Scenarios
import SessionIndex
import Sessions
import Trends

/// `starpace history`: a candidate's sessions over time.
struct HistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: "Show your sessions over time, what has changed, and what to practise next.",
    discussion: """
      A change is named only where it is larger than what a listener would notice and than the scatter of your own \
      sessions; the report says how that was reckoned. Drills are counted and in no trend.

      --format csv writes a row for each step of each session, jsonl a line for each session, html a page with charts.
      """)

  @Option(help: "Only the sessions of this scenario.")
  var scenario: String?

  @Option(help: "How many of the last sessions are looked at (1 to 1000).")
  var last = 12

  @Option(help: "Only the sessions of this candidate (default: `candidate` of config.yaml, else all).")
  var candidate: String?

  @Option(help: ArgumentHelp("Where sessions are kept.", valueName: "folder"))
  var sessions: String?

  @OptionGroup var scenarios: ScenarioOptions
  @OptionGroup var output: OutputOptions

  mutating func validate() throws {
    guard (1...1000).contains(last) else { throw ValidationError("--last takes a number from 1 to 1000, such as 12.") }
  }

  mutating func run() throws {
    try reportingFailures {
      let places = Places()
      let library = scenarios.library(places)
      let folder = sessions ?? places.sessions
      guard sessions != nil || access(folder, F_OK) == 0 else { throw noSessions(in: folder) }
      let progress = Progress("Reading sessions", isShown: !output.quiet && Terminal(STDERR_FILENO).isTerminal)
      let contents = try SessionIndex(places, library: library, isTelling: true)
        .contents(of: [folder]) { progress.show($0) }
      progress.clear()
      warn(ofSkipped: contents.skipped)
      let mine = try sessionsOfCandidate(contents.sessions, configured: configuredCandidate(places), in: folder)
      if mine.isEmpty, let first = contents.skipped.first { throw SessionError(.badData, first.description) }
      guard !mine.isEmpty else { throw noSessions(in: folder) }
      if let scenario, !mine.contains(where: { $0.scenario == scenario }) {
        let practised = Set(mine.map(\.scenario)).sorted().map { $0.prefix(60).printable }.joined(separator: ", ")
        throw SessionError(.noInput, "No sessions of '\(scenario)' in \(folder); there are some of \(practised).")
      }
      let history = History(
        of: mine, candidate: try candidate ?? configuredCandidate(places) ?? onlyName(of: mine), scenario: scenario,
        known: library.ids, last: last)
      let report = HistoryReport(
        history, commandOptions: commandOptions, skipped: contents.skipped.map(\.description))
      try output.show(report, page: HistoryPage(of: report).html)
    }
  }

  private func configuredCandidate(_ places: Places) throws -> String? {
    try Configuration(path: places.configuration).candidate?.text
  }

  /// The name that all of `sessions` have; `nil` where they do not agree.
  private func onlyName(of sessions: [SessionSummary]) -> String? {
    let names = Set(sessions.map(\.candidate))
    return names.count == 1 ? names.first ?? nil : nil
  }

  /// Those of `all` that are asked for.
  private func sessionsOfCandidate(
    _ all: [SessionSummary], configured: String?, in folder: String
  ) throws(SessionError) -> [SessionSummary] {
    let names = Set(all.compactMap(\.candidate))
    if candidate == nil, configured == nil, names.count > 1, !output.quiet {
      warn("Sessions of \(names.count) candidates lie here; --candidate NAME shows those of one.")
    }
    let mine = all.of(candidate ?? configured, configured: configured)
    guard let candidate, mine.isEmpty, !all.isEmpty else { return mine }
    throw noSuchCandidate(candidate, among: names, in: folder)
  }

  /// What the suggested commands need to find the same sessions.
  private var commandOptions: [String] {
    (sessions.map { ["--sessions", $0] } ?? []) + (candidate.map { ["--candidate", $0] } ?? [])
  }

  private func noSessions(in folder: String) -> SessionError {
    SessionError(.noInput, "No sessions in \(folder) yet; `starpace rehearse SCENARIO` records one.")
  }
}

/// That there are no sessions of `name`, with the name that may have been meant.
func noSuchCandidate(_ name: String, among names: Set<String>, in folder: String) -> SessionError {
  let shown = name.prefix(100).printable
  guard let closest = closeMatches(to: name, in: names).first else {
    return SessionError(.noInput, "No sessions of '\(shown)' in \(folder); check the name, or leave it out.")
  }
  return SessionError(.noInput, "No sessions of '\(shown)' in \(folder); did you mean '\(closest.printable)'?")
}
