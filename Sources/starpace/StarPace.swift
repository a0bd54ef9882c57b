import ArgumentParser

/// The program: one subcommand a thing to do.
@main
struct StarPace: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "starpace",
    abstract: "Rehearse behavioural interview answers aloud, timed step by step.",
    discussion: """
      Everything stays on this machine. Data goes to standard output, progress and warnings to standard error.

      Exit codes: 0 done, 1 the work failed or the microphone is not good enough, 64 wrong usage, 65 bad input data, \
      66 no such input, 69 no microphone, loudspeaker or sound server, 73 or 74 cannot write, 130 interrupted \
      (recording kept).
      """,
    version: "0.1.0",
    subcommands: [
      StudyCommand.self, RehearseCommand.self, InterviewCommand.self, DrillCommand.self, ReplayCommand.self,
      ReportCommand.self, TranscriptCommand.self, RecoverCommand.self, AnalyzeCommand.self, SchemaCommand.self,
      ScenariosCommand.self, DevicesCommand.self, MicCheckCommand.self, PlayCommand.self,
    ])
}
