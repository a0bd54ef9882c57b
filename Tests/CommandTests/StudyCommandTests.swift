import Foundation
import Glibc
import Testing

@Suite(.timeLimit(.minutes(10))) struct StudyCommandTests {
  /// `STARPACE_RECORD_SNAPSHOTS=1 swift test --filter StudyCommandTests` writes the snapshot anew.
  @Test(arguments: ["", "1\n4\n2\n"])
  func `without a terminal all is printed at once, whatever is piped in`(input: String) async throws {
    let run = try await Machine().run(["study", "owned-failure"], input: input)
    #expect(run.status == 0 && run.errors == "")
    try expectSnapshot(run.output, "study.txt")
  }

  @Test func `pages are turned forth and back`() async throws {
    let machine = try Machine()
    let terminal = try machine.atTerminal(["study", "owned-failure"])
    try await terminal.wait(for: "Question, page 1 of 13")
    let turns = [
      ("\n", "Question, page 1 of 13 (2 of 2)"), ("\n", "Situation, page 2 "), (" ", "Task, page 3 "),
      ("\u{1B}[C", "Action, page 4 "), ("b", "Task, page 3 "), ("\u{1B}[D", "Situation, page 2 "),
    ]
    for (key, place) in turns {
      terminal.send(key)
      try await terminal.wait(for: place)
    }
    terminal.send("q")
    #expect(try await terminal.exitStatus() == 0)
    #expect(terminal.isRestored)
    #expect(terminal.hasColours)
  }

  @Test func `a right and a wrong answer make the score, which stays after the screen is gone`() async throws {
    let machine = try Machine()
    let terminal = try machine.atTerminal(["study", "owned-failure", "--checks"])
    try await terminal.wait(for: "Check 1: ")
    terminal.send("1")
    try await terminal.wait(for: "Right.")
    terminal.send("\n")
    try await terminal.wait(for: "Check 2: ")
    terminal.send("4")
    try await terminal.wait(for: "Wrong: 4 was your answer, 2 is right.")
    terminal.send("\n")
    try await terminal.wait(for: "Check 3: ")
    terminal.send("\n")
    try await terminal.wait(for: "1 of 3 right, 1 left open")
    terminal.send("\n")
    #expect(try await terminal.exitStatus() == 0)
    #expect(terminal.isRestored)
    try await terminal.wait(for: "1 of 3 right, 1 left open\n\nTo look at again:\n  2 What disqualifies")
    // The score is told, and nothing is kept.
    #expect(!FileManager.default.fileExists(atPath: "\(machine.folder.path)/home"))
  }

  @Test(arguments: ["Ctrl-C", "SIGTERM", "SIGHUP"])
  func `an interruption gives the terminal back`(cause: String) async throws {
    let machine = try Machine()
    let terminal = try machine.atTerminal(["study", "owned-failure"])
    try await terminal.wait(for: "Question, page 1 of 13")
    switch cause {
    case "Ctrl-C": terminal.send("\u{3}")
    case "SIGTERM": terminal.send(signal: SIGTERM)
    default: terminal.send(signal: SIGHUP)
    }
    #expect(try await terminal.exitStatus() == 130)
    #expect(terminal.isRestored)
  }

  @Test func `a terminal that is closed ends it`() async throws {
    let machine = try Machine()
    let terminal = try machine.atTerminal(["study", "owned-failure"])
    try await terminal.wait(for: "Question, page 1 of 13")
    terminal.hangUp()
    #expect(try await terminal.exitStatus() == 130)
  }

  @Test func `on a small screen pages come in parts, and follow its size`() async throws {
    let machine = try Machine()
    let terminal = try machine.atTerminal(
      ["study", "owned-failure"], rows: 12, columns: 40, environment: ["NO_COLOR": "1"])
    try await terminal.wait(for: "Question, page 1 of 13 (1 of ")
    #expect(terminal.screen.count == 12)
    #expect(terminal.screen.allSatisfy { $0.count < 40 })
    terminal.send("\n")
    try await terminal.wait(for: "(2 of ")
    terminal.resize(rows: 40, columns: 100)
    try await terminal.wait(for: "Question, page 1 of 13\n")
    try await terminal.wait(for: "Enter next · b back · q stop")
    #expect(!terminal.hasColours)
    terminal.send("q")
    #expect(try await terminal.exitStatus() == 0)
  }

  @Test func `what is sent to a file is printed, though there is a terminal`() async throws {
    let machine = try Machine()
    let file = "\(machine.folder.path)/study.txt"
    let terminal = try machine.atTerminal(["study", "owned-failure", "--checks"], output: file)
    #expect(try await terminal.exitStatus() == 0)
    #expect(terminal.text == "")
    #expect(String(decoding: try bytes(of: file), as: UTF8.self).contains("\nAnswers to the checks\n"))
  }

  @Test func `a principle and a level change what is told`() async throws {
    let run = try await Machine().run(["study", "owned-failure", "--principle", "CUST", "--level", "sde1"])
    #expect(run.output.hasPrefix("A failure that was nobody's · Ownership · SDE 1\n"))
    #expect(run.output.contains("\nTold for Customer Obsession\n"))
    #expect(!run.output.contains("Told for Dive Deep"))
    #expect(run.output.contains("\n2 Task, 0:14\n"))
    #expect(run.status == 0)
  }

  @Test func `an unknown principle is wrong usage`() async throws {
    let run = try await Machine().run(["study", "owned-failure", "--principle", "Frugality"])
    #expect(
      run.errors == "starpace: owned-failure does not tell its story for 'Frugality' as another principle; "
        + "name one of 'Ownership', 'Customer Obsession' or 'Dive Deep'.\n")
    #expect(run.output == "")
    #expect(run.status == 64)
  }
}
