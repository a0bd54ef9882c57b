import Foundation
import Glibc
import Testing

/// The user's own recogniser: here a script that writes what whisper-cli would.
@Suite(.timeLimit(.minutes(10))) struct TranscriberTests {
  private static let configuration = "transcriber: \"hear --model 'my model' -of {output} {input}\"\n"

  /// Hears four words in every take, and says them on its standard output too.
  private static let hears = """
    echo "We fixed the secret bug."
    echo 'loading "model"' >&2
    [ "$2" = "my model" ] && [ -f "$5" ] || exit 9
    echo '{"transcription": [{"offsets": {"from": 500, "to": 1300}, "text": " We fixed the bug."}]}' > "$4.json"
    echo done > notes
    """

  @Test func `takes are given to the recogniser one by one`() async throws {
    let session = try await SpokenSession()
    try session.configure(Self.configuration)
    let environment = try await session.program("hear", Self.hears)
    let run = try await session.machine.run(["transcript", "--accept"], environment: environment)
    #expect(run.status == 0 && run.output == "", "\(run)")
    let progress = SpokenSession.takes.enumerated().map { "starpace: Transcribing \($0 + 1) of 3, \($1).wav.\n" }
    let end = "starpace: The words of 3 takes are accepted; `starpace report` uses them.\n"
    #expect(run.errors == progress.joined() + end)
    #expect(
      try session.kept() == [
        "1-situation.json": 0o600, "3-action.json": 0o600, "6-probe-motivation.json": 0o600,
      ])
    let words = try #require(try await session.wordsOfAction())
    #expect(words.count == 4)
    #expect(words.provenance.command == "hear --model 'my model' -of {output} {input}")
    // What has words is not heard again.
    try session.configure("transcriber: false {input}\n")
    #expect(try await session.machine.run(["transcript", "--quiet"], environment: environment).status == 0)
  }

  @Test func `a recogniser that fails is named with its exit code, and what it heard before is kept`() async throws {
    let session = try await SpokenSession()
    try session.configure(Self.configuration)
    let fails = "case $5 in *action*) echo 'no \u{1B}[2Jmodel' >&2; echo 'secret'; exit 3;; esac\n"
    let environment = try await session.program("hear", fails + Self.hears)
    let run = try await session.machine.run(["transcript", "--quiet"], environment: environment)
    #expect(run.status == 1 && run.output == "")
    #expect(
      run.errors
        == "starpace: The transcriber ended with exit code 3 at 3-action.wav; run it by itself to see why: "
        + "hear --model 'my model' -of {output} {input}\n  no [2Jmodel\n")
    #expect(try session.kept().keys.sorted() == ["1-situation.json"])
    let shown = try await session.machine.run(["transcript", "--show"])
    #expect(shown.output.hasPrefix("1-situation.wav: 4 words, not accepted; from 1-situation.json, whisper.cpp"))
  }

  @Test(
    arguments: [
      ("transcriber: nothing-of-this-name {input}\n", 1, "The transcriber nothing-of-this-name cannot be started ("),
      ("transcriber: true {input}\n", 1, "The transcriber left no file for 1-situation.wav; have it write to {output}"),
      ("transcriber: cp {input} {output}.json\n", 65, "1-situation.json"),
      ("transcribr: x\n", 65, ""), ("", 64, "Name transcripts, or your own recogniser in "),
    ] as [(String, Int32, String)])
  func `what cannot work is said in a sentence`(configuration: String, status: Int32, words: String) async throws {
    let session = try await SpokenSession()
    try session.configure(configuration)
    let run = try await session.machine.run(["transcript", "--quiet"])
    #expect(run.status == status, "\(run)")
    #expect(run.output == "" && run.errors.hasPrefix("starpace: \(words)"), "\(run.errors)")
    #expect(!FileManager.default.fileExists(atPath: "\(session.path)/transcripts"))
  }

  @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
  func `a signal ends a recogniser with its children, and what was heard before is kept`(signal: Int32) async throws {
    let session = try await SpokenSession()
    try session.configure(Self.configuration)
    let child = "\(session.machine.folder.path)/child"
    let hangs = "case $5 in *action*) sleep 600 & echo words > \"$4.txt\"; echo $! > '\(child)'; wait;; esac\n"
    let environment = try await session.program("hear", hangs + Self.hears)
    let terminal = try session.machine.atTerminal(["transcript"], environment: environment)
    try await terminal.wait(for: "Transcribing 2 of 3, 3-action.wav  0:0")
    let id = try #require(pid_t(try await session.wait(for: "child")))
    if signal == SIGINT { terminal.send("\u{3}") } else { terminal.send(signal: signal) }
    #expect(try await terminal.exitStatus() == 130)
    #expect(terminal.text.contains("starpace: Interrupted; what was done until then is kept.\n"))
    #expect(terminal.isRestored)
    // It was killed by then; it goes when the machine comes to it.
    for _ in 0..<500 where isRunning(id) { try await Task.sleep(for: .milliseconds(10)) }
    #expect(!isRunning(id))
    #expect(try session.kept() == ["1-situation.json": 0o600])
    // The next start goes on where this one ended.
    _ = try await session.program("hear", Self.hears)
    let next = try await session.machine.run(["transcript"], environment: environment)
    #expect(next.errors.hasPrefix("starpace: Transcribing 1 of 2, 3-action.wav.\n"), "\(next.errors)")
  }

  @Test func `two at once do not work on one session`() async throws {
    let session = try await SpokenSession()
    try session.configure(Self.configuration)
    let started = "\(session.machine.folder.path)/started"
    let environment = try await session.program("hear", "echo yes > '\(started)'; exec sleep 600")
    let terminal = try session.machine.atTerminal(["transcript"], environment: environment)
    _ = try await session.wait(for: "started")
    let second = try await session.machine.run(["transcript", "--remove"])
    #expect(second.status == 1)
    #expect(second.errors.hasPrefix("starpace: Another `starpace transcript` works on "))
    terminal.send("\u{3}")
    #expect(try await terminal.exitStatus() == 130)
  }

  /// Whether the process goes on; one that nobody has waited for yet does not.
  private func isRunning(_ id: pid_t) -> Bool {
    guard let status = try? String(contentsOfFile: "/proc/\(id)/stat", encoding: .utf8) else { return false }
    return !status.contains(") Z ")
  }
}
