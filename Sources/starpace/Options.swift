public import ArgumentParser
import Configuration
import Interview
import Rehearsal
import Reports
public import Scenarios
import Sessions
import SpeechTiming
import Trends

/// Where scenarios are looked for.
struct ScenarioOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Look for scenarios in this folder first.", valueName: "folder"))
  var scenarios: String?

  /// The scenarios of the named folder, then the user's own, then the shipped ones.
  func library(_ places: Places) -> ScenarioLibrary {
    ScenarioLibrary(folders: (scenarios.map { [$0] } ?? []) + places.scenarioFolders)
  }
}

/// What the answer is held against and how the interviewer chooses.
struct InterviewOptions: ParsableArguments {
  @Option(help: "The level that the answer is held against: sde1, sde2 or senior (default: the session's, else sde2).")
  var level: Level?

  @Option(help: "How many probes the interviewer asks.")
  var probes = 2

  @Option(help: ArgumentHelp("What the answer to a probe should last, in seconds (default: 45).", valueName: "seconds"))
  var probeTime: Double?

  @Flag(name: .customLong("no-follow-ups"), help: "Ask nothing after the answer to a probe.")
  var staysShallow = false

  @Option(help: "What settles ties between probes; the same seed gives the same choice.")
  var seed: UInt64?

  mutating func validate() throws {
    guard (0...9).contains(probes) else {
      throw ValidationError("--probes takes a number from 0 to 9.")
    }
    guard probeTime.map(StepTarget.probeSeconds.contains) != false else {
      throw ValidationError("--probe-time takes seconds from 10 to 300, such as 45.")
    }
  }
}

extension InterviewOptions {
  /// What is asked about the scenario in `file`, as these options want it and after what was practised in `sessions`.
  func plan(_ mode: Session.Mode, of file: ScenarioFile, after sessions: [SessionSummary]) -> Plan {
    var plan = Plan(mode)
    plan.probeCount = probes
    plan.probeTargetInSeconds = probeTime
    plan.goesDeeper = !staysShallow
    plan.history = sessions.practice(of: file.scenario.id)
    return plan
  }
}

/// Whose answer it is.
struct CandidateOptions: ParsableArguments {
  @Option(help: "The candidate's name; recorded sessions keep it (default there: `candidate` of config.yaml).")
  var candidate: String?

  mutating func validate() throws {
    if let candidate, PersonName(candidate) == nil { throw ValidationError("--candidate \(PersonName.rule)") }
  }

  /// The name given.
  var given: String? { candidate.flatMap { PersonName($0) }?.text }

  /// The name given, else the configured one.
  func name(_ places: Places) throws -> String? {
    try given ?? Configuration(path: places.configuration).candidate?.text
  }
}

/// How pauses are counted.
struct MeasuringOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The shortest silence that counts as a pause, in ms (100 to 2000).", valueName: "ms"))
  var pauseThreshold = 250

  @Option(
    help: ArgumentHelp(
      "The lowest and the highest pitch looked for, in Hz (70 to 600; default: \(PitchRange.standard)).",
      valueName: "floor-ceiling"),
    transform: pitchRange)
  var pitchRange = PitchRange.standard

  mutating func validate() throws {
    guard (100...2000).contains(pauseThreshold) else {
      throw ValidationError("--pause-threshold takes milliseconds from 100 to 2000, such as 250.")
    }
  }

  var parameters: TimingParameters {
    TimingParameters(pauseThreshold: Double(pauseThreshold) / 1000, pitchRange: pitchRange)
  }

  @Sendable private static func pitchRange(_ text: String) throws -> PitchRange {
    guard let range = PitchRange(text) else {
      throw ValidationError(
        "Two frequencies from 70 to 600 Hz are needed, the second twice the first or more, such as 75-300.")
    }
    return range
  }
}

extension ReportFormat: ExpressibleByArgument {}
extension Level: ExpressibleByArgument {}
extension Step: ExpressibleByArgument {}
