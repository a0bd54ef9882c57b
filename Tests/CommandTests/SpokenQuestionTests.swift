import BuiltSignals
import Foundation
import Testing

/// `--voice`: the questions are spoken before the microphone is read, through a loudspeaker made of software.
@Suite(.serialized, .timeLimit(.minutes(10))) struct SpokenQuestionTests {
  private let heard = RehearsalSound.mono
  private let loudspeaker: LoudspeakerPipe
  private let machine: Machine
  private let log: MicrophoneLog

  init() throws {
    loudspeaker = try LoudspeakerPipe()
    machine = try heard.machine(loudspeaker: loudspeaker)
    log = MicrophoneLog(in: machine.folder)
  }

  /// espeak-ng of this machine, where there is one.
  private static let realSynthesizer = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    .map { "\($0)/espeak-ng" }.first(where: FileManager.default.isExecutableFile)

  private var voices: String { "\(machine.folder.path)/voices" }

  /// Puts a synthesizer into the one folder of the search path that says `question` whatever it reads aloud.
  private func installStandIn(saying question: [Int16]) async throws {
    let sound = try machine.folder.write(WaveFile(sampleRate: 48_000, samples: question).bytes, to: "question.wav")
    let script = """
      #!/bin/sh
      IFS= read -r text
      printf '%s|%s\\n' "$*" "$text" >> '\(machine.folder.path)/spoken'
      exec '\(builtProgram)' play '\(sound)'

      """
    try await machine.install(script, as: "voices/espeak-ng")
  }

  /// Rehearses with a voice that is found in `voices` alone.
  private func rehearse() throws -> PseudoTerminal {
    try machine.atTerminal(
      [
        "rehearse", "owned-failure", "--voice", "--no-mic-check", "--no-self-check", "--no-follow-ups", "--probes", "1",
      ],
      // No sound server either: espeak-ng would go there first.
      environment: log.environment.merging(["PATH": voices, "PULSE_SERVER": "none"]) { $1 })
  }

  /// Listens to the question that is being asked, and expects the microphone to be read only after its end.
  private func question(on terminal: PseudoTerminal) async throws -> [Int16] {
    try await terminal.wait(for: "Any key ends the question")
    let start = log.frameCount
    try await loudspeaker.waitForSound()
    var late = 0
    let played = try await loudspeaker.listen {
      log.frameCount > start
    } hearing: { sound in
      // Asked after the sound was taken: so it was played before.
      if log.frameCount > start { late += sound.count }
    }
    // Played before, and not listened to yet.
    #expect(late <= LoudspeakerPipe.capacity)
    return LoudspeakerPipe.channels(of: played).left
  }

  /// Answers a whole rehearsal of one probe, and returns the two questions as they were heard.
  private func questions() async throws -> [[Int16]] {
    let terminal = try rehearse()
    var questions = [try await question(on: terminal)]
    for title in ["Situation", "Task", "Action", "Result", "Reflection"] { try await terminal.answer(title) }
    questions.append(try await question(on: terminal))
    try await terminal.answer("Probe 1")
    try await terminal.wait(for: "Enter go on")
    terminal.send("\n")
    #expect(try await terminal.exitStatus() == 0, "\(terminal.text)")
    let session = try RehearsedSession(in: machine.sessions)
    #expect(try session.sounds().count == 6)
    try session.expectPieces(of: heard, session.sounds())
    if let spoken = try? String(decoding: bytes(of: "\(machine.folder.path)/spoken"), as: UTF8.self) {
      let lines = spoken.split(separator: "\n").map { $0.split(separator: "|") }
      #expect(lines.map { $0[0] } == ["--stdin -v en", "--stdin -v en"])
      let words = terminal.text.replacing(/\s+/, with: " ")
      #expect(words.contains("“\(lines[0][1])”"))
      #expect(words.contains("The interviewer asks: \(lines[1][1])"))
    }
    return questions
  }

  @Test func `the question and the probe are spoken to their end before anything is recorded`() async throws {
    let question = int16(builtTake([.speech(1)], sampleRate: 48_000, noise: 0))
    try await installStandIn(saying: question)
    for heard in try await questions() {
      #expect(heard.prefix(question.count) == question[...])
      #expect(heard.dropFirst(question.count).allSatisfy { $0 == 0 })
    }
    #expect(FileManager.default.fileExists(atPath: "\(machine.folder.path)/spoken"))
  }

  @Test(.enabled(if: realSynthesizer != nil, "espeak-ng is not installed"))
  func `espeak-ng speaks them in the same way`() async throws {
    try FileManager.default.createDirectory(atPath: voices, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: "\(voices)/espeak-ng", withDestinationPath: try #require(Self.realSynthesizer))
    let questions = try await questions()
    for heard in questions {
      // Half a dozen words at least: more than a second at any rate that can be followed, and loud enough.
      #expect(heard.count > 48_000)
      #expect((heard.map(\.magnitude).max() ?? 0) > 3_000)
    }
    #expect(questions[0] != questions[1])
  }

  @Test(arguments: ["x", " ", "\n", "\u{1B}[A"])
  func `any key ends the question, and the first step begins`(key: String) async throws {
    let question = int16(builtTake([.speech(20)], sampleRate: 48_000, noise: 0))
    try await installStandIn(saying: question)
    let terminal = try rehearse()
    try await terminal.wait(for: "Any key ends the question")
    try await loudspeaker.waitForSound()
    #expect(log.frameCount == 0)
    terminal.send(key)
    let played = try await loudspeaker.listen { log.frameCount > 0 }
    #expect(LoudspeakerPipe.channels(of: played).left.count < question.count / 4)
    try await terminal.hear("Situation")
    terminal.send("q")
    #expect(try await terminal.exitStatus() == 0, "\(terminal.text)")
    let session = try RehearsedSession(in: machine.sessions)
    try session.expectPieces(of: heard, ["1-situation.wav"])
  }
}
