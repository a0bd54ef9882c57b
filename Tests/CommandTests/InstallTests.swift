import Foundation
import Testing

/// What was shipped is found from an installed copy, far from the checkout.
@Suite(.timeLimit(.minutes(10))) struct InstallTests {
  @Test func `an installed program finds its scenarios and samples from anywhere`() async throws {
    let prefix = try await installed()
    let machine = try Machine(program: "\(prefix.path)/bin/starpace")
    let list = try await machine.run(["scenarios", "check"])
    #expect(list.outputLines.count == 5)
    #expect(list.outputLines.allSatisfy { $0.hasPrefix("\(prefix.path)/share/starpace/Scenarios/") })
    let replay = try await machine.run(
      ["replay", "two-steps", "--scenario", "owned-failure", "--json"], folder: "/")
    #expect(replay.errors == "")
    #expect(replay.status == 0)
    #expect(
      try ReplayedReport(replay.output).steps.filter { $0.take != nil }.map(\.step) == [
        "result", "reflection",
      ])
  }

  @Test func `a link to the installed program finds the same`() async throws {
    let prefix = try await installed()
    let link = "\(prefix.path)/starpace-link"
    try FileManager.default.createSymbolicLink(
      atPath: link, withDestinationPath: "\(prefix.path)/bin/starpace")
    let run = try await Machine(program: link).run(["scenarios", "list"])
    #expect(run.outputLines.count >= 5)
    #expect(run.status == 0)
  }

  @Test func `a program without its files says how to get them`() async throws {
    let folder = try TemporaryFolder()
    let program = "\(folder.path)/starpace"
    try await copyProgram(to: program)
    let run = try await Machine(program: program).run(["scenarios"])
    #expect(run.errors.contains("make install"))
    #expect(run.status == 66)
  }

  @Test func `the built program finds the samples of its checkout`() async throws {
    let run = try await Machine().run(["replay", "owned-failure", "--scenario", "owned-failure"])
    #expect(run.errors == "starpace: There is no owned-failure; check the path.\n")
    let help = try await Machine().run(["--version"])
    #expect(help.output.contains(/^\d+\.\d+\.\d+\n$/))
  }

  /// A prefix with the program, the scenarios, and a sample session of two short takes.
  private func installed() async throws -> TemporaryFolder {
    let prefix = try TemporaryFolder()
    let shared = "\(prefix.path)/share/starpace"
    let files = FileManager.default
    for folder in ["\(prefix.path)/bin", "\(shared)/Audio/two-steps"] {
      try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }
    try await copyProgram(to: "\(prefix.path)/bin/starpace")
    try files.copyItem(atPath: "\(checkout)/Scenarios", toPath: "\(shared)/Scenarios")
    for take in ["4-result.flac", "5-reflection.flac"] {
      try files.copyItem(
        atPath: "\(checkout)/Audio/owned-failure-typical-faults/\(take)",
        toPath: "\(shared)/Audio/two-steps/\(take)")
    }
    return prefix
  }
}
