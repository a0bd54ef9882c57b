import ArgumentParser
import Capture
import Equipment
import Foundation
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
      The session stays on this machine, in a folder that only you can read.
      """)

  @Argument(help: "The scenario's id, or its file; `starpace scenarios` lists them.")
  var scenario: String

  @Option(help: "The microphone; `starpace devices` lists those present.")
  var device = "default"

  @Option(help: ArgumentHelp("Where sessions are kept.", valueName: "folder"))
  var sessions: String?

  @Flag(help: "Show the time that is left instead of the time that has passed.")
  var countDown = false

  @Flag(help: "Go on to the next step after a silence, once half of the target has passed.")
  var handsFree = false

  @Option(help: ArgumentHelp("How long that silence lasts, in seconds (1 to 30).", valueName: "seconds"))
  var silence = 4.0

  @Flag(help: "Ring the terminal's bell with each light; the microphone may hear it.")
  var bell = false

  @Flag(help: "Have the questions spoken, by speech-dispatcher or espeak-ng.")
  var voice = false

  @Flag(name: .customLong("no-mic-check"), help: "Begin without listening to the microphone first.")
  var skipsMicrophoneCheck = false

  @Flag(help: "Let the sound library report what it tries.")
  var verbose = false

  @OptionGroup var scenarios: ScenarioOptions
  @OptionGroup var interview: InterviewOptions
  @OptionGroup var output: OutputOptions

  mutating func validate() throws {
    guard (1...30).contains(silence) else {
      throw ValidationError("--silence takes seconds from 1 to 30, such as 4.")
    }
  }

  private func habits() throws -> Habits {
    var habits = Habits()
    habits.voice = voice ? try InterviewerVoice() : nil
    habits.checksMicrophone = !skipsMicrophoneCheck
    habits.countsDown = countDown
    habits.silenceThatEnds = handsFree ? silence : nil
    habits.rings = bell
    return habits
  }

  mutating func run() throws {
    try reportingFailures {
      let places = Places()
      let file = try scenarios.library(places).scenario(id: scenario)
      if !output.quiet { offerToRecover(in: sessions) }
      let microphone = try Microphone.open(device: device, verbose: verbose)
      let sessions = sessions ?? places.sessions
      let terminal = Terminal(STDERR_FILENO)
      let isScreen = terminal.canBeDrawnOn && Terminal(STDIN_FILENO).isTerminal
      let rehearsal = try Rehearsal(
        of: file, level: interview.level ?? .sde2, seed: interview.seed ?? .random(in: 1...999_999),
        probeCount: interview.probes, history: SessionFolder.history(of: file.scenario.id, in: sessions),
        started: ISO8601DateFormatter().string(from: Date()), sessions: sessions, microphone: microphone,
        habits: try habits(), style: terminal.style(noColor: output.noColor),
        form: output.quiet ? .nothing : isScreen ? .screen : .lines)
      let outcome = try rehearsal.run()
      if outcome.ending != .interrupted {
        try output.show(Report(on: outcome.session, scenario: file.scenario))
      }
      try finish(outcome)
    }
  }

  /// Says where the session is kept and turns its ending into the exit code.
  private func finish(_ outcome: Rehearsal.Outcome) throws {
    let path = outcome.folder.path
    switch outcome.ending {
    case .complete:
      if !output.quiet { warn("Session kept in \(path)") }
    case .interrupted:
      warn("Interrupted. What was said is kept in \(path); `starpace report` shows it.")
      throw ExitCode(130)
    case .failed(let part, let words):
      warn("\(words) The session is in \(path).")
      throw ExitCode(part == .microphone ? 69 : 74)
    }
  }
}
