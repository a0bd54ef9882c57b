import Foundation
import Glibc
import Testing

/// The words at a terminal: accepted, corrected in an editor (here a script), passed over.
@Suite(.timeLimit(.minutes(10))) struct TranscriptReviewTests {
  private func sessionWithWords() async throws -> SpokenSession {
    let session = try await SpokenSession()
    for name in ["situation", "action", "probe-motivation"] {
      _ = try session.machine.folder.write("We fixed the bug.".utf8, to: "\(name).txt")
    }
    return session
  }

  private let question = "[Enter] these are my words · e edit · s skip · q quit, then Enter: "
  private let files = ["situation.txt", "action.txt", "probe-motivation.txt"]

  @Test func `words are accepted, corrected and passed over`() async throws {
    let session = try await sessionWithWords()
    let modes = "\(session.machine.folder.path)/modes"
    let environment = try await session.program(
      "correct",
      """
      [ "$1" = -w ] || exit 1
      stat -c %a "$2" "$(dirname "$2")" > '\(modes)'
      sed -i s/bug/cause/ "$2"
      """)
    let terminal = try session.machine.atTerminal(
      ["transcript"] + files, environment: environment.merging(["EDITOR": "correct -w"]) { $1 })
    try await terminal.wait(for: "1-situation.wav: 4 words, not accepted; from situation.txt, plain text")
    try await terminal.wait(for: "  We fixed the bug.")
    try await terminal.wait(for: question)
    terminal.send("s\n")
    try await terminal.wait(for: "3-action.wav: 4 words")
    try await terminal.wait(for: question)
    terminal.send("x\n")
    try await terminal.wait(for: question)
    terminal.send("e\n")
    try await terminal.wait(for: "  We fixed the cause.")
    try await terminal.wait(for: question)
    #expect(try await session.wait(for: "modes") == "600\n700")
    terminal.send("\n")
    try await terminal.wait(for: "6-probe-motivation.wav: 4 words")
    try await terminal.wait(for: question)
    terminal.send("q\n")
    #expect(try await terminal.exitStatus() == 0)
    #expect(terminal.text.contains("starpace: The words of 2 takes are not accepted and do not count; --accept"))
    let report = try await session.report()
    #expect(report.steps.map(\.words?.count) == [nil, nil, 4, nil, nil])
    let words = report.steps[2].words
    #expect(words?.provenance.corrected == true)
    #expect(words?.findings.first { $0.finding == "shared_credit" }?.quote?.words == "We fixed the cause")
    #expect(try session.kept().keys.sorted() == ["1-situation.txt", "3-action.txt", "6-probe-motivation.txt"])
  }

  @Test func `one take is corrected by its name, and stays accepted`() async throws {
    let session = try await sessionWithWords()
    #expect(try await session.machine.run(["transcript", "--accept"] + files).status == 0)
    let path = try await session.program("correct", "sed -i s/bug/cause/ \"$1\"")
    let environment = path.merging(["VISUAL": "correct"]) { $1 }
    let run = try await session.machine.run(["transcript", "--edit", "action"], environment: environment)
    #expect(run.status == 0 && run.errors == "" && run.output == "", "\(run)")
    #expect(try await session.wordsOfAction()?.provenance.corrected == true)
    #expect(
      try await session.machine.run(["transcript", "--edit", "task"], environment: environment).errors
        == "starpace: No words of task; there are 1-situation.wav, 3-action.wav, 6-probe-motivation.wav.\n")
  }

  @Test(
    arguments: [
      (nil, 64, "Neither VISUAL nor EDITOR names an editor; set one, such as EDITOR=nano."),
      ("false", 1, "The editor `false` failed, and nothing was changed; name another in EDITOR."),
      ("nothing-of-this-name", 1, "The editor `nothing-of-this-name` failed, and nothing was changed; name another in"),
    ] as [(String?, Int32, String)])
  func `an editor that fails changes nothing`(editor: String?, status: Int32, words: String) async throws {
    let session = try await sessionWithWords()
    #expect(try await session.machine.run(["transcript", "--accept"] + files).status == 0)
    let before = try bytes(of: "\(session.path)/session.json")
    let run = try await session.machine.run(
      ["transcript", "--edit", "action"], environment: editor.map { ["EDITOR": $0] } ?? [:])
    #expect(run.status == status && run.errors.hasPrefix("starpace: \(words)"), "\(run)")
    #expect(try bytes(of: "\(session.path)/session.json") == before)
    #expect(try session.kept().count == 3)
  }

  @Test func `a signal while words are edited leaves no copy of them`() async throws {
    let session = try await sessionWithWords()
    #expect(try await session.machine.run(["transcript"] + files).status == 0)
    let started = "\(session.machine.folder.path)/started"
    let environment = try await session.program("hang", "echo \"$1\" > '\(started)'; exec sleep 600")
    let terminal = try session.machine.atTerminal(
      ["transcript", "--edit", "action"], environment: environment.merging(["EDITOR": "hang"]) { $1 })
    let copy = try await session.wait(for: "started")
    terminal.send(signal: SIGTERM)
    #expect(try await terminal.exitStatus() == 130)
    #expect(!FileManager.default.fileExists(atPath: copy))
    #expect(try session.kept().count == 3)
  }

  @Test func `Ctrl-C at the question keeps what was accepted`() async throws {
    let session = try await sessionWithWords()
    let terminal = try session.machine.atTerminal(["transcript"] + files)
    try await terminal.wait(for: question)
    terminal.send("\n")
    try await terminal.wait(for: "3-action.wav: 4 words")
    try await terminal.wait(for: question)
    terminal.send("\u{3}")
    #expect(try await terminal.exitStatus() == 130)
    #expect(try await session.report().steps.map(\.words?.count) == [4, nil, nil, nil, nil])
  }
}
