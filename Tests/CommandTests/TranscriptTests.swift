import Foundation
import Glibc
import Testing

@Suite(.timeLimit(.minutes(10))) struct TranscriptTests {
  struct Given: Sendable, CustomTestStringConvertible {
    let format: String
    let name: String
    let content: String
    var testDescription: String { format }
  }

  /// Four words of Action in each format, as its usual program writes it.
  static let formats = [
    Given(
      format: "whisper", name: "3-action.wav.json",
      content: """
        {"transcription": [{"offsets": {"from": 500, "to": 1300}, "text": " We fixed the bug."}]}
        """),
    Given(
      format: "vosk", name: "action.json",
      content: """
        {"result": [{"word": "we", "start": 0.5, "end": 0.6}, {"word": "fixed", "start": 0.6, "end": 0.9},
        {"word": "the", "start": 0.9, "end": 1}, {"word": "bug", "start": 1, "end": 1.3}], "text": "we fixed the bug"}
        """),
    Given(
      format: "webvtt", name: "3-action.vtt", content: "WEBVTT\n\n00:00.500 --> 00:01.300\nWe fixed the bug.\n"),
    Given(format: "srt", name: "Action.srt", content: "1\n00:00:00,500 --> 00:00:01,300\nWe fixed the bug.\n"),
    Given(
      format: "textgrid", name: "3.TextGrid",
      content: """
        File type = "ooTextFile"
        Object class = "TextGrid"

        xmin = 0
        xmax = 1.8
        tiers? <exists>
        size = 1
        item []:
            item [1]:
                class = "IntervalTier"
                name = "words"
                xmin = 0
                xmax = 1.8
                intervals: size = 1
                intervals [1]:
                    xmin = 0.5
                    xmax = 1.3
                    text = "We fixed the bug."
        """),
    Given(format: "plain", name: "action.txt", content: "We fixed the bug.\n"),
  ]

  @Test(arguments: formats)
  func `words are taken in from every format, and kept as given for their owner alone`(given: Given) async throws {
    let session = try await SpokenSession()
    let file = try session.machine.folder.write(given.content.utf8, to: given.name)
    let run = try await session.machine.run(["transcript", given.name, "--accept"])
    #expect(run.status == 0 && run.output == "", "\(run)")
    #expect(run.errors == "starpace: The words of 1 take are accepted; `starpace report` uses them.\n")
    let words = try #require(try await session.wordsOfAction())
    #expect(words.count == 4)
    #expect(words.sentences_as_we == 1)
    #expect(words.provenance.format == given.format)
    #expect(words.provenance.file == given.name)
    let quote = words.findings.first { $0.finding == "shared_credit" }?.quote
    #expect(quote?.words.lowercased() == "we fixed the bug")
    #expect(quote?.place_s == (given.format == "plain" ? nil : 0.5))
    let kept = "3-action.\((given.name as NSString).pathExtension)"
    #expect(try session.kept() == [kept: 0o600])
    #expect(try bytes(of: "\(session.path)/transcripts/\(kept)") == bytes(of: file))
    var status = stat()
    #expect(stat("\(session.path)/transcripts", &status) == 0 && status.st_mode & 0o7777 == 0o700)
    #expect(stat("\(session.path)/session.json", &status) == 0 && status.st_mode & 0o7777 == 0o600)
  }

  @Test func `words that nobody accepted do not count`() async throws {
    let session = try await SpokenSession()
    _ = try session.machine.folder.write("We fixed the bug.".utf8, to: "action.txt")
    let before = try await session.machine.run(["report", "--json"]).output
    let run = try await session.machine.run(["transcript", session.path, "action.txt"])
    #expect(run.status == 0)
    #expect(
      run.errors
        == "starpace: The words of 1 take are not accepted and do not count; --accept accepts them.\n")
    #expect(try await session.machine.run(["report", "--json"]).output == before)
    let shown = try await session.machine.run(["transcript", "--show"])
    #expect(shown.output == "3-action.wav: 4 words, not accepted; from action.txt, plain text\n  We fixed the bug.\n")
    #expect(try await session.machine.run(["transcript", "--accept"]).status == 0)
    #expect(try await session.wordsOfAction()?.count == 4)
    let text = try await session.machine.run(["report"])
    #expect(text.output.contains("\nIn your words\n"))
    #expect(text.output.contains("1 of 1 sentences in Action is told as “we”: “We fixed the bug”."))
  }

  @Test func `accepted words change advice and evidence, and the probes stay as they were asked`() async throws {
    let session = try await SpokenSession()
    let before = try await session.report()
    _ = try session.machine.folder.write("My manager told me to. We fixed the bug.".utf8, to: "situation.txt")
    _ = try session.machine.folder.write("I did it alone.".utf8, to: "probe-motivation.txt")
    let run = try await session.machine.run(["transcript", "situation.txt", "probe-motivation.txt", "--accept"])
    #expect(run.status == 0, "\(run.errors)")
    let after = try await session.report()
    #expect(after.probes.map(\.id) == before.probes.map(\.id))
    #expect(after.probes.map(\.reasons) == before.probes.map(\.reasons))
    #expect(try session.kept().keys.sorted() == ["1-situation.txt", "6-probe-motivation.txt"])
    #expect(try await session.machine.run(["report"]).output.contains("assign"))
  }

  @Test func `what was removed is gone`() async throws {
    let session = try await SpokenSession()
    let before = try bytes(of: "\(session.path)/session.json")
    for name in ["1.txt", "2.txt", "3.txt"] { _ = try session.machine.folder.write("secret words".utf8, to: name) }
    let taken = try await session.machine.run(["transcript", "1.txt", "2.txt", "3.txt"])
    #expect(taken.status == 64)
    #expect(taken.errors.hasPrefix("starpace: 2.txt is named after no take, and others are."))
    for name in ["a.txt", "b.txt", "c.txt"] { _ = try session.machine.folder.write("secret words".utf8, to: name) }
    #expect(try await session.machine.run(["transcript", "a.txt", "b.txt", "c.txt"]).status == 0)
    #expect(try session.kept().count == 3)
    #expect(try await session.machine.run(["transcript", "--remove"]).status == 0)
    #expect(!FileManager.default.fileExists(atPath: "\(session.path)/transcripts"))
    #expect(try bytes(of: "\(session.path)/session.json") == before)
    let shown = try await session.machine.run(["transcript", "--show"])
    #expect(shown.output == "" && shown.errors == "starpace: No take of this session has words yet.\n")
  }

  @Test func `what steers a terminal never reaches it, from a transcript or from a session of somebody else`()
    async throws
  {
    let session = try await SpokenSession()
    _ = try session.machine.folder.write("I \u{1B}[2Jdid\u{9B}2J it\u{202E}.".utf8, to: "action.txt")
    #expect(try await session.machine.run(["transcript", "action.txt", "--accept"]).status == 0)
    let file = "\(session.path)/session.json"
    let text = String(decoding: try bytes(of: file), as: UTF8.self)
    let hostile = text.replacing("\"did", with: "\"\\u001b[2J\\u009b2J\\u202edid").replacing(
      "\"action.txt\"", with: "\"\\u001b[2Jaction.txt\"")
    #expect(hostile != text)
    for content in [text, hostile] {
      try content.write(toFile: file, atomically: true, encoding: .utf8)
      for arguments in [["transcript", "--show"], ["report"]] {
        let run = try await session.machine.run(arguments)
        #expect(run.status == 0)
        #expect(run.output.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control })
        #expect(!run.output.unicodeScalars.contains("\u{202E}"))
      }
    }
  }

  @Test(
    arguments: [
      (name: "action.json", content: "{\"transcription\": 1, \"text\": \"secret\"}", status: 65),
      (name: "action.srt", content: "secret words without times", status: 65),
      (name: "action.txt", content: "", status: 65),
      (name: "gone.txt", content: nil, status: 66),
    ] as [(name: String, content: String?, status: Int32)])
  func `a transcript that cannot be read is refused in a sentence, and nothing is kept`(
    name: String, content: String?, status: Int32
  ) async throws {
    let session = try await SpokenSession()
    if let content { _ = try session.machine.folder.write(content.utf8, to: name) }
    let run = try await session.machine.run(["transcript", session.path, name])
    #expect(run.status == status, "\(run)")
    #expect(run.output == "" && run.errors.hasPrefix("starpace: ") && run.errors.hasSuffix(".\n"))
    #expect(!run.errors.contains("secret"))
    #expect(!FileManager.default.fileExists(atPath: "\(session.path)/transcripts"))
  }

  @Test func `one file over a session of several takes is refused`() async throws {
    let session = try await SpokenSession()
    let content = try #require(Self.formats.first { $0.format == "srt" }?.content)
    _ = try session.machine.folder.write(content.utf8, to: "whole.srt")
    for arguments in [["transcript", "whole.srt"], ["replay", session.path, "--transcript", "whole.srt"]] {
      let run = try await session.machine.run(arguments)
      #expect(run.status == 64)
      #expect(
        run.errors
          == "starpace: whole.srt cannot be cut: each take is a file of its own, and nothing tells when it began. "
          + "Name a transcript after its take, such as 1-situation.json or action.srt.\n")
    }
  }

  @Test func `copies that a kill left behind go with the next start`() async throws {
    let session = try await SpokenSession()
    _ = try session.machine.folder.write("We fixed the bug.".utf8, to: "action.txt")
    #expect(try await session.machine.run(["transcript", "action.txt"]).status == 0)
    let left = "\(session.path)/transcripts/.work"
    try FileManager.default.createDirectory(atPath: left, withIntermediateDirectories: false)
    try "We fixed the bug.".write(toFile: "\(left)/transcript.txt", atomically: false, encoding: .utf8)
    #expect(try await session.machine.run(["transcript", "--accept"]).status == 0)
    #expect(try session.kept() == ["3-action.txt": 0o600])
  }

  @Test func `a link in the place of the folder leads nothing out of the session`() async throws {
    let session = try await SpokenSession()
    let elsewhere = "\(session.machine.folder.path)/elsewhere"
    let file = try session.machine.folder.write("mine".utf8, to: "elsewhere/3-action.txt")
    try FileManager.default.createSymbolicLink(
      atPath: "\(session.path)/transcripts", withDestinationPath: elsewhere)
    _ = try session.machine.folder.write("We fixed the bug.".utf8, to: "action.txt")
    for arguments in [["transcript", "action.txt"], ["transcript", "--remove"]] {
      let run = try await session.machine.run(arguments)
      #expect(run.status == 65)
      #expect(run.errors == "starpace: \(session.path)/transcripts is not a folder; move it away.\n")
    }
    #expect(try bytes(of: file) == Data("mine".utf8))
  }
}
