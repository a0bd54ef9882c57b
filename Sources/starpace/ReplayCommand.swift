import ArgumentParser
import Foundation
import Reports
import Scenarios
import Sessions

/// `starpace replay`: the analysis and report of a rehearsal, from recordings.
struct ReplayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Measure recordings of an answer and print the report.",
    discussion: """
      A session folder, or one sound file a step in order (Situation, Task, Action, Result, Reflection), or one \
      sound file of the whole answer with --marks or --labels. A label file beside it, of the same name and \
      ending in .txt, is found by itself.
      """)

  @Argument(help: "A session folder, one sound file a step, or one sound file with marks.")
  var paths: [String]

  @Option(help: "Where Task, Action, Result and Reflection begin in one file, such as 0:31,0:52,2:20,2:41.")
  var marks: String?

  @Option(help: ArgumentHelp("An Audacity label file of the steps in one file.", valueName: "file"))
  var labels: String?

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Files with the words: one a step, in order or named after the steps, or one with times for one sound file.",
      discussion: """
        Naming a file accepts its words for this report; nothing is written. `starpace transcript` keeps them with a \
        session. JSON of whisper.cpp or Vosk, WebVTT, SubRip, TextGrid, or plain text.
        """,
      valueName: "file"))
  var transcript: [String] = []

  @Option(help: "The scenario that the answer is held against; a session names its own.")
  var scenario: String?

  @OptionGroup var who: CandidateOptions
  @OptionGroup var notes: NoteOptions
  @OptionGroup var scenarios: ScenarioOptions
  @OptionGroup var interview: InterviewOptions
  @OptionGroup var measuring: MeasuringOptions
  @OptionGroup var output: OutputOptions

  mutating func run() throws {
    try reportingFailures {
      let places = Places()
      let choices = Replay.Choices(
        scenario: scenario, candidate: who.candidate, level: interview.level, probeCount: interview.probes,
        seed: interview.seed,
        parameters: measuring.parameters)
      var replay = try Replay(
        paths: paths.map(places.recording), marks: marks, labels: labels)
      try replay.accept(transcript.map { try TranscriptFile(path: $0) })
      let scenario = try replay.scenario(choices, library: scenarios.library(places))
      let progress = Progress(isShown: !output.quiet && Terminal(STDERR_FILENO).isTerminal)
      let session = try replay.session(choices, scenario: scenario) { progress.show($0) }
      progress.clear()
      // Only now: recordings that cannot be measured are held against nothing.
      if replay.isScenarioAssumed(choices), !output.quiet {
        warn("No --scenario named; held against \(scenario.id).")
      }
      try output.show(Report(on: session, scenario: scenario, notes: notes.read(replay.folder)))
    }
  }
}
