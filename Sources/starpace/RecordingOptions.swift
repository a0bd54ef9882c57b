import ArgumentParser
import Capture
import Configuration
import Equipment
import Foundation
import Rehearsal
import Reports
import Scenarios
import Sessions
import Trends

/// How a session is recorded, whatever is asked in it.
struct RecordingOptions: ParsableArguments {
  @Option(help: "The microphone; `starpace devices` lists those present.")
  var device = "default"

  @Option(help: ArgumentHelp("Where sessions are kept.", valueName: "folder"))
  var sessions: String?

  @OptionGroup var who: CandidateOptions

  @Flag(help: "Go on to the next step after a silence, once half of the target has passed.")
  var handsFree = false

  @Option(help: ArgumentHelp("How long that silence lasts, in seconds (1 to 30).", valueName: "seconds"))
  var silence = 4.0

  @Flag(help: "Have the questions spoken, by speech-dispatcher or espeak-ng.")
  var voice = false

  @Flag(name: .customLong("no-mic-check"), help: "Begin without listening to the microphone first.")
  var skipsMicrophoneCheck = false

  @Flag(help: "Let the sound library report what it tries.")
  var verbose = false

  mutating func validate() throws {
    guard (1...30).contains(silence) else {
      throw ValidationError("--silence takes seconds from 1 to 30, such as 4.")
    }
  }

  /// The habits that these options tell.
  func habits() throws -> Habits {
    var habits = Habits()
    habits.voice = voice ? try InterviewerVoice() : nil
    habits.checksMicrophone = !skipsMicrophoneCheck
    habits.silenceThatEnds = handsFree ? silence : nil
    return habits
  }

  /// Whether somebody sits at a terminal whose keys can be asked for.
  var isAttended: Bool { Terminal(STDIN_FILENO).isTerminal && !handsFree }

  /// The folder of sessions.
  var sessionsFolder: String { sessions ?? Places().sessions }

  /// What the candidate has practised before, the sessions that are kept here.
  func pastSessions(_ library: ScenarioLibrary) throws -> [SessionSummary] {
    let places = Places()
    let all = keptSessions(in: sessionsFolder, places: places, library: library)
    return all.of(try who.name(places), configured: try Configuration(path: places.configuration).candidate?.text)
  }

  /// Records a session of `file` as planned, and says where it is kept.
  ///
  /// Before that, sessions that a crash left are offered to be recovered. `show` prints what came of it, unless a
  /// signal came.
  /// - Throws: what opening, recording and `show` throw; an `ExitCode` where the recording was broken off.
  func record(
    _ file: ScenarioFile, level: Level, seed: UInt64?, plan: Plan, habits: Habits, output: OutputOptions,
    show: (Rehearsal.Outcome) throws -> Void
  ) throws {
    try output.checkPlace()
    if !output.quiet { offerToRecover(in: sessions) }
    var plan = plan
    plan.candidate = try who.given ?? plan.candidate ?? who.name(Places())
    let microphone = try Microphone.open(device: device, verbose: verbose)
    let terminal = Terminal(STDERR_FILENO)
    let isScreen = terminal.canBeDrawnOn && Terminal(STDIN_FILENO).isTerminal
    let rehearsal = try Rehearsal(
      of: file, level: level, seed: seed ?? .random(in: 1...999_999), plan: plan,
      started: ISO8601DateFormatter().string(from: Date()), sessions: sessionsFolder, microphone: microphone,
      habits: habits, style: terminal.style(noColor: output.noColor),
      form: output.quiet ? .nothing : isScreen ? .screen : .lines)
    let outcome = try rehearsal.run()
    do {
      if outcome.ending != .interrupted { try show(outcome) }
    } catch {
      // What was said is not lost with its report.
      warn("The session is kept in \(outcome.folder.path).")
      throw error
    }
    try finish(outcome, isQuiet: output.quiet)
  }

  /// Says where the session is kept and turns its ending into the exit code.
  private func finish(_ outcome: Rehearsal.Outcome, isQuiet: Bool) throws {
    let path = outcome.folder.path
    switch outcome.ending {
    case .complete:
      if !isQuiet { warn("Session kept in \(path)") }
    case .interrupted:
      warn("Interrupted. What was said is kept in \(path); `starpace report \(path)` shows it.")
      throw ExitCode(130)
    case .failed(let part, let words):
      warn("\(words) The session is in \(path).")
      throw ExitCode(part == .microphone ? 69 : 74)
    }
  }
}
