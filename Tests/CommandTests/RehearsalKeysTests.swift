import BuiltSignals
import Foundation
import Testing
import VirtualMicrophoneSupport

/// What each key does while a take is recorded.
@Suite(.serialized, .timeLimit(.minutes(10))) struct RehearsalKeysTests {
  private let heard = RehearsalSound.mono

  @Test func `r records a step again and keeps the earlier attempt`() async throws {
    let machine = try heard.machine()
    let terminal = try machine.atTerminal(["rehearse", "owned-failure", "--no-self-check", "--no-follow-ups"])
    try await terminal.hear("Situation")
    terminal.send("r")
    try await terminal.wait(for: "Again: the last attempt is kept")
    try await terminal.answer("Situation")
    try await terminal.wait(for: "2 Task")
    terminal.send("q")
    #expect(try await terminal.exitStatus() == 0)
    let session = try RehearsedSession(in: machine.sessions)
    try session.expectPieces(of: heard, ["1-situation.attempt-1.wav", "1-situation.wav"])
    let report = try await machine.run(["report", "--json"])
    #expect(try ReplayedReport(report.output).steps[0].take?.file == "1-situation.wav")
    let replay = try await machine.run(["replay", session.path])
    #expect(replay.status == 0)
  }

  @Test func `p pauses, and what is said meanwhile is not in the take`() async throws {
    let machine = try heard.machine()
    let terminal = try machine.atTerminal(["rehearse", "owned-failure", "--no-self-check", "--no-follow-ups"])
    try await terminal.hear("Situation")
    terminal.send("p")
    try await terminal.wait(for: "paused: p goes on")
    try await Task.sleep(for: .milliseconds(800))
    terminal.send("P")
    try await Task.sleep(for: .milliseconds(700))
    terminal.send("q")
    #expect(try await terminal.exitStatus() == 0)

    let session = try RehearsedSession(in: machine.sessions)
    let (before, after) = try heard.spans(ofPaused: session.take("1-situation.wav"))
    let pause = Double(after.lowerBound - before.upperBound) / 48_000
    #expect(pause > 0.7 && pause < 3)
    #expect(after.count > 48_000 * 3 / 10)
    let report = try ReplayedReport(try await machine.run(["report", "--json"]).output)
    #expect(report.steps[0].take?.remarks.count == 1)
    #expect(report.steps[0].take?.remarks.first?.hasPrefix("Paused for ") == true)
  }

  @Test func `s skips a step, which the report then misses`() async throws {
    let machine = try heard.machine()
    let terminal = try machine.atTerminal(["rehearse", "owned-failure", "--no-self-check", "--no-follow-ups"])
    try await terminal.hear("Situation")
    terminal.send("s")
    try await terminal.wait(for: "Situation skipped.")
    try await terminal.answer("Task")
    try await terminal.wait(for: "3 Action")
    try await terminal.wait(for: "Action      0:00 of ")
    terminal.send("q")
    #expect(try await terminal.exitStatus() == 0)
    let report = try ReplayedReport(try await machine.run(["report", "--json"]).output)
    #expect(report.steps[0].verdict == "missing")
    #expect(report.steps[0].take == nil)
    #expect(report.steps[1].take?.file == "2-task.wav")
    // What was said before the key is not thrown away either.
    let session = try RehearsedSession(in: machine.sessions)
    try session.expectPieces(of: heard, ["1-situation.skipped-1.wav", "2-task.wav"])
  }

  @Test func `q stops, keeps what was said and reports the rest as missing`() async throws {
    let machine = try heard.machine()
    let terminal = try machine.atTerminal(["rehearse", "owned-failure", "--no-self-check", "--no-follow-ups"])
    for title in ["Situation", "Task"] { try await terminal.answer(title) }
    try await terminal.hear("Action")
    terminal.send("q")
    #expect(try await terminal.exitStatus() == 0)
    #expect(terminal.isRestored)
    #expect(terminal.text.contains("What to change first"))
    let session = try RehearsedSession(in: machine.sessions)
    #expect(try session.sounds() == ["1-situation.wav", "2-task.wav", "3-action.wav"])
    try session.expectPieces(of: heard, session.sounds())
    let report = try ReplayedReport(try await machine.run(["report", "--json"]).output)
    #expect(report.answerTimes.map { ($0 ?? 0) > 0 } == [true, true, true, false, false])
    #expect(report.steps.suffix(2).map(\.verdict) == ["missing", "missing"])
    #expect(report.probes.allSatisfy { $0.take == nil })
  }

  @Test func `b goes back, and the earlier answer is set aside or comes back`() async throws {
    let machine = try heard.machine()
    let terminal = try machine.atTerminal(["rehearse", "owned-failure", "--no-self-check", "--no-follow-ups"])
    for title in ["Situation", "Task"] { try await terminal.answer(title) }
    try await terminal.hear("Action")
    terminal.send("b")
    try await terminal.wait(for: "2 Task")
    try await terminal.answer("Task")
    // What was said of Action before going back counts unless it is said again.
    try await terminal.hear("Action")
    terminal.send("s")
    try await terminal.wait(for: "4 Result")
    terminal.send("q")
    #expect(try await terminal.exitStatus() == 0)
    let session = try RehearsedSession(in: machine.sessions)
    let takes = [
      "1-situation.wav", "2-task.attempt-1.wav", "2-task.wav", "3-action.skipped-1.wav", "3-action.wav",
    ]
    #expect(try session.sounds().filter { !$0.hasPrefix("4") } == takes)
    let report = try ReplayedReport(try await machine.run(["report", "--json"]).output)
    #expect(report.steps.prefix(3).map { $0.take?.file } == ["1-situation.wav", "2-task.wav", "3-action.wav"])
  }

  @Test func `hands-free, a silence past half of the target begins the next step`() async throws {
    let pieces: [Piece] = [.silence(0.5), .speech(11.5), .silence(3), .speech(2)]
    let sound = Sound.int16(int16(builtTake(pieces, sampleRate: 48_000, noise: 0)))
    let machine = try Machine(microphone: VirtualMicrophone(hearing: sound, sampleRate: 48_000))
    let terminal = try machine.atTerminal([
      "rehearse", "owned-failure", "--no-self-check", "--no-follow-ups", "--level", "sde1", "--hands-free", "--silence",
      "1.5",
    ])
    try await terminal.wait(for: "Nothing was said for a while: Situation is done.", within: .seconds(60))
    terminal.send("q")
    #expect(try await terminal.exitStatus() == 0)
    let report = try ReplayedReport(try await machine.run(["report", "--json"]).output)
    // Of the answer of 11.5 s a busy machine loses some, for which silence stands; half of the target are 9 s.
    #expect((report.answerTimes[0] ?? 0) > 8)
  }

  @Test func `keys without a meaning do nothing, and no line is wider than the terminal`() async throws {
    let machine = try heard.machine()
    let terminal = try machine.atTerminal(["rehearse", "owned-failure", "--no-self-check", "--no-follow-ups"])
    try await terminal.wait(for: "Situation   0:00 of ")
    // An arrow down ends in the letter of "back"; arrows to the sides turn pages only where there are some.
    terminal.send("xyz \u{1B}[A9\u{1B}[B\u{1B}[C\u{1B}[D")
    try await terminal.hear("Situation")
    terminal.send("q")
    #expect(try await terminal.exitStatus() == 0)
    let lines = terminal.text.split { $0 == "\n" || $0 == "\r" || $0 == "\r\n" }
    #expect(lines.filter { $0.count > 80 && !$0.contains(machine.folder.path) } == [])
    #expect(lines.count > 20)
  }

  @Test func `the screen follows the size of the terminal`() async throws {
    let machine = try Machine(microphone: VirtualMicrophone(hearing: .int16([]), sampleRate: 48_000))
    let terminal = try machine.atTerminal([
      "rehearse", "owned-failure", "--no-self-check", "--no-follow-ups", "--sessions", "kept", "--probes", "0",
    ])
    try await terminal.wait(for: "counts from your first word")
    #expect(terminal.screen.count == 24)
    for (rows, columns) in [(UInt16(50), UInt16(120)), (12, 60), (24, 80)] {
      terminal.resize(rows: rows, columns: columns)
      terminal.send("p")
      try await terminal.wait(for: "paused: p goes on")
      #expect(terminal.screen.count <= max(50, Int(rows)))
      #expect(terminal.screen.prefix(Int(rows)).allSatisfy { $0.count < columns })
      #expect(terminal.screen[Int(rows) - 1].hasSuffix("q stop and keep"))
      terminal.send("p")
      try await terminal.wait(for: "counts from your first word")
    }
    terminal.send("q")
    #expect(try await terminal.exitStatus() == 0)
  }
}
