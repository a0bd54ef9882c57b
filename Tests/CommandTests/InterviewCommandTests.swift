import Foundation
import Testing

/// An interview as in the room, through a software microphone and a terminal.
@Suite(.serialized, .timeLimit(.minutes(10))) struct InterviewCommandTests {
  private let titles = ["Situation", "Task", "Action", "Result", "Reflection"]

  /// Gives a short answer in the running take `title`, which shows its time alone; `look` is called before its end.
  private func answer(
    _ title: String, at terminal: PseudoTerminal, look: () -> Void = {}
  ) async throws {
    try await beginSpeaking(title, at: terminal)
    try await Task.sleep(for: .milliseconds(400))
    look()
    terminal.send("\n")
  }

  /// Waits until the clock of the running take `title` has begun to count.
  private func beginSpeaking(_ title: String, at terminal: PseudoTerminal) async throws {
    let name = title.padding(toLength: 10, withPad: " ", startingAt: 0)
    try await terminal.wait(forAnyOf: (1...9).map { "\(name)  0:0\($0)" })
  }

  /// `STARPACE_RECORD_SNAPSHOTS=1 swift test --filter InterviewCommandTests` writes the transcript of the screen anew.
  @Test func `two probes, one declined and one deepened, and nothing revealed before the end`() async throws {
    let heard = RehearsalSound.mono
    let machine = try heard.machine()
    let terminal = try machine.atTerminal(["interview", "owned-failure", "--seed", "7"])
    try await terminal.wait(for: "Situation   0:00")
    try await Task.sleep(for: .milliseconds(300))
    #expect(
      terminal.screen.prefix(5).joined(separator: "\n") == """
        Interview · SDE 2                                             Situation, 1 of 5

        “Describe a time you took ownership of a failure and made it right.”

        1 Situation
        """)
    let rest = terminal.screen.dropFirst(5).prefix { !$0.contains("█") }.joined()
    #expect(rest == "")
    var seen = ScreenTranscript()
    for title in titles {
      // Nothing said weighs the same on a busy machine as on an idle one, whatever else is too short.
      if ["Task", "Result"].contains(title) {
        try await terminal.wait(for: title.padding(toLength: 10, withPad: " ", startingAt: 0) + "  0:00")
        terminal.send("s")
      } else {
        try await answer(title, at: terminal) { seen.add(title, terminal.screen) }
      }
    }

    // The first probe is declined, the second answered in a second, which calls for one question more.
    try await terminal.wait(for: "The interviewer asks: ")
    try await beginSpeaking("Probe 1", at: terminal)
    seen.add("Probe 1, which is declined", terminal.screen)
    terminal.send("s")
    try await terminal.wait(for: "The interviewer asks: ")
    try await answer("Probe 2", at: terminal) { seen.add("Probe 2, answered in a second", terminal.screen) }
    try await terminal.wait(for: "The interviewer goes on: Can you go one level deeper")
    try await answer("Follow-up", at: terminal) { seen.add("One level deeper", terminal.screen) }
    #expect(try await terminal.exitStatus() == 0, "\(terminal.text)")
    #expect(terminal.isRestored)

    let text = terminal.text
    let end = try #require(text.range(of: "Whole answer"))
    let asked = try #require(text.range(of: "What the interviewer asked\n"))
    let change = try #require(text.range(of: "\nWhat to change first\n", options: .backwards))
    seen.add("The report at the end, on what was asked", report: String(text[asked.lowerBound..<change.lowerBound]))
    try expectSnapshot(seen.text, "interview.txt")
    let before = text[..<end.lowerBound]
    for hint in ["Cues:", "To remember", "Strong:", "green", "target", "no room for", "of 0:30"] {
      #expect(!before.contains(hint), "\(hint)")
    }
    #expect(text.contains("What the interviewer asked\n") && text.contains("You gave no answer."))
    #expect(text.contains("Strong: ") && text.contains("Then: Can you go one level deeper"))
    #expect(text.contains("Enter next · p pause · s skip · q stop and keep"))
    #expect(!before.contains("r again"))
    let steps = text[..<(try #require(text.range(of: "The interviewer asks")).lowerBound)]
    #expect(!steps.contains("Ownership"))

    let session = try RehearsedSession(in: machine.sessions)
    let takes = try session.sounds().filter { !$0.contains(".skipped-") }
    try #require(takes.count == 5)
    #expect(takes[3].hasPrefix("7-follow-up-") && takes[4].hasPrefix("7-probe-"))
    let spans = try session.expectPieces(of: heard, Array(takes.prefix(3)) + [takes[4], takes[3]])
    #expect(spans.count == 5)
    let report = try ReplayedReport(try await machine.run(["report", "--json"]).output)
    #expect(report.probes.map { $0.take != nil } == [false, true])
    #expect(report.probes[1].follow_up?.take != nil)
    #expect(report.probes[0].id != report.probes[1].id)
    let replay = try await machine.run(["replay", session.path, "--json"])
    let again = try await machine.run(["report", "--json"])
    #expect(again.output == replay.output)
  }

  @Test func `without a scenario one that was practised least is picked, by the seed`() async throws {
    let machine = try RehearsalSound.mono.machine()
    var picked: [String] = []
    for seed in ["1", "1", "2"] {
      let terminal = try machine.atTerminal(["interview", "--no-mic-check", "--seed", seed, "--candidate", "Anna"])
      try await answer("Situation", at: terminal)
      try await terminal.wait(for: "Task        0:0")
      terminal.send("q")
      #expect(try await terminal.exitStatus() == 0, "\(terminal.text)")
      let report = try await machine.run(["report", "--json"])
      #expect(report.output.contains(#""candidate" : "Anna""#))
      picked.append(try ReplayedReport(report.output).scenario.id)
      // Names tell sessions apart by the second.
      try await Task.sleep(for: .milliseconds(1_000))
    }
    #expect(Set(picked).count == 3)
  }
}
