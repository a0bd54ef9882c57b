import BuiltSignals
import Foundation
import Testing

@Suite(.serialized, .timeLimit(.minutes(10))) struct ReplayTests {
  private let choice = ["--scenario", "owned-failure"]

  @Test func `the session close to target is on target in all five steps`() async throws {
    let run = try await Machine().run(["replay", "owned-failure-close-to-target", "--json"] + choice)
    #expect(run.errors == "")
    #expect(run.status == 0)
    let report = try ReplayedReport(run.output)
    #expect(report.starpace_report == 1)
    #expect(report.scenario.id == "owned-failure")
    #expect(report.steps.map(\.step) == ["situation", "task", "action", "result", "reflection"])
    #expect(report.steps.map(\.verdict) == Array(repeating: "on_target", count: 5))
    for (time, name) in zip(report.answerTimes, stepNames) {
      let truth = try Truth(of: "owned-failure-close-to-target/\(name)").answerTime
      #expect(abs((time ?? 0) - truth) < 0.02, "\(name)")
    }
  }

  @Test func `the session with typical faults shows them`() async throws {
    let run = try await Machine().run(
      ["replay", "Audio/owned-failure-typical-faults", "--format", "json"] + choice, folder: checkout)
    #expect(run.status == 0)
    let report = try ReplayedReport(run.output)
    #expect(
      report.steps.map(\.verdict) == [
        "over_limit", "missing", "far_too_short", "far_too_short", "far_too_short",
      ])
    #expect(report.probes.count == 2)
    #expect(report.probes.allSatisfy { !$0.reasons.isEmpty && $0.take == nil })
  }

  @Test func `the same recordings give the same report to the byte`() async throws {
    let machine = try Machine()
    var files: [String] = []
    for index in 1...5 {
      // Five answer times whose sum depends on the order of adding.
      let take = builtTake([.silence(0.3), .speech(0.41 + 0.17 * Double(index)), .silence(0.3)])
      files.append(try machine.folder.write(WaveFile(samples: int16(take)).bytes, to: "\(index).wav"))
    }
    var reports: Set<String> = []
    for _ in 1...8 { reports.insert(try await machine.run(["replay"] + files + ["--json"] + choice).output) }
    #expect(reports.count == 1)
    let text = try await machine.run(["replay"] + files + choice)
    #expect(try await machine.run(["replay"] + files + choice).output == text.output)
  }

  @Test func `a level that has less time scales the targets`() async throws {
    let (machine, files) = try shortAnswer()
    let run = try await machine.run(["replay"] + files + ["--level", "sde1", "--json"] + choice)
    let report = try ReplayedReport(run.output)
    #expect(report.level == "sde1")
    #expect(report.whole.at_most_s == 120)
    #expect(report.whole.targets_are_scaled)
    #expect(abs(report.steps.reduce(0) { $0 + $1.target_s } - 120) < 0.01)
    let text = try await machine.run(["replay"] + files + ["--level", "sde1"] + choice)
    #expect(text.output.contains("SDE 1 has 2:00 in all: each step keeps its share of that time."))
  }

  @Test func `the number of probes and the seed are the user's`() async throws {
    let (machine, files) = try shortAnswer()
    for count in [0, 1, 4] {
      let arguments = ["replay"] + files + ["--probes", "\(count)", "--seed", "7", "--json"] + choice
      let run = try await machine.run(arguments)
      #expect(try ReplayedReport(run.output).probes.count == count)
    }
  }

  @Test(arguments: [
    (columns: 80, expected: 80), (columns: 100, expected: 100), (columns: 500, expected: 120),
  ])
  func `no line is longer than COLUMNS, and a pipe gets no colours`(columns: Int, expected: Int) async throws {
    let (machine, files) = try shortAnswer()
    let run = try await machine.run(
      ["replay"] + files + choice, environment: ["COLUMNS": "\(columns)"])
    #expect(run.status == 0)
    #expect(run.errors == "")
    #expect(run.outputLines.filter { $0.count > expected }.isEmpty)
    #expect(!run.output.contains("\u{1B}"))
    #expect(run.outputLines.filter { $0.hasSuffix(" ") }.isEmpty)
  }

  @Test func `a terminal gets colours unless they are unwanted`() async throws {
    let (machine, files) = try shortAnswer()
    for (arguments, environment, isColoured) in [
      ([], [:], true), (["--no-color"], [:], false), ([], ["NO_COLOR": "1"], false),
      ([], ["TERM": "dumb"], false),
    ] as [([String], [String: String], Bool)] {
      let terminal = try machine.atTerminal(
        ["replay"] + files + choice + arguments, environment: environment)
      #expect(try await terminal.exitStatus() == 0)
      #expect(terminal.text.contains("What the interviewer asks next"))
      #expect(terminal.hasColours == isColoured, "\(arguments) \(environment)")
    }
  }

  @Test func `where no scenario is named the program says which one it takes`() async throws {
    let (machine, files) = try shortAnswer()
    let run = try await machine.run(["replay"] + files)
    #expect(run.errors == "starpace: No --scenario named; held against owned-failure.\n")
    let quiet = try await machine.run(["replay"] + files + ["--quiet"])
    #expect(quiet.errors == "")
    #expect(quiet.output == run.output)
  }

  /// A machine with two takes, of Situation and of Task.
  private func shortAnswer() throws -> (Machine, [String]) {
    let machine = try Machine()
    let situation = builtTake([.silence(0.4), .speech(1.5), .silence(0.6), .speech(1), .silence(0.3)])
    _ = try machine.folder.write(WaveFile(samples: int16(situation)).bytes, to: "situation.wav")
    _ = try machine.folder.write(shortTake, to: "task.wav")
    return (machine, ["situation.wav", "task.wav"])
  }
}
