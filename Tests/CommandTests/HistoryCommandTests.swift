import Foundation
import Interview
import Scenarios
import Testing

@Suite(.timeLimit(.minutes(10))) struct HistoryCommandTests {
  @Test func `sessions, steps, a change and what to practise next, within 80 columns`() async throws {
    let history = try BuiltHistory()
    try history.writeJump()
    let run = try await history.machine.run(["history"])
    #expect(run.status == 0 && run.errors == "")
    #expect(run.output.hasPrefix("History: 10 sessions, 2026-01-01 to 2026-01-10\n"))
    #expect(run.output.contains("\n  Action is shorter: 0:3"))
    #expect(run.output.contains("away") == false && run.output.contains("further from the target of 1:30."))
    #expect(run.outputLines.allSatisfy { $0.count <= 80 || $0.contains("starpace ") })
    #expect(run.output.contains("     starpace drill 2026-01-10T09-00-00Z_owned-failure --step action\n"))
    #expect(run.output.contains("     starpace rehearse admitted-wrong\n"))
    // The second time everything comes from the index.
    let again = try await history.machine.run(["history"])
    #expect(again.output == run.output && again.errors == "")
    #expect(FileManager.default.fileExists(atPath: "\(history.machine.folder.path)/home/.cache/starpace/index.sqlite"))
  }

  @Test func `JSON, JSON Lines and CSV hold the same sessions`() async throws {
    struct Shape: Decodable {
      struct Named: Decodable { let session: String }
      struct Changed: Decodable {
        struct Row: Decodable { let measure: String }
        let named: [Row]
        let later_sessions, earlier_sessions: Int
      }
      let sessions: [Named]
      let changes: Changed?
    }
    let history = try BuiltHistory()
    try history.writeJump()
    let json = try await history.machine.run(["history", "--json"])
    let shape = try JSONDecoder().decode(Shape.self, from: Data(json.output.utf8))
    #expect(shape.sessions.count == 10)
    #expect(shape.changes?.named.map(\.measure) == ["action_share_of_target", "whole_share_of_targets"])
    #expect(shape.changes?.later_sessions == 3 && shape.changes?.earlier_sessions == 7)
    let lines = try await history.machine.run(["history", "--format", "jsonl", "--last", "4"])
    let named = try lines.outputLines.map { try JSONDecoder().decode(Shape.Named.self, from: Data($0.utf8)).session }
    #expect(named == shape.sessions.suffix(4).map(\.session))
    let table = try await history.machine.run(["history", "--format", "csv"])
    #expect(table.output.components(separatedBy: "\r\n").count == 1 + 50 + 1)
  }

  @Test func `the report tells what has changed up to its session, and nothing where too few came before`() async throws
  {
    let history = try BuiltHistory()
    try history.writeJump()
    let report = try await history.machine.run(["report"])
    #expect(report.output.contains("\nChanges against the sessions before\n  Action is shorter: 0:3"))
    #expect(report.outputLines.allSatisfy { $0.count <= 80 })
    let json = try await history.machine.run(["report", "--json"])
    #expect(json.output.contains(#""measure" : "action_share_of_target""#))
    // The eighth is the first that is far off: one of three.
    let before = try await history.machine.run(["report", "2026-01-08T09-00-00Z_owned-failure"])
    #expect(before.status == 0 && !before.output.contains("Changes against"))
    let early = try await history.machine.run(["report", "2026-01-06T09-00-00Z_owned-failure", "--json"])
    #expect(early.status == 0 && !early.output.contains(#""changes""#))
  }

  @Test func `a candidate is the one who is named, or configured`() async throws {
    let history = try BuiltHistory()
    try history.write(day: 0, candidate: "Anna")
    try history.write(day: 1, candidate: "Ben", shares: [.task: 0.2])
    try history.write(day: 2)
    func days(_ arguments: [String]) async throws -> [String] {
      let run = try await history.machine.run(["history", "--format", "csv"] + arguments)
      return Set(run.output.split(separator: "\r\n").dropFirst().map { String($0.prefix(10)) }).sorted()
    }
    #expect(try await days([]).count == 3)
    #expect(try await days(["--candidate", "Anna"]) == ["2026-01-01"])
    let mixed = try await history.machine.run(["history"])
    #expect(mixed.errors == "starpace: Sessions of 2 candidates lie here; --candidate NAME shows those of one.\n")
    _ = try history.machine.folder.write("candidate: Anna\n".utf8, to: "home/.config/starpace/config.yaml")
    #expect(try await days([]) == ["2026-01-01", "2026-01-03"])
    #expect(try await days(["--candidate", "Ben"]) == ["2026-01-02"])
    let wrong = try await history.machine.run(["history", "--candidate", "Bena"])
    #expect(wrong.status == 66 && wrong.output == "")
    #expect(wrong.errors.hasSuffix("did you mean 'Ben'?\n"))
  }

  @Test func `a replay tells whose it is: the one who is named, else the one whom the session names`() async throws {
    let machine = try Machine()
    let sample = "owned-failure-typical-faults"
    _ = try machine.folder.write("candidate: Cem\n".utf8, to: "home/.config/starpace/config.yaml")
    let named = try await machine.run(["replay", sample, "--candidate", " Anna  K. "])
    #expect(named.output.hasPrefix("Anna K. · A failure that was nobody's · "))
    // Whose recordings from elsewhere are, the configuration does not know.
    #expect(try await machine.run(["replay", sample]).output.hasPrefix("A failure that was nobody's · "))
    for name in ["", "\u{1B}[2J", String(repeating: "x", count: 101)] {
      let run = try await machine.run(["replay", sample, "--candidate", name])
      #expect(run.status == 64 && run.errors.contains("--candidate must be a name"))
    }
  }

  @Test func `what cannot be read is named and left out`() async throws {
    let history = try BuiltHistory()
    try history.write(day: 0)
    for number in 1...7 {
      _ = try history.machine.folder.write(
        "{".utf8, to: "home/.local/share/starpace/sessions/broken-\(number)/session.json")
    }
    let run = try await history.machine.run(["history"])
    #expect(run.status == 0)
    let lines = run.errors.split(separator: "\n")
    #expect(lines.count == 6)
    #expect(
      lines[0].hasPrefix("starpace: Left out: ")
        && lines[0].contains("broken-1/session.json is not a session; `starpace recover "))
    #expect(lines[5] == "starpace: 2 more sessions cannot be read; --json names all of them.")
    let json = try await history.machine.run(["history", "--json"])
    #expect(json.output.components(separatedBy: "is not a session").count == 1 + 7)
  }

  @Test func `without sessions it says what to do`() async throws {
    let machine = try Machine()
    let none = try await machine.run(["history"])
    #expect(none.status == 66 && none.output == "")
    #expect(none.errors.hasSuffix("/sessions yet; `starpace rehearse SCENARIO` records one.\n"))
    let nowhere = try await machine.run(["history", "--sessions", "nowhere"])
    #expect(nowhere.status == 66 && nowhere.errors.contains("no folder nowhere"))
    _ = try machine.folder.write("{".utf8, to: "kept/one/session.json")
    let broken = try await machine.run(["history", "--sessions", "kept"])
    #expect(broken.status == 65 && broken.output == "")
    let history = try BuiltHistory()
    try history.write(day: 0)
    let other = try await history.machine.run(["history", "--scenario", "wrong-call"])
    #expect(other.status == 66 && other.errors.hasSuffix("there are some of owned-failure.\n"))
  }

  @Test(arguments: [
    ["--last", "0"], ["--last", "many"], ["--format", "rttm"], ["--format", "xml"], ["--step", "task"], ["one"],
  ])
  func `wrong usage`(arguments: [String]) async throws {
    let history = try BuiltHistory()
    try history.write(day: 0)
    let run = try await history.machine.run(["history"] + arguments)
    #expect(run.status == 64 && run.output == "" && run.errors != "")
  }

  @Test func `hostile names steer no terminal`() async throws {
    let history = try BuiltHistory()
    let evil = "\u{1B}[2J\u{202E}=cmd|<script>" + String(repeating: "x", count: 100_000)
    try history.write(day: 0, candidate: evil)
    for format in ["text", "markdown", "csv", "json", "jsonl"] {
      let run = try await history.machine.run(["history", "--format", format])
      #expect(run.status == 0)
      #expect(!run.output.contains("\u{1B}") && !run.output.contains("\u{202E}"), "\(format)")
    }
  }
}
