import Foundation
import Testing

/// Key `l` of a rehearsal: the last take is played, and the microphone's sound is left out meanwhile.
@Suite(.serialized, .timeLimit(.minutes(10))) struct ListeningTests {
  private let heard = RehearsalSound.mono

  @Test func `l plays the last take while the recording is paused, and p goes on`() async throws {
    let loudspeaker = try LoudspeakerPipe()
    let machine = try heard.machine(loudspeaker: loudspeaker)
    let log = MicrophoneLog(in: machine.folder)
    let terminal = try machine.atTerminal(
      ["rehearse", "owned-failure", "--no-mic-check", "--no-self-check", "--no-follow-ups"],
      environment: log.environment)
    try await terminal.answer("Situation")
    try await terminal.hear("Task")
    terminal.send("l")
    try await terminal.wait(for: "Playing the last take: any key stops.")
    try await loudspeaker.waitForSound()
    // Nobody listens, so it plays on; half a second for the pause to begin, on a busy machine too.
    try await log.wait(forFurther: 24_000)
    let session = try RehearsedSession(in: machine.sessions)
    let recorded = try bytes(of: "\(session.path)/2-task.wav").count
    try await log.wait(forFurther: 24_000)
    #expect(try bytes(of: "\(session.path)/2-task.wav").count == recorded)
    let played = try await loudspeaker.listen { terminal.text.contains("The recording is paused: p goes on.") }
    try await terminal.wait(for: "paused: p goes on")
    terminal.send("p")
    try await log.wait(forFurther: 36_000)
    terminal.send("q")
    #expect(try await terminal.exitStatus() == 0, "\(terminal.text)")

    // Bit for bit, on both channels; the card's last period is filled with silence.
    let take = try session.take("1-situation.wav").sound.withUnsafeBytes { Array($0.bindMemory(to: Int16.self)) }
    let channels = LoudspeakerPipe.channels(of: played)
    #expect(channels.left == channels.right)
    #expect(channels.left.prefix(take.count) == take[...])
    #expect(channels.left.dropFirst(take.count).allSatisfy { $0 == 0 })
    let (before, after) = try heard.spans(ofPaused: session.take("2-task.wav"))
    #expect(after.lowerBound - before.upperBound >= 24_000)
    let report = try ReplayedReport(try await machine.run(["report", "--json"]).output)
    #expect(report.steps[0].take?.remarks == [])
    #expect(report.steps[1].take?.remarks.count == 1)
    #expect(report.steps[1].take?.remarks.first?.hasPrefix("Paused for ") == true)
  }

  @Test func `any key stops playing, also one that means nothing else`() async throws {
    let loudspeaker = try LoudspeakerPipe()
    let machine = try heard.machine(loudspeaker: loudspeaker)
    let terminal = try machine.atTerminal([
      "rehearse", "owned-failure", "--no-mic-check", "--no-self-check", "--no-follow-ups",
    ])
    try await terminal.answer("Situation")
    try await terminal.hear("Task")
    terminal.send("l")
    try await terminal.wait(for: "Playing the last take: any key stops.")
    try await loudspeaker.waitForSound()
    terminal.send("x")
    let played = try await loudspeaker.listen { terminal.text.contains("The recording is paused: p goes on.") }
    terminal.send("q")
    #expect(try await terminal.exitStatus() == 0, "\(terminal.text)")
    let take = try RehearsedSession(in: machine.sessions).take("1-situation.wav")
    #expect(LoudspeakerPipe.channels(of: played).left.count < take.sound.count / 2)
  }

  @Test func `l plays nothing where there is no take yet, and still pauses`() async throws {
    let loudspeaker = try LoudspeakerPipe()
    let machine = try heard.machine(loudspeaker: loudspeaker)
    let log = MicrophoneLog(in: machine.folder)
    let terminal = try machine.atTerminal(
      ["rehearse", "owned-failure", "--no-mic-check", "--no-self-check", "--no-follow-ups"],
      environment: log.environment)
    try await terminal.hear("Situation")
    terminal.send("l")
    // On the screen the sentence stands below.
    try await terminal.wait(for: "paused: p goes on")
    try await terminal.wait(for: "There is no take to listen to yet; p goes on.")
    #expect(loudspeaker.listen().isEmpty)
    // Half a second for the pause to begin, and for it to end.
    try await log.wait(forFurther: 24_000)
    terminal.send("p")
    try await log.wait(forFurther: 48_000)
    terminal.send("q")
    #expect(try await terminal.exitStatus() == 0, "\(terminal.text)")
    let session = try RehearsedSession(in: machine.sessions)
    _ = try heard.spans(ofPaused: session.take("1-situation.wav"))
  }

  @Test func `without a loudspeaker a sentence says so, and the rehearsal goes on`() async throws {
    let machine = try heard.machine()
    let terminal = try machine.atTerminal([
      "rehearse", "owned-failure", "--no-mic-check", "--no-self-check", "--no-follow-ups",
    ])
    try await terminal.answer("Situation")
    try await terminal.hear("Task")
    terminal.send("l")
    try await terminal.wait(for: "paused: p goes on")
    try await terminal.wait(for: "The default playback device cannot be played on")
    terminal.send("q")
    #expect(try await terminal.exitStatus() == 0, "\(terminal.text)")
    #expect(try RehearsedSession(in: machine.sessions).sounds() == ["1-situation.wav", "2-task.wav"])
  }
}
