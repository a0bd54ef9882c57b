import BuiltSignals
import Foundation
import Testing
import VirtualMicrophoneSupport

/// Every screen of a rehearsal as the program draws it, at 80 by 24 where nothing else is said.
@Suite(.serialized, .timeLimit(.minutes(3))) struct ScreensTests {
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

  /// Expects the screen that shows `words` first to be the one kept as `name`, and types `keys` at that moment.
  private func expect(
    _ name: String, showing words: String, typing keys: String = "", on terminal: PseudoTerminal,
    sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    try ScreenSnapshot(name).expect(
      try await terminal.screen(showing: words, typing: keys), sourceLocation: sourceLocation)
  }

  private func expectEnd(of terminal: PseudoTerminal, _ status: Int32 = 0) async throws {
    terminal.send("q")
    #expect(try await terminal.exitStatus() == status, "\(terminal.text)")
    #expect(terminal.isRestored)
  }

  @Test func `a step, from the check of the microphone to past its limit, paused and begun anew`() async throws {
    let (machine, scenario) = try machine()
    let terminal = try machine.atTerminal(["rehearse", scenario, "--sessions", "kept"])
    try await expect("microphone-check", showing: "Listening to the microphone", on: terminal)
    try await expect("before-speech", showing: "counts from your first word", on: terminal)
    try await expect("speaking", showing: "0:01 of 0:06  speaking", on: terminal)
    try await expect("green", showing: "green: past half", on: terminal)
    try await expect("yellow", showing: "0:05 of 0:06  yellow", on: terminal)
    try await expect("red", showing: "0:07 of 0:06  red", on: terminal)
    try await expect("limit", showing: "0:10 of 0:06  limit", typing: "p", on: terminal)
    try await expect("paused", showing: "paused: p goes on", typing: "r", on: terminal)
    try await expect("again", showing: "Again: the last attempt is kept", on: terminal)
    try await expectEnd(of: terminal)
  }

  @Test func `what is asked between steps, the way back, and a take that is played`() async throws {
    let loudspeaker = try LoudspeakerPipe()
    let (machine, scenario) = try machine(furtherConfiguration: loudspeaker.configuration)
    let terminal = try machine.atTerminal(["rehearse", scenario, "--sessions", "kept", "--no-mic-check"])
    try await terminal.answer("Situation")
    try await expect("self-check", showing: "Did you say whom it hurt", typing: "n", on: terminal)
    try await expect("second-step", showing: "Task        0:00 of 0:06", typing: "l", on: terminal)
    try await loudspeaker.waitForSound()
    try await expect("playing", showing: "Playing the last take", typing: "x", on: terminal)
    _ = try await loudspeaker.listen { terminal.text.contains("The recording is paused: p goes on.") }
    try await expect("played", showing: "The recording is paused: p goes on.", typing: "s", on: terminal)
    try await expect("skipped", showing: "Task skipped.", typing: "b", on: terminal)
    try await expect("back", showing: "Task        0:00 of 0:06", on: terminal)
    try await expectEnd(of: terminal)
  }

  @Test func `probes, one more question, and what a strong answer has`() async throws {
    let (machine, scenario) = try machine()
    let terminal = try machine.atTerminal([
      "rehearse", scenario, "--sessions", "kept", "--no-mic-check", "--no-self-check", "--seed", "7", "--probes", "1",
    ])
    for title in ["Situation", "Task", "Action", "Result", "Reflection"] { try await terminal.answer(title) }
    try await expect("probe", showing: "Probe 1     0:00", on: terminal)
    try await terminal.answer("Probe 1")
    try await expect("one-more-question", showing: "Follow-up   0:00", on: terminal)
    try await terminal.answer("Follow-up")
    try await expect("patterns", showing: "To remember: ", on: terminal)
    try await expectEnd(of: terminal)
  }

  @Test func `in the room there is the time and nothing else`() async throws {
    let (machine, scenario) = try machine()
    let terminal = try machine.atTerminal(["interview", scenario, "--sessions", "kept", "--no-mic-check"])
    try await expect("in-the-room", showing: "Situation   0:03", on: terminal)
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
    try await expect("nothing-sent", showing: "the microphone sends nothing", on: terminal)
    try await expect("microphone-lost", showing: "1–9 record the step again", on: terminal)
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
    try await expect("disk-full", showing: "Another folder to go on in", on: terminal)
    terminal.send("/proc/none\n")
    try await expect("other-folder-refused", showing: "Cannot make a session folder in /proc/none", on: terminal)
    terminal.send("\n")
    #expect(try await terminal.exitStatus() == 74, "\(terminal.text)")
    #expect(terminal.isRestored)
  }

  @Test func `hands-free, the next step is announced`() async throws {
    let sound = Sound.int16(
      int16(builtTake([.silence(0.5), .speech(4.5), .silence(6)], sampleRate: 48_000, noise: 0.0005)))
    let (machine, scenario) = try machine(hearing: sound)
    let terminal = try machine.atTerminal([
      "rehearse", scenario, "--sessions", "kept", "--no-mic-check", "--hands-free", "--silence", "2",
    ])
    try await expect("hands-free", showing: "Nothing was said for a while: Situation is done.", on: terminal)
    try await expectEnd(of: terminal)
  }

  @Test func `a spoken question can be ended`() async throws {
    let (machine, scenario) = try machine()
    // As long as a question may be; it makes no sound, which is SpokenQuestionTests' matter.
    let voices = try machine.folder.write("#!/bin/sh\nexec sleep 60\n".utf8, to: "voices/espeak-ng")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: voices)
    let terminal = try machine.atTerminal(
      ["rehearse", scenario, "--sessions", "kept", "--no-mic-check", "--voice"],
      environment: ["PATH": "\(machine.folder.path)/voices:/usr/bin:/bin"])
    try await expect("spoken-question", showing: "Any key ends the question", on: terminal)
    terminal.send("x")
    try await terminal.wait(for: "counts from your first word")
    try await expectEnd(of: terminal)
  }

  @Test func `a small terminal, and one whose size changes`() async throws {
    let (machine, scenario) = try machine()
    let terminal = try machine.atTerminal(
      ["rehearse", scenario, "--sessions", "kept", "--no-mic-check"], rows: 12, columns: 40)
    try await expect("small-before-speech", showing: "counts from your first word", on: terminal)
    try await expect("small-red", showing: "red: target reached", typing: "p", on: terminal)
    try await terminal.wait(for: "paused: p goes on")
    for (rows, columns) in [(UInt16(6), UInt16(30)), (30, 100), (24, 80)] {
      terminal.resize(rows: rows, columns: columns)
      // Drawn anew.
      try await terminal.wait(for: "paused: p goes on")
      try await expect("resized-to-\(columns)-by-\(rows)", showing: "paused: p goes on", on: terminal)
    }
    try await expectEnd(of: terminal)
  }

  @Test func `time that is left`() async throws {
    let (machine, scenario) = try machine()
    let terminal = try machine.atTerminal([
      "rehearse", scenario, "--sessions", "kept", "--no-mic-check", "--count-down",
    ])
    try await expect("time-left", showing: "0:04 left of 0:06", on: terminal)
    try await expect("time-passed", showing: "-0:02 left of 0:06", on: terminal)
    try await expectEnd(of: terminal)
  }
}
