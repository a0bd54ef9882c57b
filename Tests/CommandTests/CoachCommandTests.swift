import Foundation
import Glibc
import Interview
import Scenarios
import Testing

@Suite(.timeLimit(.minutes(10))) struct CoachCommandTests {
  /// Three candidates: two in folders of theirs, one by name in a folder of another.
  private func cohort() throws -> BuiltHistory {
    let history = try BuiltHistory()
    for day in 0..<3 { try history.write(day: day, in: "cohort/anna") }
    for day in 0..<2 { try history.write(day: day, in: "cohort/ben", shares: [.task: 0, .result: 0.3, .action: 0.4]) }
    try history.write(day: 5, in: "cohort/ben", candidate: "Cem", level: .senior, shares: [.task: 0.7])
    try history.write(day: 6, in: "cohort", scenario: "wrong-call", candidate: "Anna K.")
    return history
  }

  private func names(_ run: Run) -> [String] {
    run.output.split(separator: "\r\n").dropFirst().map { String($0.prefix { $0 != "," }) }
  }

  @Test func `candidates stand by how far they are off target, within 80 columns`() async throws {
    let cohort = try cohort()
    let run = try await cohort.machine.run(["coach", "cohort"])
    #expect(run.status == 0 && run.errors == "")
    #expect(run.output.hasPrefix("4 candidates, 7 sessions\n"))
    #expect(run.outputLines.allSatisfy { $0.count <= 80 })
    let table = try await cohort.machine.run(["coach", "cohort", "--format", "csv"])
    #expect(names(table) == ["ben", "Cem", "Anna K.", "anna"])
    let again = try await cohort.machine.run(["coach", "cohort/ben", "cohort/anna", "cohort", "--format", "csv"])
    #expect(again.output == table.output)
  }

  @Test(arguments: [
    (["--scenario", "wrong-call"], ["Anna K."]), (["--level", "senior"], ["Cem"]),
    (["--since", "2026-01-06"], ["Cem", "Anna K."]), (["--candidate", "ben"], ["ben"]),
    (["--step", "situation"], ["Anna K.", "Cem", "anna", "ben"]),
  ])
  func `filters let through what they name`(arguments: [String], expected: [String]) async throws {
    let run = try await cohort().machine.run(["coach", "cohort", "--format", "csv"] + arguments)
    #expect(names(run) == expected)
  }

  @Test func `two sessions stand side by side`() async throws {
    let history = try BuiltHistory()
    let old = try history.write(day: 0, in: "cohort/anna", shares: [.situation: 2])
    let new = try history.write(day: 4, in: "cohort/anna", shares: [.situation: 1])
    let run = try await history.machine.run(["coach", "--compare", new, old])
    #expect(run.status == 0 && run.errors == "")
    #expect(run.output.hasPrefix("anna: two sessions\n"))
    #expect(run.output.contains(#/Situation +1:00 of 0:30 +0:30 of 0:30  shorter\n +over the limit +on target\n/#))
    #expect(run.outputLines.allSatisfy { $0.count <= 80 })
    let gone = try await history.machine.run(["coach", "--compare", new, "gone"])
    #expect(gone.status == 66 && gone.output == "")
    for arguments in [["--compare", new], ["--compare", new, old, old], ["--compare", new, old, "--level", "sde2"]] {
      #expect(try await history.machine.run(["coach"] + arguments).status == 64)
    }
  }

  @Test func `where nothing is left it says why`() async throws {
    let cohort = try cohort()
    for (arguments, status, words) in [
      (["nowhere"], Int32(66), "no folder nowhere"), ([], 64, "Missing expected argument"),
      (["cohort", "--candidate", "benn"], 66, "did you mean 'ben'?"),
      (["cohort", "--scenario", "pushed-back"], 66, "None of the 7 sessions in cohort is an answer"),
      (["cohort", "--since", "yesterday"], 64, "--since takes a day"),
      (["cohort", "--since", "2026-13-01"], 64, "--since takes a day"),
      (["cohort", "--format", "webvtt"], 64, "take --format text, html, json, jsonl, markdown or csv"),
      (["home"], 66, "No sessions in home; name a folder of sessions"),
    ] {
      let run = try await cohort.machine.run(["coach"] + arguments)
      #expect(run.status == status && run.output == "", "\(arguments)")
      #expect(run.errors.contains(words), "\(run.errors)")
    }
    _ = try cohort.machine.folder.write("{".utf8, to: "other/one/session.json")
    let broken = try await cohort.machine.run(["coach", "other"])
    #expect(broken.status == 65 && broken.errors.contains("No session in other can be read"))
  }

  @Test func `a damaged index is built anew with one line, and no index at all with another`() async throws {
    let cohort = try cohort()
    let right = try await cohort.machine.run(["coach", "cohort"])
    _ = try cohort.machine.folder.write("nonsense".utf8, to: "home/.cache/starpace/index.sqlite")
    let damaged = try await cohort.machine.run(["coach", "cohort"])
    #expect(damaged.output == right.output && damaged.status == 0)
    #expect(damaged.errors.split(separator: "\n").count == 1 && damaged.errors.hasSuffix("; it is built anew.\n"))
    #expect(try await cohort.machine.run(["coach", "cohort"]).errors == "")
    let without = try await cohort.machine.run(["coach", "cohort"], environment: ["XDG_CACHE_HOME": "/dev/null"])
    #expect(without.output == right.output && without.status == 0)
    #expect(without.errors.split(separator: "\n").count == 1 && without.errors.contains("every session is read"))
    // What only weighs in is quiet about it.
    let report = try await cohort.machine.run(
      ["report", "--sessions", "cohort/anna"], environment: ["XDG_CACHE_HOME": "/dev/null"])
    #expect(report.status == 0 && report.errors == "")
  }

  @Test func `programs that run at once tell the same, and one that is killed leaves an index that is right`()
    async throws
  {
    let cohort = try BuiltHistory()
    for candidate in 0..<6 {
      for day in 0..<40 {
        try cohort.write(day: day, in: "cohort/c\(candidate)", shares: [.task: Double(candidate) / 5, .action: 0.7])
      }
    }
    let machine = cohort.machine
    for round in 0..<3 {
      let cache = "\(machine.folder.path)/cache-\(round)"
      if round > 0 { _ = try machine.folder.write("nonsense".utf8, to: "cache-\(round)/starpace/index.sqlite") }
      let streams = (0..<4).map { "\(machine.folder.path)/run-\(round)-\($0)" }
      let children = try streams.map { stream in
        try ChildProcess(
          builtProgram, ["coach", "cohort", "--json"], environment: machine.environment(["XDG_CACHE_HOME": cache]),
          folder: machine.folder.path, input: .file("/dev/null"), output: .file(stream),
          errors: .file(stream + ".errors"))
      }
      for child in children { #expect(try await child.exitStatus() == 0) }
      #expect(Set(try streams.map { try bytes(of: $0) }).count == 1)
      let errors = try streams.map { String(decoding: try bytes(of: $0 + ".errors"), as: UTF8.self) }
      #expect(errors.count { $0 != "" } == (round > 0 ? 1 : 0), "\(errors)")
    }
    let right = try await machine.run(["coach", "cohort", "--json"], environment: ["XDG_CACHE_HOME": "/dev/null"])
    for milliseconds in [20, 60, 120, 200] {
      let cache = "\(machine.folder.path)/killed-\(milliseconds)"
      let child = try ChildProcess(
        builtProgram, ["coach", "cohort"], environment: machine.environment(["XDG_CACHE_HOME": cache]),
        folder: machine.folder.path, input: .file("/dev/null"), output: .file("/dev/null"), errors: .file("/dev/null"))
      try await Task.sleep(for: .milliseconds(milliseconds))
      child.send(signal: SIGKILL)
      _ = try await child.exitStatus()
      let after = try await machine.run(["coach", "cohort", "--json"], environment: ["XDG_CACHE_HOME": cache])
      #expect(after.output == right.output && after.status == 0 && after.errors == "")
    }
  }

  @Test(.enabled(if: Unprivileged.isPossible))
  func `in a cache that may not be written every session is read`() async throws {
    let machine = try await Unprivileged.machine()
    let history = BuiltHistory(on: machine)
    try history.write(day: 0, in: "cohort/anna")
    let writable = "\(machine.folder.path)/cache"
    for path in [writable, "\(machine.folder.path)/cohort"] {
      try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      try await open(path)
    }
    try #require(chmod(writable, 0o555) == 0)
    let run = try await machine.run(
      Unprivileged.arguments(["coach", "cohort", "--scenarios", "\(machine.folder.path)"]),
      environment: ["XDG_CACHE_HOME": writable])
    #expect(run.status == 0 && run.output.contains("1 candidate, 1 session"))
    #expect(run.errors.split(separator: "\n").count == 1 && run.errors.contains("every session is read"))
  }

  /// Lets everybody read what lies in `path`.
  private func open(_ path: String) async throws {
    let child = try ChildProcess(
      "/bin/chmod", ["-R", "a+rX", path], environment: [:], folder: "/", input: .file("/dev/null"),
      output: .file("/dev/null"), errors: .file("/dev/null"))
    try #require(try await child.exitStatus() == 0)
  }
}
