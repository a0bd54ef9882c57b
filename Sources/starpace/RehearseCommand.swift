import ArgumentParser
import Interview
import Rehearsal
import Reports
import Scenarios
import Sessions

/// `starpace rehearse`: record an answer step by step, then the probes, then the report.
struct RehearseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rehearse",
    abstract: "Record an answer step by step at the microphone, then the probes, then the report.",
    discussion: """
      Keys: Enter ends a step, r records it again, p pauses, b goes back, s skips, l plays the last take, q stops and keeps what was said. \
      After a step up to three questions ask what it held: y, n, or Enter to leave one open. \
      The session stays on this machine, in a folder that only you can read.
      """)

  @Argument(help: "The scenario's id, or its file; `starpace scenarios` lists them.")
  var scenario: String

  @Flag(help: "Show the time that is left instead of the time that has passed.")
  var countDown = false

  @Flag(help: "Ring the terminal's bell with each light; the microphone may hear it.")
  var bell = false

  @Flag(name: .customLong("no-self-check"), help: "Ask nothing after a step.")
  var skipsSelfCheck = false

  @OptionGroup var recording: RecordingOptions
  @OptionGroup var scenarios: ScenarioOptions
  @OptionGroup var interview: InterviewOptions
  @OptionGroup var output: OutputOptions

  mutating func run() throws {
    try reportingFailures {
      let file = try scenarios.library(Places()).scenario(id: scenario)
      let plan = interview.plan(.rehearse, of: file, in: recording.sessionsFolder)
      var habits = try recording.habits()
      habits.countsDown = countDown
      habits.rings = bell
      habits.asksSelfChecks = !skipsSelfCheck && recording.isAttended
      try recording.record(
        file, level: interview.level ?? .sde2, seed: interview.seed, plan: plan, habits: habits, output: output
      ) { try output.show(Report(on: $0.session, scenario: file.scenario), takesIn: $0.folder.path) }
    }
  }
}
