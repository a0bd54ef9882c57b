import Foundation
import Glibc
import Interview
import Scenarios
import Testing

@Suite(.timeLimit(.minutes(10))) struct NoteCommandTests {
  private let name = "2026-01-01T09-00-00Z_owned-failure"

  private func noted(_ machine: Machine, _ arguments: [String]) async throws -> Run {
    try await machine.run(["note", name] + arguments)
  }

  @Test func `notes are kept beside the session, shown with its report, and removed by number`() async throws {
    let history = try BuiltHistory()
    let path = try history.write(day: 0, shares: [.result: 0.6])
    let machine = history.machine
    _ = try machine.folder.write("coach: Ann\n".utf8, to: "home/.config/starpace/config.yaml")
    let before = try await machine.run(["report"])
    for arguments in [
      ["Say what you decided.", "--step", "action"], ["Well told.", "--by", "Ben"],
      ["--verdict", "on-target", "--step", "result"],
    ] {
      let run = try await noted(machine, arguments)
      #expect(run.status == 0 && run.output == "")
      #expect(run.errors == "starpace: Kept; `starpace report \(name)` shows the notes.\n")
    }
    var status = stat()
    try #require(stat("\(path)/notes.json", &status) == 0)
    #expect(status.st_mode & 0o7777 == 0o600)

    let report = try await machine.run(["report"])
    #expect(
      report.output.contains(
        #/\nNotes of the coach\n 1 Action: Say what you decided\. \(Ann, \d{4}-\d\d-\d\d\)\n 2 Whole answer: Well told\. \(Ben, /#
      ))
    #expect(report.output.contains(#/Result .* short\n +coach: on target \(Ann, /#))
    #expect(try await machine.run(["report", "--json"]).output.contains(#""text" : "Say what you decided.""#))
    #expect(try await machine.run(["report", "--format", "markdown"]).output.contains("| short; coach: on target "))
    #expect(try await machine.run(["report", "--without-notes"]).output == before.output)
    let shown = try await noted(machine, ["--show"])
    #expect(shown.outputLines.count == 3 && shown.errors == "")

    #expect(try await noted(machine, ["--remove", "1"]).status == 0)
    #expect(try await noted(machine, ["--verdict", "none", "--step", "result", "--quiet"]).errors == "")
    #expect(try await noted(machine, ["--show"]).output.contains(#/^ 1 Whole answer: Well told\./#))
    #expect(try await noted(machine, ["--remove", "1"]).status == 0)
    #expect(!FileManager.default.fileExists(atPath: "\(path)/notes.json"))
    #expect(try await machine.run(["report"]).output == before.output)
    #expect(try await noted(machine, ["--show"]).errors == "starpace: Nothing is noted about this session yet.\n")
  }

  @Test func `a coach's words are in no figure of a cohort, and are counted`() async throws {
    let history = try BuiltHistory()
    let path = try history.write(day: 0, in: "cohort/anna", shares: [.result: 0.3])
    let before = try await history.machine.run(["coach", "cohort", "--format", "csv"])
    for arguments in [["x", "--step", "task"], ["--verdict", "on-target", "--step", "result"]] {
      #expect(try await history.machine.run(["note", path, "--quiet"] + arguments).status == 0)
    }
    let after = try await history.machine.run(["coach", "cohort", "--format", "csv"])
    #expect(before.output.hasSuffix(",0\r\n") && after.output.hasSuffix(",2\r\n"))
    #expect(before.output.dropLast(3) == after.output.dropLast(3))
  }

  @Test func `notes stay through replay, transcripts and recovery, and go where the folder goes`() async throws {
    let session = try await SpokenSession()
    let machine = session.machine
    #expect(try await machine.run(["note", session.path, "Remember me.", "--quiet"]).status == 0)
    let words = try machine.folder.write("I noticed it.\n".utf8, to: "action.txt")
    #expect(try await machine.run(["transcript", session.path, words, "--accept", "--quiet"]).status == 0)
    #expect(try await machine.run(["replay", session.path]).output.contains("Remember me."))
    #expect(try await !machine.run(["replay", session.path, "--without-notes"]).output.contains("Remember me."))
    _ = try machine.folder.write(
      "{".utf8, to: String(session.path.dropFirst(machine.folder.path.count + 1)) + "/session.json")
    #expect(try await machine.run(["recover", session.path]).status == 0)
    let moved = "\(machine.folder.path)/moved"
    try FileManager.default.moveItem(atPath: session.path, toPath: moved)
    #expect(try await machine.run(["report", moved]).output.contains("Remember me."))
  }

  @Test func `a notes.json that is none is named, and the report comes`() async throws {
    let history = try BuiltHistory()
    let path = try history.write(day: 0)
    let before = try await history.machine.run(["report"])
    let evil = #"{"schema":1,"notes":[{"step":7,"text":"\#u{1B}[2J"}]}"# + String(repeating: " ", count: 100_000)
    try Data(evil.utf8).write(to: URL(fileURLWithPath: "\(path)/notes.json"))
    let run = try await history.machine.run(["report"])
    #expect(run.output == before.output && run.status == 0)
    #expect(run.errors.split(separator: "\n").count == 1 && run.errors.contains("notes.json is no file of notes"))
    #expect(try await history.machine.run(["report", "--without-notes"]).errors == "")
    let note = try await noted(history.machine, ["x"])
    #expect(note.status == 65 && note.errors.contains("move it away"))
    #expect(try bytes(of: "\(path)/notes.json") == Data(evil.utf8))
    // History counts none of it, and goes on.
    #expect(try await history.machine.run(["history"]).status == 0)
  }

  @Test func `hostile notes are inert`() async throws {
    let history = try BuiltHistory()
    try history.write(day: 0)
    let evil =
      "\u{1B}[2J\u{9B}31m\u{202E}<script>alert(1)</script> | `x` [l](y) " + String(repeating: "y", count: 3_000)
    #expect(try await noted(history.machine, [evil, "--quiet"]).status == 0)
    for format in ["text", "json", "markdown", "jsonl", "csv"] {
      let run = try await history.machine.run(["report", "--format", format])
      #expect(run.status == 0)
      #expect(!run.output.unicodeScalars.contains { ["\u{1B}", "\u{9B}", "\u{202E}"].contains($0) }, "\(format)")
      if format == "markdown" { #expect(!run.output.contains("<script>") && !run.output.contains("[l](y)")) }
      if format == "text" { #expect(run.outputLines.allSatisfy { $0.count <= 80 }) }
    }
  }

  @Test(arguments: [
    [], ["x", "--show"], ["x", "--remove", "1"], ["--step", "task"], ["--verdict", "short"], ["  "],
    ["--verdict", "splendid", "--step", "task"], ["--verdict", "untrusted", "--step", "task"], ["x", "--by", ""],
    ["x", "--step", "finale"], [String(repeating: "x", count: 4_001)],
  ])
  func `wrong usage`(arguments: [String]) async throws {
    let history = try BuiltHistory()
    let path = try history.write(day: 0)
    let run = try await noted(history.machine, arguments)
    #expect(run.status == 64 && run.output == "" && run.errors.contains("Usage: starpace note"))
    #expect(!FileManager.default.fileExists(atPath: "\(path)/notes.json"))
  }

  @Test func `what is not there is said`() async throws {
    let history = try BuiltHistory()
    try history.write(day: 0)
    let gone = try await history.machine.run(["note", "gone", "x"])
    #expect(gone.status == 66 && gone.errors.contains("No session at gone"))
    let remove = try await noted(history.machine, ["--remove", "3"])
    #expect(remove.status == 66 && remove.errors.contains("There is no note 3"))
  }

  @Test(.enabled(if: Unprivileged.isPossible))
  func `a folder that may not be written to is a matter of its permissions`() async throws {
    let machine = try await Unprivileged.machine()
    let path = try BuiltHistory(on: machine).write(day: 0, in: "kept")
    for folder in [path, "\(path)/scenario", (path as NSString).deletingLastPathComponent] {
      try #require(chmod(folder, 0o555) == 0)
    }
    try #require(chmod("\(path)/session.json", 0o444) == 0)
    let run = try await machine.run(Unprivileged.arguments(["note", path, "x"]))
    #expect(run.status == 74 && run.errors.contains("Cannot write \(path)/notes.json"))
    try #require(chmod(path, 0o755) == 0 && chmod((path as NSString).deletingLastPathComponent, 0o755) == 0)
    try #require(chmod("\(path)/scenario", 0o755) == 0)
  }
}
