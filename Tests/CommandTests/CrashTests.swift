import Foundation
import Glibc
import Testing

/// A rehearsal that is killed: what the microphone had delivered is in the take, and `recover` makes a session of it.
@Suite(.serialized, .timeLimit(.minutes(10))) struct CrashTests {
  private let heard = RehearsalSound.mono

  /// Four rounds of five rehearsals at once, each killed while its first step is recorded.
  @Test func `a kill at any of twenty moments costs a quarter second at most`() async throws {
    let machine = try heard.machine()
    var state: UInt32 = 1
    func pause() async throws {
      // A linear congruential generator, Numerical Recipes (1992), p. 284: the upper bits are random enough.
      state = state &* 1_664_525 &+ 1_013_904_223
      try await Task.sleep(for: .seconds(0.05 + 0.4 * Double(state >> 8) / Double(1 << 24)))
    }
    for round in 1...4 {
      let names = (1...5).map { "\(machine.folder.path)/\(round)-\($0)" }
      let terminals = try names.map { name in
        try machine.atTerminal(
          ["rehearse", "owned-failure", "--no-self-check", "--no-follow-ups", "--no-mic-check", "--sessions", name],
          environment: ["VMIC_LOG": "\(name).log"])
      }
      for terminal in terminals { try await terminal.wait(for: "Situation   ") }
      for terminal in terminals {
        try await pause()
        terminal.send(signal: SIGKILL)
        #expect(try await terminal.exitStatus() == -SIGKILL)
      }
      try await expectRecovery(of: names, on: machine)
    }
  }

  /// Recovers the one session of each of the folders `names`, and holds it against what its microphone delivered.
  private func expectRecovery(of names: [String], on machine: Machine) async throws {
    let sessions = try names.map { try RehearsedSession(in: $0) }
    let takes = sessions.map { "\($0.path)/1-situation.wav" }
    let left = try takes.map { try bytes(of: $0) }
    let dry = try await machine.run(["recover", "--dry-run"] + sessions.map(\.path))
    #expect(dry.status == 0 && dry.outputLines.count == names.count, "\(dry)")
    #expect(dry.outputLines.allSatisfy { $0.hasPrefix("Would recover 1 take, ") }, "\(dry)")
    #expect(try takes.map { try bytes(of: $0) } == left)

    let run = try await machine.run(["recover"] + sessions.map(\.path))
    #expect(run.status == 0 && run.errors == "" && run.outputLines.count == names.count, "\(run)")
    #expect(run.outputLines.allSatisfy { $0.hasPrefix("Recovered 1 take, ") }, "\(run)")
    for (index, session) in sessions.enumerated() {
      // What was there stays to the bit, and is what was heard from the start.
      #expect(try bytes(of: takes[index]).dropFirst(44) == left[index].dropFirst(44))
      let span = try #require(session.expectPieces(of: heard, ["1-situation.wav"]).first)
      #expect(span.lowerBound == 0)
      let delivered = try bytes(of: "\(names[index]).log").withUnsafeBytes {
        Int($0.loadUnaligned(as: UInt64.self))
      }
      #expect(span.upperBound <= delivered)
      #expect(delivered - span.upperBound <= heard.sampleRate / 4)
    }
    let path = try #require(sessions.first?.path)
    let report = try ReplayedReport(try await machine.run(["report", path, "--json"]).output)
    #expect(report.steps[0].take?.remarks.count == 1)
  }

  @Test func `the next start says that a session was broken off, until it is recovered`() async throws {
    let machine = try heard.machine()
    let terminal = try machine.atTerminal(["rehearse", "owned-failure", "--no-self-check", "--no-follow-ups"])
    try await terminal.hear("Situation")
    #expect(
      try await machine.run(["recover"]).errors.contains(" is being recorded at this moment"))
    terminal.send(signal: SIGKILL)
    #expect(try await terminal.exitStatus() == -SIGKILL)
    let note = "A session was broken off and is not whole; `starpace recover` keeps what was said."
    for command in [
      ["report"], ["rehearse", "owned-failure", "--no-self-check", "--no-follow-ups", "--device", "none"],
    ] {
      #expect(try await machine.run(command).errors.hasPrefix("starpace: \(note)\n"))
    }
    // At a terminal it is offered; "no" leaves it as it is.
    for answer in ["n\n", "\n"] {
      let next = try machine.atTerminal([
        "rehearse", "owned-failure", "--no-self-check", "--no-follow-ups", "--no-mic-check",
      ])
      try await next.wait(for: "Recover it now? [Y/n]")
      next.send(answer)
      if answer == "\n" { try await next.wait(for: "Recovered 1 take, ") }
      try await next.wait(for: "Situation   ")
      next.send("q")
      #expect(try await next.exitStatus() == 0, "\(next.text)")
    }
    #expect(try await machine.run(["recover"]).output == "Nothing to recover in \(machine.sessions).\n")
    let report = try await machine.run(["report"])
    #expect(report.status == 0)
    #expect(report.errors == "")
    #expect(try await machine.run(["recover"]).output == "Nothing to recover in \(machine.sessions).\n")
  }

  @Test func `a kill while a step is recorded again leaves both answers, and recovers the later`() async throws {
    let machine = try heard.machine()
    let terminal = try machine.atTerminal(["rehearse", "owned-failure", "--no-mic-check", "--no-self-check"])
    try await terminal.answer("Situation")
    try await terminal.hear("Task")
    terminal.send("b")
    try await terminal.hear("Situation")
    terminal.send(signal: SIGKILL)
    #expect(try await terminal.exitStatus() == -SIGKILL)
    let session = try RehearsedSession(in: machine.sessions)
    let sounds = try session.sounds()
    #expect(sounds == ["1-situation.attempt-1.wav", "1-situation.wav", "2-task.wav"])
    // Until then the report is on the answer that was whole.
    let before = try ReplayedReport(try await machine.run(["report", "--json"]).output)
    #expect(before.steps[0].take?.file == "1-situation.attempt-1.wav")
    #expect(try await machine.run(["recover"]).status == 0)
    let after = try await machine.run(["report", "--json"])
    #expect(try ReplayedReport(after.output).steps[0].take?.file == "1-situation.wav")
    let replay = try await machine.run(["replay", session.path, "--json"])
    #expect(replay.output == after.output)
  }

  @Test func `what cannot be recovered has an exit code`() async throws {
    let machine = try Machine()
    let none = try await machine.run(["recover", "no-such-session"])
    #expect(none.status == 66 && none.output == "")
    let path = "kept/2026-11-20T19-04-11Z_owned-failure"
    _ = try machine.folder.write(Data("no sound".utf8), to: "\(path)/1-situation.wav")
    let unreadable = try await machine.run(["recover", path])
    #expect(unreadable.status == 65 && unreadable.output == "")
    #expect(unreadable.errors.contains("1-situation.wav"))
    _ = try machine.folder.write(WaveFile(samples: [1, 2, 3], claimedBytes: 0).bytes, to: "\(path)/2-task.wav")
    let other = try await machine.run(["recover", "--sessions", "kept"])
    #expect(other.status == 65)
    #expect(other.output.hasPrefix("Recovered 1 take, 0:00 in all: 2-task.wav 0:00. `starpace report kept/2026"))
  }
}
