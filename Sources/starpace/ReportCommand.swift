import ArgumentParser
import Reports
import Sessions

/// `starpace report`: a session that was recorded before, rendered again.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Print the report of a session again; the latest if none is named.")

  @Argument(help: "A session's folder, or its name among the sessions.")
  var session: String?

  @Option(help: ArgumentHelp("Where sessions are kept.", valueName: "folder"))
  var sessions: String?

  @OptionGroup var scenarios: ScenarioOptions
  @OptionGroup var output: OutputOptions

  mutating func run() throws {
    try reportingFailures {
      if !output.quiet { noteBrokenOffSessions(in: sessions) }
      let places = Places()
      let folder = try SessionFolder.find(session, in: sessions ?? places.sessions)
      let (recorded, scenario) = try folder.recorded(library: scenarios.library(places))
      if let drill = try PastDrill(recorded, scenario: scenario, in: folder.parent)?.report {
        try output.show(drill)
      } else {
        try output.show(
          Report(on: recorded, scenario: scenario), takesIn: folder.path, inputs: ["\(folder.path)/session.json"])
      }
    }
  }
}
