import Foundation
import Glibc
import Interview
import Scenarios
import Testing

@Suite(.timeLimit(.minutes(10))) struct CohortFolderTests {
  /// What tries to lead out of a folder, or to be more than text.
  private static let hostile = "../../</title><script>alert(1)</script>"

  /// Four candidates, one of them with a hostile name, and a session that cannot be read.
  private func cohort() throws -> BuiltHistory {
    let history = try BuiltHistory()
    for day in 0..<8 {
      try history.write(day: day, in: "cohort/anna", shares: [.task: (day < 5 ? 1 : 0.3) * (1 + Double(day % 3) / 50)])
    }
    for day in 0..<2 { try history.write(day: day, in: "cohort/ben", shares: [.task: 0]) }
    try history.write(day: 5, in: "cohort/ben", candidate: Self.hostile, level: .senior)
    try history.write(day: 6, in: "cohort/Anna", scenario: "wrong-call")
    _ = try history.machine.folder.write("{".utf8, to: "cohort/broken/session.json")
    return history
  }

  private func files(_ history: BuiltHistory, in folder: String = "pages") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: "\(history.machine.folder.path)/\(folder)").sorted()
  }

  private func text(_ history: BuiltHistory, _ file: String) throws -> String {
    try String(contentsOfFile: "\(history.machine.folder.path)/pages/\(file)", encoding: .utf8)
  }

  private func references(_ page: String) -> [String] {
    page.matches(of: /<a [^>]*?href="([^"#]+)"/).map { String($0.1) }
  }

  @Test func `an index leads to a page for each candidate and each session, all of them private`() async throws {
    let history = try cohort()
    let run = try await history.machine.run(["coach", "cohort", "--format", "html", "--output", "pages"])
    #expect(run.status == 0 && run.output == "")
    #expect(run.errors.split(separator: "\n").count == 1 && run.errors.contains("Left out: "))
    let files = try files(history)
    #expect(files.count { $0.hasPrefix("history-") } == 4 && files.count { $0.hasPrefix("session-") } == 12)
    #expect(files.count == 17)
    let folder = "\(history.machine.folder.path)/pages"
    #expect(try mode(of: folder) == 0o700)
    for file in files { #expect(try mode(of: "\(folder)/\(file)") == 0o600, "\(file)") }
    let index = try text(history, "index.html")
    #expect(Set(references(index)) == Set(files.filter { $0 != "index.html" }))
    #expect(index.contains("4 candidates, 12 sessions") && index.contains("cohort/broken"))
    for file in files {
      let page = try text(history, file)
      #expect(references(page).allSatisfy(files.contains), "\(file)")
      #expect(!page.contains("<script>alert"))
    }
  }

  @Test func `a page of a session has what report says, with its notes and its changes`() async throws {
    let history = try cohort()
    let session = "cohort/anna/2026-01-08T09-00-00Z_owned-failure"
    for arguments in [["--step", "task", "Name your job."], ["--step", "task", "--verdict", "on-target"]] {
      #expect(try await history.machine.run(["note", session, "--by", "Cem"] + arguments).status == 0)
    }
    let make = ["coach", "cohort", "--format", "html", "--output", "pages", "--candidate", "anna"]
    #expect(try await history.machine.run(make).status == 0)
    let name = try #require(try files(history).first { $0.hasPrefix("session-2026-01-08") })
    let page = try text(history, name)
    for words in ["Task: Name your job. (Cem, ", "far too short", "coach: on target (Cem, ", "Task is shorter: "] {
      #expect(page.contains(words), "\(words)")
    }
    let without = try await history.machine.run(make + ["--without-notes"])
    #expect(without.status == 0)
    #expect(try !text(history, name).contains("Cem") && text(history, name).contains("Task is shorter: "))
  }

  @Test func `filters choose the pages, and a second run replaces its own and nothing else`() async throws {
    let history = try cohort()
    _ = try history.machine.folder.write("mine".utf8, to: "pages/notes.txt")
    let make = ["coach", "cohort", "--format", "html", "--output", "pages", "--level", "senior"]
    #expect(try await history.machine.run(make).status == 0)
    let files = try files(history)
    #expect(files.count == 4 && files.contains("notes.txt"))
    let before = try files.map { try text(history, $0) }
    #expect(try await history.machine.run(make).status == 0)
    #expect(try self.files(history) == files)
    #expect(try files.map { try text(history, $0) } == before)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: history.machine.folder.path).contains("passwd") == false)
  }

  @Test func `what is no folder for pages is refused with a sentence`() async throws {
    let history = try cohort()
    _ = try history.machine.folder.write("mine".utf8, to: "other/index.html")
    _ = try history.machine.folder.write("mine".utf8, to: "file")
    let session = "cohort/anna/2026-01-08T09-00-00Z_owned-failure"
    for (arguments, words) in [
      (["coach", "cohort", "--format", "html"], "name it with --output FOLDER"),
      (["coach", "cohort", "--format", "html", "--output", "other"], "index.html is none of StarPace"),
      (["coach", "cohort", "--format", "html", "--output", "file"], "file is a file"),
      (["coach", "--compare", session, session, "--format", "html", "--embed-audio"], "leave --embed-audio out"),
      (["history", "--sessions", "cohort/anna", "--format", "html", "--embed-audio"], "leave --embed-audio out"),
    ] {
      let run = try await history.machine.run(arguments)
      #expect(run.status == 64 && run.output == "" && run.errors.contains(words), "\(run.errors)")
    }
    #expect(try String(contentsOfFile: "\(history.machine.folder.path)/other/index.html", encoding: .utf8) == "mine")
  }

  @Test func `a history and two sessions side by side are a page each`() async throws {
    let history = try cohort()
    let page = try await history.machine.run(["history", "--sessions", "cohort/anna", "--format", "html"])
    #expect(page.status == 0 && page.errors == "")
    #expect(page.output.hasPrefix("<!DOCTYPE html>") && page.output.contains("Task is shorter: "))
    #expect(
      page.output.contains("starpace drill 2026-01-08T09-00-00Z_owned-failure --step task --sessions cohort/anna"))
    let sessions = ["01", "08"].map { "cohort/anna/2026-01-\($0)T09-00-00Z_owned-failure" }
    let pair = try await history.machine.run(["coach", "--compare"] + sessions + ["--output", "pair.html"])
    #expect(pair.status == 0 && pair.output == "" && pair.errors == "")
    let path = "\(history.machine.folder.path)/pair.html"
    #expect(try String(contentsOfFile: path, encoding: .utf8).contains("anna: two sessions"))
    #expect(try mode(of: path) == 0o600)
  }

  private func mode(of path: String) throws -> UInt32 {
    var status = stat()
    try #require(stat(path, &status) == 0)
    return status.st_mode & 0o777
  }
}
