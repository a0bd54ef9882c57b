import ArgumentParser
import Glibc
import Rehearsal
import Scenarios
import Sessions

/// `starpace study`: read the walkthrough of a scenario, then answer its knowledge checks.
struct StudyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "study",
    abstract: "Read a scenario page by page, then answer its knowledge checks.",
    discussion: """
      Keys: Enter, space or → turns the page, b or ← goes back, 1 to 4 answer a check, q stops. The score is told and \
      not kept. Where standard input or output is no terminal, everything is printed at once, the answers last.
      """)

  @Argument(help: "The scenario's id, or its file; `starpace scenarios` lists them.")
  var scenario: String

  @Option(
    help: ArgumentHelp(
      "Tell the story for another principle: its name, or the beginning of it.", valueName: "name"))
  var principle: String?

  @Option(help: "Read it for one level alone: sde1, sde2 or senior.")
  var level: Level?

  @Flag(help: "Only the knowledge checks.")
  var checks = false

  @Flag(help: "No colours, as with NO_COLOR in the environment.")
  var noColor = false

  @OptionGroup var scenarios: ScenarioOptions

  mutating func run() throws {
    try reportingFailures {
      let scenario = try scenarios.library(Places()).scenario(id: scenario).scenario
      var study = Study(
        of: scenario, at: level, for: try principle.map { try scenario.telling(for: $0) }, onlyChecks: checks)
      let output = Terminal(STDOUT_FILENO)
      let terminal = Terminal(STDERR_FILENO)
      guard output.isTerminal, terminal.canBeDrawnOn, Terminal(STDIN_FILENO).isTerminal else {
        print(study.text(style: output.style(noColor: noColor)), terminator: "")
        return
      }
      let isComplete = readAtTerminal(&study, style: terminal.style(noColor: noColor))
      if let score = study.score(style: output.style(noColor: noColor)) { print(score, terminator: "") }
      if !isComplete { throw ExitCode(130) }
    }
  }
}
