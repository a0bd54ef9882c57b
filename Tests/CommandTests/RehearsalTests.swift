import Foundation
import Testing

/// The whole of a rehearsal, through a software microphone and a terminal.
@Suite(.serialized, .timeLimit(.minutes(10))) struct RehearsalTests {
  private let titles = ["Situation", "Task", "Action", "Result", "Reflection"]
  private let steps = [
    "1-situation.wav", "2-task.wav", "3-action.wav", "4-result.wav", "5-reflection.wav",
  ]

  @Test func `five answers and two probes become takes, bit for bit, and a report`() async throws {
    let heard = RehearsalSound.mono
    let machine = try heard.machine()
    let sessions = "\(machine.folder.path)/kept"
    let terminal = try machine.atTerminal([
      "rehearse", "owned-failure", "--no-self-check", "--no-follow-ups", "--probes", "2", "--sessions", sessions,
    ])
    for title in titles { try await terminal.answer(title) }
    for number in 1...2 {
      try await terminal.wait(for: "The interviewer asks: ")
      try await terminal.answer("Probe \(number)")
      try await terminal.wait(for: "To remember: ")
      try await terminal.wait(for: "Enter go on")
      terminal.send("\n")
    }
    #expect(try await terminal.exitStatus() == 0, "\(terminal.text)")
    #expect(terminal.isRestored)

    let session = try RehearsedSession(in: sessions)
    let sounds = try session.sounds()
    #expect(Array(sounds.prefix(5)) == steps)
    #expect(sounds.count == 7)
    #expect(sounds[5].hasPrefix("6-probe-") && sounds[6].hasPrefix("7-probe-"))
    let spans = try session.expectPieces(of: heard, sounds)
    #expect(spans.allSatisfy { $0.count > heard.sampleRate / 2 })
    let modes = try session.modes()
    #expect(modes.folders == [0o700])
    #expect(modes.files == [0o600])

    // The report on the screen, the report again, and the replay of the recordings are one and the same.
    let again = try await machine.run(["report", "--sessions", sessions])
    #expect(again.status == 0)
    #expect(terminal.text.contains(again.output))
    let report = try await machine.run(["report", session.path, "--json"])
    let replay = try await machine.run(["replay", session.path, "--format", "json"])
    #expect(replay.errors == "")
    #expect(report.output == replay.output)
    let read = try ReplayedReport(report.output)
    #expect(read.answerTimes.allSatisfy { ($0 ?? 0) > 0.5 })
    #expect(read.probes.map { $0.take != nil } == [true, true])
    #expect(
      read.probes.map { "\($0.id).wav" } == sounds.suffix(2).map { String($0.dropFirst("6-probe-".count)) })
  }

  @Test func `32 bits in stereo at 44100 Hz are kept as they are, and the report goes to a file`()
    async throws
  {
    let heard = RehearsalSound.stereo
    let machine = try heard.machine()
    let output = "\(machine.folder.path)/report.json"
    let terminal = try machine.atTerminal(
      [
        "rehearse", "owned-failure", "--no-self-check", "--no-follow-ups", "--probes", "0", "--json", "--level",
        "senior",
      ], output: output)
    for title in titles { try await terminal.answer(title) }
    #expect(try await terminal.exitStatus() == 0, "\(terminal.text)")
    let session = try RehearsedSession(in: machine.sessions)
    #expect(try session.sounds() == steps)
    try session.expectPieces(of: heard, steps)
    let report = try ReplayedReport(String(decoding: try bytes(of: output), as: UTF8.self))
    #expect(report.level == "senior")
    #expect(report.steps.map { $0.take?.file } == steps)
    #expect(report.steps.allSatisfy { $0.take?.remarks == [] })
  }

  @Test func `without a terminal the keys come from a pipe and the lines are plain`() async throws {
    let heard = RehearsalSound.mono
    let machine = try heard.machine()
    let (output, errors) = ("\(machine.folder.path)/output", "\(machine.folder.path)/errors")
    let keys = Pipe()
    let program = try machine.start(
      ["rehearse", "owned-failure", "--no-self-check", "--no-follow-ups", "--probes", "0", "--no-mic-check"],
      input: keys.fileHandleForReading.fileDescriptor,
      output: output, errors: errors)
    for (index, title) in titles.enumerated() {
      try await wait(for: "\(index + 1) \(title), ", in: errors)
      try await Task.sleep(for: .milliseconds(1_100))
      keys.fileHandleForWriting.write(Data("\n".utf8))
    }
    #expect(try await program.exitStatus() == 0)
    let session = try RehearsedSession(in: machine.sessions)
    try session.expectPieces(of: heard, steps)
    for file in [output, errors] {
      let text = String(decoding: try bytes(of: file), as: UTF8.self)
      #expect(!text.contains("\u{1B}") && !text.contains("\r"))
      #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 || $0.contains(session.path) })
    }
  }

  @Test func `keys that come all at once leave no take without sound`() async throws {
    let machine = try RehearsalSound.mono.machine()
    let run = try await machine.run(
      ["rehearse", "owned-failure", "--no-self-check", "--no-follow-ups", "--probes", "1"], input: "\n\nr\ns\n\n")
    #expect(run.status == 0)
    let session = try RehearsedSession(in: machine.sessions)
    let sounds = try session.sounds()
    #expect(try sounds.allSatisfy { try session.take($0).seconds > 0 })
    // Keys may be faster than the microphone's first sound: then there is nothing to report on.
    let isEmpty = sounds.allSatisfy { $0.contains(".attempt-") || $0.contains(".skipped-") }
    #expect(try await machine.run(["report"]).status == (isEmpty ? 66 : 0))
  }

  private func wait(for words: String, in file: String) async throws {
    let deadline = ContinuousClock.now + .seconds(20)
    while true {
      let text = (try? bytes(of: file)).map { String(decoding: $0, as: UTF8.self) } ?? ""
      if text.contains(words) { return }
      try #require(.now < deadline, "no “\(words)” in:\n\(text)")
      try await Task.sleep(for: .milliseconds(20))
    }
  }
}
