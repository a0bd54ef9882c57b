import Foundation
import Testing

/// What a candidate says of an answer, and the drill that follows from it.
@Suite(.serialized, .timeLimit(.minutes(10))) struct SelfCheckTests {
  private let heard = RehearsalSound.mono

  @Test func `the candidate's own word is kept, shown and drilled`() async throws {
    let machine = try heard.machine()
    let terminal = try machine.atTerminal(["rehearse", "owned-failure", "--no-mic-check", "--probes", "0"])
    try await terminal.answer("Situation")
    try await terminal.wait(for: "Did you say whom it hurt, and what it cost?")
    #expect(terminal.screen.last?.hasPrefix("y yes · n no · Enter leave open") == true)
    terminal.send("y")
    try await terminal.answer("Task")
    try await terminal.wait(for: "Did you say that the service was not your team's")
    terminal.send("n")
    try await terminal.answer("Action")
    try await terminal.wait(for: "Did you tell every step as “I”?")
    terminal.send("\n")
    try await terminal.wait(for: "Left open.")
    try await terminal.wait(for: "Did you go on past the merge")
    terminal.send("q")
    #expect(try await terminal.exitStatus() == 0, "\(terminal.text)")
    #expect(terminal.isRestored)
    let noticed = "By your own word, Task left open that this was not yours to do"
    #expect(terminal.text.replacing(/\s+/, with: " ").contains(noticed))

    // The boundary outweighs a Task that is far too short.
    let drill = try machine.atTerminal(["drill", "--step", "task", "--no-mic-check"])
    try await drill.wait(for: "Task again, 20 s: one sentence on whose it was")
    try await drill.answer("Task")
    try await drill.wait(for: "Did you say that the service was not your team's")
    drill.send("y")
    #expect(try await drill.exitStatus() == 0, "\(drill.text)")
    let words = drill.text.replacing(/\s+/, with: " ")
    #expect(words.contains("before after"))
    #expect(words.contains("It is gone. Next: Task took"), "\(words)")
    // Reported again, it is a drill and no answer of one step.
    let name = try #require(
      FileManager.default.contentsOfDirectory(atPath: machine.sessions).sorted().last { !$0.hasPrefix(".") })
    let again = try await machine.run(["report", name])
    #expect(again.output.hasPrefix("Drill: Task again, 20 s"))
    #expect(drill.text.contains(again.output))

    // A drill is a session of its own, and no answer to be reported on as the latest.
    let names = try FileManager.default.contentsOfDirectory(atPath: machine.sessions)
    #expect(names.count == 2)
    let report = try await machine.run(["report"])
    #expect(report.output.contains("Situation"))
    #expect(report.output.replacing(/\s+/, with: " ").contains(noticed))
  }

  @Test func `what cannot be drilled is said`() async throws {
    let machine = try heard.machine()
    let none = try await machine.run(["drill"])
    #expect(none.status == 66)
    #expect(none.errors.contains("No sessions in"))
  }

  @Test func `an answer that is given again is asked about again`() async throws {
    let machine = try heard.machine()
    let terminal = try machine.atTerminal(["rehearse", "owned-failure", "--no-mic-check", "--probes", "0"])
    for isFirst in [true, false] {
      try await terminal.answer("Situation")
      try await terminal.wait(for: "Did you say whom it hurt, and what it cost?")
      terminal.send(isFirst ? "n" : "\n")
      try await terminal.wait(for: "Task        0:0")
      if isFirst { terminal.send("b") }
    }
    terminal.send("q")
    #expect(try await terminal.exitStatus() == 0, "\(terminal.text)")
    let report = try await machine.run(["report"])
    #expect(!report.output.contains("By your own word"))
  }
}
