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

      With - instead, and --json, many are replayed: each line of standard input names a session folder or a sound \
      file with a label file beside it, and each gets a line of JSON, with that name as its `input`, in the order of \
      the names. What cannot be replayed has a line with its `error`, and the exit code is that of the first such. \
      `starpace schema report` and `starpace schema failure` print the JSON Schemas.
      """)

  @Argument(
    help: "A session folder, one sound file a step, or one sound file with marks; - reads many from standard input.")
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
  @OptionGroup var list: ListOptions
  @OptionGroup var measuring: MeasuringOptions
  @OptionGroup var output: OutputOptions

  private var isList: Bool { paths.contains("-") }

  private var choices: Replay.Choices {
    Replay.Choices(
      scenario: scenario, candidate: who.given, level: interview.level, probeCount: interview.probes,
      probeTargetInSeconds: interview.probeTime, seed: interview.seed, parameters: measuring.parameters)
  }

  mutating func validate() throws {
    guard isList else {
      if list.null || list.jobs != nil {
        throw ValidationError("--null and --jobs go with many recordings, named on standard input: replay - --json.")
      }
      return
    }
    guard paths.count == 1, marks == nil, labels == nil, transcript.isEmpty else {
      throw ValidationError(
        "- stands alone: names come from standard input, without --marks, --labels and --transcript.")
    }
    guard output.json || output.format == .json || output.format == .jsonl, output.output == nil else {
      throw ValidationError(
        "Many recordings give a line of JSON each on standard output: add --json, without --output.")
    }
  }

  mutating func run() throws {
    try reportingFailures {
      let places = Places()
      let choices = choices
      if isList {
        let replaying = ReplayList(
          choices: choices, leavesNotesOut: notes.withoutNotes, library: scenarios.library(places), places: places)
        return try replaying.run(
          NameList([], readsInput: true, null: list.null), atOnce: list.atOnce, isQuiet: output.quiet)
      }
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
      try output.show(
        Report(on: session, scenario: scenario, notes: notes.read(replay.folder)), takesIn: replay.soundFolder,
        inputs: transcript + [labels].compactMap(\.self))
    }
  }
}
