import ArgumentParser
import Interview
import Rehearsal
import Reports
import Scenarios
import Sessions

/// `starpace drill`: one step of a session again, and what came of it.
struct DrillCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "drill",
    abstract: "Record one step of a session again, the one that most needs it, and compare.",
    discussion: """
      The step and the exercise are those of the first thing to change in the session's report; the latest session if \
      none is named. The drill is kept as a session of its own.
      """)

  @Argument(help: "A session's folder, or its name among the sessions.")
  var session: String?

  @Option(help: "The step: situation, task, action, result or reflection.")
  var step: Step?

  @Flag(name: .customLong("no-self-check"), help: "Ask nothing after the step.")
  var skipsSelfCheck = false

  @OptionGroup var recording: RecordingOptions
  @OptionGroup var scenarios: ScenarioOptions
  @OptionGroup var output: OutputOptions

  mutating func run() throws {
    try reportingFailures {
      var folder = try SessionFolder.find(session, in: recording.sessionsFolder)
      let library = scenarios.library(Places())
      var (before, scenario) = try folder.recorded(library: library)
      // A drill is drilled again by what it goes back to.
      if let drill = try PastDrill(before, scenario: scenario, in: folder.parent) {
        folder = drill.origin
        (before, scenario) = try folder.recorded(library: library)
      }
      let advice = try advice(for: before, scenario: scenario)
      let file = try folder.scenarioCopy() ?? library.scenario(id: before.scenario)
      var plan = Plan(.drill)
      plan.steps = [advice.step]
      plan.probeCount = 0
      plan.candidate = before.candidate
      plan.drill = (advice, folder.name)
      var habits = try recording.habits()
      habits.asksSelfChecks = !skipsSelfCheck && recording.isAttended
      try recording.record(file, level: before.level, seed: before.seed, plan: plan, habits: habits, output: output) {
        try output.show(DrillReport(on: advice, before: before, after: $0.session, scenario: scenario))
      }
    }
  }

  /// What is drilled: the named step, or the first thing to change.
  private func advice(for session: Session, scenario: Scenario) throws -> Advice {
    let targets = Targets(of: scenario, at: session.level)
    let all = Interview.advice(
      from: session.observed(in: scenario).evidence, scenario: scenario, targets: targets, count: Step.allCases.count)
    if let advice = step == nil ? all.first : all.first(where: { $0.step == step }) { return advice }
    if let step {
      throw SessionError(
        .noInput, "Nothing was found to change in \(step.title); leave out --step, or rehearse the scenario again.")
    }
    throw SessionError(.noInput, "Nothing was found to change in that session; rehearse another scenario.")
  }
}
