import Foundation
import Glibc
import Testing

/// How a rehearsal ends that is not ended by its keys: what was said is kept.
@Suite(.serialized, .timeLimit(.minutes(10))) struct RehearsalEndingsTests {
  private let heard = RehearsalSound.mono

  @Test(arguments: ["Ctrl-C", "SIGTERM"])
  func `an interruption keeps the take and gives the terminal back`(cause: String) async throws {
    let machine = try heard.machine()
    let terminal = try machine.atTerminal(["rehearse", "owned-failure", "--no-self-check", "--no-follow-ups"])
    try await terminal.answer("Situation")
    try await terminal.hear("Task")
    if cause == "Ctrl-C" { terminal.send("\u{3}") } else { terminal.send(signal: SIGTERM) }
    #expect(try await terminal.exitStatus() == 130)
    #expect(terminal.isRestored)
    #expect(terminal.text.contains("starpace: Interrupted. What was said is kept in "))
    let session = try RehearsedSession(in: machine.sessions)
    #expect(try session.sounds() == ["1-situation.wav", "2-task.wav"])
    try session.expectPieces(of: heard, session.sounds())
    let report = try ReplayedReport(try await machine.run(["report", "--json"]).output)
    #expect((report.answerTimes[1] ?? 0) > 0.5)
    #expect(report.probes.isEmpty)
  }

  @Test func `a terminal that is closed leaves a session all the same`() async throws {
    let machine = try heard.machine()
    let terminal = try machine.atTerminal(["rehearse", "owned-failure", "--no-self-check", "--no-follow-ups"])
    try await terminal.answer("Situation")
    try await terminal.hear("Task")
    terminal.hangUp()
    #expect(try await terminal.exitStatus() == 130)
    let session = try RehearsedSession(in: machine.sessions)
    try session.expectPieces(of: heard, ["1-situation.wav", "2-task.wav"])
    let report = try ReplayedReport(try await machine.run(["report", "--json"]).output)
    #expect(report.answerTimes.map { ($0 ?? 0) > 0.5 } == [true, true, false, false, false])
    // Nothing is left to a recovery.
    #expect(try await machine.run(["recover"]).output == "Nothing to recover in \(machine.sessions).\n")
    #expect(!FileManager.default.fileExists(atPath: "\(session.path)/.recording"))
  }

  @Test func `a microphone that goes away ends the rehearsal and leaves the take`() async throws {
    let cable = try Cable()
    let machine = try heard.machine(faults: "\(cable.path):ENODEV")
    let log = MicrophoneLog(in: machine.folder)
    let terminal = try machine.atTerminal(
      ["rehearse", "owned-failure", "--no-self-check", "--no-follow-ups", "--no-mic-check"],
      environment: log.environment)
    try await terminal.answer("Situation")
    try await terminal.hear("Task")
    try cable.pull()
    try await terminal.wait(for: "went away while recording")
    try await terminal.wait(for: "1–9 record the step again")
    terminal.send("q")
    #expect(try await terminal.exitStatus() == 69)
    #expect(terminal.isRestored)
    // On a terminal the sentence may be broken anywhere.
    let words = terminal.text.replacing(/\s+/, with: " ")
    #expect(words.contains("starpace: The default microphone went away while recording"))
    let session = try RehearsedSession(in: machine.sessions)
    #expect(try session.sounds() == ["1-situation.wav", "2-task.wav"])
    // All that the device handed over is there.
    #expect(try session.expectPieces(of: heard, session.sounds()).last?.upperBound == log.frameCount)
    #expect(try await machine.run(["replay", session.path]).status == 0)
  }

  @Test func `after a microphone went away the step is recorded again with another`() async throws {
    let cable = try Cable()
    let machine = try heard.machine(faults: "\(cable.path):ENODEV", spare: "Desk microphone")
    let terminal = try machine.atTerminal([
      "rehearse", "owned-failure", "--no-self-check", "--no-follow-ups", "--no-mic-check",
    ])
    try await terminal.hear("Situation")
    try cable.pull()
    try await terminal.wait(for: "2 Desk microphone")
    terminal.send("2")
    try await terminal.wait(for: "Recording from “Desk microphone” at 48000 Hz.")
    try await terminal.answer("Situation")
    try await terminal.wait(for: "2 Task")
    terminal.send("q")
    #expect(try await terminal.exitStatus() == 0)
    let session = try RehearsedSession(in: machine.sessions)
    #expect(try session.sounds().prefix(2) == ["1-situation.attempt-1.wav", "1-situation.wav"])
    // Each microphone hears the sound from its start.
    for take in ["1-situation.attempt-1.wav", "1-situation.wav"] {
      #expect(try session.expectPieces(of: heard, [take]).first?.lowerBound == 0)
      #expect(try session.take(take).seconds > 0.5)
    }
  }

  @Test func `a microphone that sends nothing is told from silence`() async throws {
    let machine = try heard.machine(faults: "1:stall")
    let terminal = try machine.atTerminal([
      "rehearse", "owned-failure", "--no-self-check", "--no-follow-ups", "--no-mic-check",
    ])
    try await terminal.wait(for: "the microphone sends nothing")
    terminal.send("q")
    #expect(try await terminal.exitStatus() == 0)
  }

  @Test func `lost sound is a remark on the take`() async throws {
    let machine = try heard.machine(faults: "0.8:EPIPE")
    let terminal = try machine.atTerminal([
      "rehearse", "owned-failure", "--no-self-check", "--no-follow-ups", "--no-mic-check",
    ])
    try await terminal.hear("Situation")
    try await Task.sleep(for: .milliseconds(300))
    terminal.send("q")
    #expect(try await terminal.exitStatus() == 0)
    let report = try ReplayedReport(try await machine.run(["report", "--json"]).output)
    let remark = try #require(report.steps[0].take?.remarks.first)
    #expect(remark.contains(/^\d+\.\d s of sound were lost at 0:01, silence stands for them:/))
    #expect(remark.hasSuffix(": the machine was too busy to read in time."))
  }

  @Test func `where no session can be kept nothing is recorded`() async throws {
    let machine = try heard.machine()
    let run = try await machine.run([
      "rehearse", "owned-failure", "--no-self-check", "--no-follow-ups", "--sessions", "/proc/sessions",
    ])
    #expect(
      run.errors
        == "starpace: Cannot make a session folder in /proc/sessions; name another with --sessions FOLDER.\n")
    #expect(run.output == "")
    #expect(run.status == 73)
  }
}

/// The cable of a microphone, which is pulled out when a test says so.
private struct Cable {
  private let folder: TemporaryFolder
  /// The file whose presence is the fault.
  var path: String { "\(folder.path)/pulled" }

  init() throws { folder = try TemporaryFolder() }

  func pull() throws { try Data().write(to: URL(fileURLWithPath: path)) }
}
