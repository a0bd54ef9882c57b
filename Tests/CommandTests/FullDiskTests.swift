import Foundation
import Testing
import VirtualMicrophoneSupport

/// A rehearsal that can write no more: said at once, what was said so far is kept, and it can go on elsewhere.
@Suite(.serialized, .timeLimit(.minutes(10))) struct FullDiskTests {
  private let heard = RehearsalSound.mono
  private let question = "Another folder to go on in"

  /// A shell that lets no file grow past `kilobytes`, with the words that have it become the program.
  private func limited(toKilobytes kilobytes: Int) throws -> (machine: Machine, words: [String]) {
    let microphone = try VirtualMicrophone(hearing: heard.sound, sampleRate: heard.sampleRate)
    // Of 512 bytes, says POSIX.
    let words = ["-c", "ulimit -S -f \(2 * kilobytes); exec \"$0\" \"$@\"", builtProgram]
    return (try Machine(microphone: microphone, program: "/bin/sh"), words)
  }

  /// Lets the files of a program at its terminal grow as they like.
  private func liftLimit(of terminal: PseudoTerminal) async throws {
    let lifting = try ChildProcess(
      "/usr/bin/prlimit", ["--pid", "\(terminal.id)", "--fsize=unlimited"], environment: [:], folder: "/",
      input: .file("/dev/null"), output: .file("/dev/null"), errors: .file("/dev/null"))
    try #require(try await lifting.exitStatus() == 0)
  }

  @Test func `at the limit of a file the rehearsal goes on in another folder`() async throws {
    // 2.1 s of sound.
    let (machine, words) = try limited(toKilobytes: 200)
    let terminal = try machine.atTerminal(
      words + ["rehearse", "owned-failure", "--no-self-check", "--no-follow-ups", "--no-mic-check"])
    // No key is pressed: the take ends by itself.
    try await terminal.wait(for: question)
    let other = "\(machine.folder.path)/other"
    terminal.send("/proc/none\n")
    try await terminal.wait(for: "Cannot make a session folder in /proc/none")
    try await terminal.wait(for: question)
    try await liftLimit(of: terminal)
    terminal.send("\(other)\n")
    try await terminal.wait(for: "Going on in")
    try await terminal.hear("Situation")
    terminal.send("q")
    #expect(try await terminal.exitStatus() == 0, "\(terminal.text)")
    #expect(terminal.isRestored)
    #expect(terminal.text.replacing(/\s+/, with: " ").contains("has reached the largest size allowed here"))

    let first = try RehearsedSession(in: machine.sessions)
    let second = try RehearsedSession(in: other)
    #expect(try second.sounds() == ["1-situation.attempt-1.wav", "1-situation.wav"])
    let spans = try second.expectPieces(of: heard, second.sounds())
    #expect(spans[0].lowerBound == 0)
    // Two bytes a frame, and a header: all that fits was kept.
    #expect(abs(spans[0].count - (200 * 1024 - 44) / 2) < 2)
    #expect(try first.take("1-situation.wav").sound == second.take("1-situation.attempt-1.wav").sound)
    let modes = try second.modes()
    #expect(modes.folders == [0o700] && modes.files == [0o600])
    let report = try await machine.run(words + ["report", second.path])
    #expect(report.status == 0 && report.errors == "", "\(report)")
  }

  @Test(.enabled(if: SmallDisk.isAllowed, "mounting is not allowed here"))
  func `on a full disk what was said is kept, and recovered when there is room`() async throws {
    let disk = try SmallDisk(kilobytes: 300)
    let machine = try heard.machine()
    let sessions = "\(disk.path)/sessions"
    let terminal = try machine.atTerminal([
      "rehearse", "owned-failure", "--no-self-check", "--no-follow-ups", "--no-mic-check", "--sessions", sessions,
    ])
    try await terminal.wait(for: question)
    terminal.send("\n")
    #expect(try await terminal.exitStatus() == 74, "\(terminal.text)")
    #expect(terminal.isRestored)
    #expect(terminal.text.replacing(/\s+/, with: " ").contains("There is no space left for"))

    let session = try RehearsedSession(in: sessions)
    let span = try #require(session.expectPieces(of: heard, ["1-situation.wav"]).first)
    #expect(span.lowerBound == 0)
    #expect(span.count > 48_000)
    try disk.grow(toKilobytes: 1000)
    let recover = try await machine.run(["recover", "--sessions", sessions])
    #expect(recover.status == 0 && recover.output.hasPrefix("Recovered 1 take, 0:"), "\(recover)")
    #expect(try session.expectPieces(of: heard, ["1-situation.wav"]) == [span])
    #expect(try await machine.run(["report", "--sessions", sessions]).status == 0)
  }

  @Test(.enabled(if: SmallDisk.isAllowed, "mounting is not allowed here"), arguments: ["r", "s"])
  func `on a disk that may only be read from now on a step is recorded again, or left, in another folder`(
    key: String
  ) async throws {
    let machine = try heard.machine()
    let terminal = try machine.atTerminal([
      "rehearse", "owned-failure", "--no-self-check", "--no-follow-ups", "--no-mic-check",
    ])
    try await terminal.hear("Situation")
    let first = try RehearsedSession(in: machine.sessions)
    let cover = try ReadOnlyCover(over: first.path)
    terminal.send(key)
    try await terminal.wait(for: "Cannot rename")
    try await terminal.wait(for: question)
    let other = "\(machine.folder.path)/other"
    terminal.send("\(other)\n")
    try await terminal.wait(for: "Going on in")
    let next = key == "r" ? "Situation" : "Task"
    try await terminal.hear(next)
    terminal.send("q")
    #expect(try await terminal.exitStatus() == 0, "\(terminal.text)")
    let second = try RehearsedSession(in: other)
    let names =
      key == "r" ? ["1-situation.attempt-1.wav", "1-situation.wav"] : ["1-situation.skipped-1.wav", "2-task.wav"]
    #expect(try second.sounds() == names)
    try second.expectPieces(of: heard, names)
    // What is there stays there.
    #expect(try first.take("1-situation.wav").sound == second.take(names[0]).sound)
    withExtendedLifetime(cover) {}
  }

  @Test func `where a take cannot be set aside any more the rehearsal goes on in another folder`() async throws {
    let machine = try heard.machine()
    let terminal = try machine.atTerminal([
      "rehearse", "owned-failure", "--no-self-check", "--no-follow-ups", "--no-mic-check",
    ])
    try await terminal.hear("Situation")
    // As when a network folder goes away: what is open stays open.
    let moved = "\(machine.folder.path)/moved"
    try FileManager.default.moveItem(atPath: RehearsedSession(in: machine.sessions).path, toPath: moved)
    terminal.send("r")
    try await terminal.wait(for: "Cannot rename")
    try await terminal.wait(for: question)
    let other = "\(machine.folder.path)/other"
    terminal.send("\(other)\n")
    try await terminal.wait(for: "Going on in")
    try await terminal.answer("Situation")
    try await terminal.wait(for: "2 Task")
    terminal.send("q")
    #expect(try await terminal.exitStatus() == 0, "\(terminal.text)")
    let span = try RehearsedSession(in: other).expectPieces(of: heard, ["1-situation.wav"])
    let before = try #require(heard.span(of: RecordedTake("\(moved)/1-situation.wav")))
    #expect(before.lowerBound == 0 && before.upperBound <= span[0].lowerBound)
  }

  @Test func `without a terminal nobody is asked and the rehearsal ends`() async throws {
    let (machine, words) = try limited(toKilobytes: 100)
    let keys = Pipe()
    let (output, errors) = ("\(machine.folder.path)/output", "\(machine.folder.path)/errors")
    let program = try machine.start(
      words + ["rehearse", "owned-failure", "--no-self-check", "--no-follow-ups", "--no-mic-check"],
      input: keys.fileHandleForReading.fileDescriptor,
      output: output,
      errors: errors)
    #expect(try await program.exitStatus() == 74)
    let session = try RehearsedSession(in: machine.sessions)
    try session.expectPieces(of: heard, ["1-situation.wav"])
    let shown = String(decoding: try bytes(of: errors), as: UTF8.self)
    #expect(shown.contains("has reached the largest size allowed here; the first 1.1 s of the recording are kept"))
    #expect(!shown.contains(question))
    #expect(String(decoding: try bytes(of: output), as: UTF8.self).contains("Situation"))
  }
}
