import Foundation
import Glibc
import Testing

/// `--format html`, and `--output` with every format.
@Suite(.serialized, .timeLimit(.minutes(10))) struct WrittenReportTests {
  private let choice = ["--scenario", "owned-failure"]

  private func mode(of path: String) throws -> Int {
    try #require(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int)
  }

  @Test func `a page is for its owner alone, names its takes from where it lies, and stays the same`() async throws {
    let session = try await SpokenSession()
    let (machine, page) = (session.machine, "\(session.path)/report.html")
    let run = try await machine.run(["report", "--format", "html", "--output", page])
    #expect(run.status == 0 && run.output == "" && run.errors == "", "\(run)")
    #expect(try mode(of: page) == 0o600)
    let html = String(decoding: try bytes(of: page), as: UTF8.self)
    #expect(html.hasPrefix("<!DOCTYPE html>") && html.hasSuffix("</html>\n"))
    for take in SpokenSession.takes { #expect(html.contains("src=\"\(take).wav\"")) }
    #expect(html.contains("Envelope of the sound"))
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: session.path).filter { $0.hasPrefix(".starpace") } == [])

    // Again, over the one before, and as the ending asks.
    #expect(try await machine.run(["report", "--output", page]).status == 0)
    #expect(String(decoding: try bytes(of: page), as: UTF8.self) == html)

    // On standard output it is a page of the current folder.
    let printed = try await machine.run(["report", "--format", "html"])
    let path = "home/.local/share/starpace/sessions/2026-11-20T19-04-11Z_owned-failure/1-situation.wav"
    #expect(printed.output.contains("src=\"\(path)\""))
    #expect(printed.output.replacing(path.dropLast("1-situation.wav".count), with: "") == html)
  }

  @Test func `a page with its sound in it needs nothing beside it`() async throws {
    let session = try await SpokenSession()
    let run = try await session.machine.run(["report", "--format", "html", "--embed-audio"])
    #expect(run.status == 0 && run.errors == "")
    #expect(run.output.components(separatedBy: "src=\"data:audio/ogg;base64,T2dnU").count == 4)
    #expect(!run.output.contains("src=\"1-") && !run.output.contains("file:"))
    #expect(try await session.machine.run(["report", "--format", "html", "--embed-audio"]).output == run.output)
  }

  @Test func `a session whose sound is gone still has its page`() async throws {
    let session = try await SpokenSession()
    for take in SpokenSession.takes { try FileManager.default.removeItem(atPath: "\(session.path)/\(take).wav") }
    for arguments in [[], ["--embed-audio"]] {
      let run = try await session.machine.run(["report", "--format", "html"] + arguments)
      #expect(run.status == 0 && run.output.contains("1-situation.wav is not there, or cannot be read"))
      #expect(!run.output.contains("<audio") && run.output.contains("<path class=\"speech\" d=\"M"))
    }
  }

  @Test func `replay writes a page of recordings from elsewhere`() async throws {
    let machine = try Machine()
    for name in ["a b", "100%", "ü"] { _ = try machine.folder.write(shortTake, to: "in/\(name).wav") }
    let files = ["in/a b.wav", "in/100%.wav", "in/ü.wav"]
    let run = try await machine.run(["replay"] + files + choice + ["--output", "in/page.html"])
    #expect(run.status == 0, "\(run.errors)")
    let html = String(decoding: try bytes(of: "\(machine.folder.path)/in/page.html"), as: UTF8.self)
    for source in ["a%20b.wav", "100%25.wav", "%C3%BC.wav"] { #expect(html.contains("src=\"\(source)\"")) }
  }

  @Test(arguments: ["text", "json", "jsonl", "markdown", "csv", "textgrid", "rttm", "audacity", "webvtt"])
  func `a file holds what would be printed`(format: String) async throws {
    let session = try await SpokenSession()
    let printed = try await session.machine.run(["report", "--format", format])
    let run = try await session.machine.run(["report", "--format", format, "--output", "out.html"])
    #expect(run.status == 0 && run.output == "")
    #expect(String(decoding: try bytes(of: "\(session.machine.folder.path)/out.html"), as: UTF8.self) == printed.output)
  }

  @Test(arguments: [
    ("a.json", "{"), ("a.md", "# "), ("a.CSV", "started,"), ("a.TextGrid", "File type"), ("a", "A failure"),
  ])
  func `the ending of the file says the form where nothing else does`(name: String, start: String) async throws {
    let session = try await SpokenSession()
    #expect(try await session.machine.run(["report", "--output", name]).status == 0)
    let text = String(decoding: try bytes(of: "\(session.machine.folder.path)/\(name)"), as: UTF8.self)
    #expect(text.hasPrefix(start))
  }

  @Test func `what cannot be written is said, with what to do, and nothing is left behind`() async throws {
    let session = try await SpokenSession()
    let machine = session.machine
    for (output, status, words) in [
      ("none/page.html", 73, "There is no folder to hold none/page.html; create it, or name another with --output."),
      ("home", 73, "home is a folder; name a file in it with --output."),
      ("/dev/full", 74, "There is no space left for /dev/full;"),
      ("\(session.path)/1-situation.wav", 64, "The report is made from \(session.path)/1-situation.wav"),
      ("\(session.path)/session.json", 64, "The report is made from \(session.path)/session.json"),
    ] as [(String, Int32, String)] {
      for format in ["html", "text"] {
        let run = try await machine.run(["report", session.path, "--format", format, "--output", output])
        #expect(run.status == status && run.errors.hasPrefix("starpace: \(words)"), "\(output): \(run)")
        #expect(run.output == "" && run.errors.split(separator: "\n").count == 1)
      }
    }
    #expect(try bytes(of: "\(session.path)/1-situation.wav").prefix(4) == Data("RIFF".utf8))
    #expect(try await machine.run(["report"]).status == 0)
  }

  @Test func `a full standard output is no success`() async throws {
    let session = try await SpokenSession()
    let input = open("/dev/null", O_RDONLY)
    defer { close(input) }
    let errors = "\(session.machine.folder.path)/errors"
    for format in ["text", "html"] {
      let child = try session.machine.start(
        ["report", "--format", format], input: input, output: "/dev/full", errors: errors)
      #expect(try await child.exitStatus() == 74)
      #expect(
        String(decoding: try bytes(of: errors), as: UTF8.self).hasPrefix(
          "starpace: There is no space left for standard output;"))
    }
  }

  @Test func `a rehearsal does not begin where its report has no place`() async throws {
    let machine = try Machine()
    let run = try await machine.run(["rehearse", "owned-failure", "--output", "none/page.html"])
    #expect(run.status == 73 && run.errors.contains("There is no folder to hold none/page.html"), "\(run)")
    #expect(!FileManager.default.fileExists(atPath: machine.sessions))
  }

  @Test(arguments: ["page.html", "/dev/full"])
  func `a rehearsal ends with its page, and where that fails the session is kept all the same`(output: String)
    async throws
  {
    let machine = try RehearsalSound.mono.machine()
    let terminal = try machine.atTerminal([
      "rehearse", "owned-failure", "--no-self-check", "--no-mic-check", "--format", "html", "--output", output,
    ])
    try await terminal.answer("Situation")
    try await terminal.wait(for: "2 Task")
    terminal.send("q")
    #expect(try await terminal.exitStatus() == (output == "/dev/full" ? 74 : 0), "\(terminal.text)")
    let session = try RehearsedSession(in: machine.sessions)
    if output == "/dev/full" {
      #expect(terminal.text.replacing(/\s+/, with: " ").contains("The session is kept in \(session.path)."))
    } else {
      let html = String(decoding: try bytes(of: "\(machine.folder.path)/\(output)"), as: UTF8.self)
      #expect(html.contains("/1-situation.wav\""))
    }
  }

  @Test func `sound is embedded in pages alone`() async throws {
    let session = try await SpokenSession()
    let run = try await session.machine.run(["report", "--embed-audio"])
    #expect(run.status == 64 && run.errors.contains("--embed-audio goes with --format html."))
  }
}
