import ArgumentParser
import Interview
import Rehearsal
import Reports
import Scenarios
import Sessions

/// `starpace interview`: as in the room, without help and without feedback before the end.
struct InterviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "interview",
    abstract: "Answer as in the room: a question, no hints, then the probes; all feedback at the end.",
    discussion: """
      Without a scenario one of those practised least is picked at random. Enter ends a step and begins the next. \
      Keys: p pauses, s skips, q stops and keeps what was said.
      """)

  @Argument(help: "The scenario's id, or its file; one of the least practised if none is named.")
  var scenario: String?

  @OptionGroup var recording: RecordingOptions
  @OptionGroup var scenarios: ScenarioOptions
  @OptionGroup var interview: InterviewOptions
  @OptionGroup var output: OutputOptions

  mutating func run() throws {
    try reportingFailures {
      let library = scenarios.library(Places())
      let seed = interview.seed ?? .random(in: 1...999_999)
      let id =
        scenario
        ?? SessionFolder.leastPractised(
          of: library.all().files.map(\.scenario.id), in: recording.sessionsFolder, seed: seed)
      // Without any scenario the library says where it looked.
      let file = try library.scenario(id: id ?? Replay.defaultScenario)
      let plan = interview.plan(.interview, of: file, in: recording.sessionsFolder)
      try recording.record(
        file, level: interview.level ?? .sde2, seed: seed, plan: plan, habits: try recording.habits(), output: output
      ) { try output.show(Report(on: $0.session, scenario: file.scenario), takesIn: $0.folder.path) }
    }
  }
}
