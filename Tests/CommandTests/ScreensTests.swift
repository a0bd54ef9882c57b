import BuiltSignals
import Foundation
import Testing
import VirtualMicrophoneSupport

/// Every screen of a rehearsal as the program draws it, at 80 by 24 where nothing else is said.
@Suite(.serialized, .timeLimit(.minutes(10))) struct ScreensTests {
  /// Silence of 4 s, in which the microphone is checked and the page read, then an answer.
  private static let answer = Sound.int16(
    int16(
      builtTake(
        [.silence(4)] + (0..<40).flatMap { _ in [.speech(0.9), .silence(0.3)] }, sampleRate: 48_000, noise: 0.0005)))

  private func machine(
    hearing sound: Sound = answer, faults: String = "", furtherConfiguration: String = ""
  ) throws -> (machine: Machine, scenario: String) {
    let machine = try Machine(
      microphone: VirtualMicrophone(
        hearing: sound, sampleRate: 48_000, faults: faults, furtherConfiguration: furtherConfiguration))
    return (machine, try SmallScenario("owned-failure", in: machine.folder).path)
  }

  /// A screen that is kept by its name, the words by which its moment is known, and the keys that are typed then.
  private typealias Shot = (name: String, words: String, keys: String)

  private func expect(
    _ shots: [Shot], on terminal: PseudoTerminal, sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    let screens = try await terminal.screens(at: shots.map { .init(words: $0.words, keys: $0.keys) })
    for (shot, screen) in zip(shots, screens) {
      try ScreenSnapshot(shot.name).expect(screen, sourceLocation: sourceLocation)
    }
  }

  private func expectEnd(of terminal: PseudoTerminal, _ status: Int32 = 0) async throws {
    #expect(try await terminal.exitStatus() == status, "\(terminal.text)")
    #expect(terminal.isRestored)
  }

  @Test func `a step, from before the first word to past its limit, paused and begun anew`() async throws {
    let (machine, scenario) = try machine()
    let terminal = try machine.atTerminal(["rehearse", scenario, "--sessions", "kept", "--no-mic-check"])
    try await expect(
      [
        ("before-speech", "q stop and keep", ""), ("speaking", "0:01 of 0:06  speaking", ""),
        ("green", "green: past half", ""), ("yellow", "0:05 of 0:06  yellow", ""), ("red", "0:07 of 0:06  red", ""),
        ("limit", "0:10 of 0:06  limit", "p"), ("paused", "paused: p goes on", "r"),
        ("again", "Again: the last attempt is kept", "q"),
      ], on: terminal)
    try await expectEnd(of: terminal)
    // Nothing rings where nobody asked for it: the microphone would hear it.
    #expect(terminal.hasColours && terminal.bellCount == 0)
  }

  @Test func `the check of the microphone`() async throws {
    let (machine, scenario) = try machine()
    let terminal = try machine.atTerminal(["rehearse", scenario, "--sessions", "kept"])
    try await expect(
      [("microphone-check", "Listening to the microphone", ""), ("first-step", "Situation   0:0", "q")], on: terminal)
    try await expectEnd(of: terminal)
  }

  @Test func `what is asked between steps, the way back, and a take that is played`() async throws {
    let folder = try TemporaryFolder()
    let (machine, scenario) = try machine(
      furtherConfiguration: VirtualMicrophone.loudspeakerConfiguration(writing: "\(folder.path)/played"))
    let terminal = try machine.atTerminal(["rehearse", scenario, "--sessions", "kept", "--no-mic-check"])
    try await terminal.hear("Situation")
    terminal.send("\n")
    try await expect(
      [
        ("self-check", "Did you say whom it hurt", "n"), ("second-step", "Task        0:00 of 0:06", "l"),
        ("playing", "Playing the last take", "x"), ("played", "The recording is paused: p goes on.", "s"),
        ("skipped", "Task skipped.", "b"), ("back", "Task        0:00 of 0:06", "q"),
      ], on: terminal)
    try await expectEnd(of: terminal)
  }

  @Test func `probes, one more question, and what a strong answer has`() async throws {
    let (machine, _) = try machine()
    let terminal = try machine.atTerminal([
      "rehearse", "owned-failure", "--sessions", "kept", "--no-mic-check", "--no-self-check", "--seed", "7",
      "--probes", "1",
    ])
    for title in ["Situation", "Task", "Action", "Result"] { try await terminal.answer(title) }
    try await terminal.hear("Reflection")
    terminal.send("\n")
    try await expect([("probe", "Probe 1     0:00", "")], on: terminal)
    try await terminal.hear("Probe 1")
    terminal.send("\n")
    try await expect([("one-more-question", "Follow-up   0:00", "")], on: terminal)
    try await terminal.hear("Follow-up")
    terminal.send("\n")
    try await expect([("patterns", "To remember: ", "q")], on: terminal)
    try await expectEnd(of: terminal)
  }

  @Test func `in the room there is the time and nothing else`() async throws {
    let (machine, scenario) = try machine()
    let terminal = try machine.atTerminal(["interview", scenario, "--sessions", "kept", "--no-mic-check"])
    try await expect([("in-the-room", "Situation   0:03", "q")], on: terminal)
    try await expectEnd(of: terminal)
  }

  @Test func `a microphone that sends nothing, and one that goes away`() async throws {
    let (machine, scenario) = try machine(
      faults: "3:stall=3,8:ENODEV",
      furtherConfiguration: """
        pcm.desk { type plug slave.pcm hardware hint { show on description "Desk microphone" } }
        """)
    let terminal = try machine.atTerminal([
      "rehearse", scenario, "--sessions", "kept", "--no-mic-check", "--device", "desk",
    ])
    try await expect(
      [
        ("nothing-sent", "the microphone sends nothing", ""),
        ("microphone-lost", "1–9 record the step again", "q"),
      ], on: terminal)
    try await expectEnd(of: terminal, 69)
  }

  @Test func `a disk that takes no more`() async throws {
    let machine = try Machine(
      microphone: VirtualMicrophone(hearing: Self.answer, sampleRate: 48_000), program: "/bin/sh")
    let scenario = try SmallScenario("owned-failure", in: machine.folder).path
    let terminal = try machine.atTerminal([
      "-c", "ulimit -S -f 400; exec \"$0\" \"$@\"", builtProgram, "rehearse", scenario, "--sessions", "kept",
      "--no-mic-check",
    ])
    try await expect(
      [
        ("disk-full", "Another folder to go on in", "/proc/none\n"),
        ("other-folder-refused", "Cannot make a session folder in /proc/none", "\n"),
      ], on: terminal)
    try await expectEnd(of: terminal, 74)
  }

  @Test func `hands-free, the next step is announced`() async throws {
    let sound = Sound.int16(
      int16(builtTake([.silence(0.5), .speech(4.5), .silence(30)], sampleRate: 48_000, noise: 0.0005)))
    let (machine, scenario) = try machine(hearing: sound)
    let terminal = try machine.atTerminal([
      "rehearse", scenario, "--sessions", "kept", "--no-mic-check", "--hands-free", "--silence", "2",
    ])
    try await expect([("hands-free", "Nothing was said for a while: Situation is done.", "q")], on: terminal)
    try await expectEnd(of: terminal)
  }

  @Test func `a spoken question can be ended`() async throws {
    let (machine, scenario) = try machine()
    // As long as a question may be; it makes no sound, which is SpokenQuestionTests' matter.
    try await machine.install("#!/bin/sh\nexec /bin/sleep 60\n", as: "voices/espeak-ng")
    let terminal = try machine.atTerminal(
      ["rehearse", scenario, "--sessions", "kept", "--no-mic-check", "--voice"],
      environment: ["PATH": "\(machine.folder.path)/voices"])
    try await expect(
      [("spoken-question", "Any key ends the question", "x"), ("spoken", "counts from your first word", "q")],
      on: terminal)
    try await expectEnd(of: terminal)
  }

  @Test func `a small terminal, and one whose size changes`() async throws {
    let (machine, scenario) = try machine()
    let terminal = try machine.atTerminal(
      ["rehearse", scenario, "--sessions", "kept", "--no-mic-check"], rows: 12, columns: 40)
    try await expect(
      [
        ("small-before-speech", "counts from your first word", ""), ("small-red", "red: target reached", "p"),
        ("small-paused", "paused: p goes on", ""),
      ], on: terminal)
    let sizes = [(UInt16(6), UInt16(30), "microphone at 48000"), (30, 100, "stop and keep"), (24, 80, "stop and keep")]
    for (rows, columns, last) in sizes {
      terminal.resize(rows: rows, columns: columns)
      try await expect([("resized-to-\(columns)-by-\(rows)", last, "")], on: terminal)
    }
    terminal.send("q")
    try await expectEnd(of: terminal)
  }

  @Test func `time that is left, without colours and with a bell for each light`() async throws {
    let (machine, scenario) = try machine()
    let terminal = try machine.atTerminal(
      ["rehearse", scenario, "--sessions", "kept", "--no-mic-check", "--count-down", "--bell"],
      environment: ["NO_COLOR": "1"])
    try await expect(
      [("time-left", "0:04 left of 0:06", ""), ("time-passed", "-0:02 left of 0:06", "q")], on: terminal)
    try await expectEnd(of: terminal)
    #expect(!terminal.hasColours && terminal.bellCount == 3)
  }
}
