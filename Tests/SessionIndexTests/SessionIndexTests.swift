import BuiltSessions
import Foundation
import Glibc
import Interview
import Scenarios
import SessionIndex
import Sessions
import SpeechTiming
import Testing
import Trends

@Suite struct SessionIndexTests {
  @Test func `what comes from the index is what the sessions hold`() throws {
    let cohort = try TemporaryCohort()
    for number in 1...5 { try cohort.write("s\(number)", task: Double(number) / 3, candidate: "Anna \(number)") }
    try SessionFolder(path: "\(cohort.sessions)/s2").changeNotes {
      $0.notes.append(.init(on: nil, "x", .init(by: nil, written: "2026")))
    }
    let direct = try (1...5).map {
      try SessionIndex.summary(of: "\(cohort.sessions)/s\($0)", library: cohort.library)
    }
    for _ in 0..<3 { #expect(try cohort.contents().sessions == direct) }
    #expect(direct.map(\.noteCount) == [0, 1, 0, 0, 0])
    #expect(direct.map(\.probes.count) == [2, 2, 2, 2, 2])
    #expect(cohort.said.isEmpty)
  }

  @Test func `a summary read quickly is that of the whole session`() throws {
    let cohort = try TemporaryCohort()
    for number in 0..<5 {
      let path = try cohort.write("s\(number)", task: Double(number) / 2)
      let folder = SessionFolder(path: path)
      let whole = try #require(try folder.session())
      #expect(whole.takes.contains { $0.timing.pace?.nuclei.isEmpty == false })
      let targets = Targets(of: try cohort.library.scenario(id: "owned-failure").scenario, at: .sde2)
      let summary = try SessionIndex.summary(of: path, library: cohort.library)
      #expect(summary == SessionSummary(of: whole, targets: targets, path: path))
      let quick = try #require(try folder.session(figuresOnly: true))
      #expect(quick.takes.allSatisfy { $0.timing.pace?.nuclei.isEmpty != false })
    }
  }

  @Test func `only what has changed is read again`() throws {
    let cohort = try TemporaryCohort()
    for number in 1...5 { try cohort.write("s\(number)") }
    #expect(try cohort.readCount() == 5)
    #expect(try cohort.readCount() == 0)
    try cohort.write("s3", task: 0.2)
    try cohort.write("s6")
    #expect(try cohort.readCount() == 2)
    #expect(try cohort.readCount() == 0)
  }

  @Test func `a session that was written, changed, moved or removed is noticed`() throws {
    let cohort = try TemporaryCohort()
    try cohort.write("a")
    #expect(try cohort.verdicts() == ["a": .onTarget])
    try cohort.write("b", task: 0.6)
    #expect(try cohort.verdicts() == ["a": .onTarget, "b": .short])
    try cohort.write("a", task: 3)
    #expect(try cohort.verdicts() == ["a": .overLimit, "b": .short])
    try FileManager.default.moveItem(atPath: "\(cohort.sessions)/b", toPath: "\(cohort.sessions)/c")
    #expect(try cohort.verdicts() == ["a": .overLimit, "c": .short])
    try FileManager.default.removeItem(atPath: "\(cohort.sessions)/a")
    #expect(try cohort.verdicts() == ["c": .short])
  }

  @Test func `a change of the same size and time is noticed by the file's number`() throws {
    let cohort = try TemporaryCohort()
    let file = try cohort.write("a") + "/session.json"
    #expect(try cohort.contents().sessions.map(\.scenario) == ["owned-failure"])
    let time = try FileManager.default.attributesOfItem(atPath: file)[.modificationDate] as? Date
    let text = try String(contentsOfFile: file, encoding: .utf8).replacing("\"sde2\"", with: "\"sde1\"")
    try text.write(toFile: file + ".new", atomically: false, encoding: .utf8)
    try FileManager.default.setAttributes([.modificationDate: try #require(time)], ofItemAtPath: file + ".new")
    try #require(rename(file + ".new", file) == 0)
    #expect(try cohort.contents().sessions.map(\.level) == [.sde1])
  }

  @Test func `notes and the scenario's copy are watched too`() throws {
    let cohort = try TemporaryCohort()
    let path = try cohort.write("a", task: 1)
    #expect(try cohort.contents().sessions[0].noteCount == 0)
    let folder = SessionFolder(path: path)
    try folder.changeNotes { $0.set(.short, on: .task, .init(by: nil, written: "2026")) }
    let noted = try cohort.contents().sessions[0]
    // A verdict of a coach is counted and in no figure.
    #expect(noted.noteCount == 1 && noted[.task].verdict == .onTarget)
    let copy = "\(path)/scenario/owned-failure.yaml"
    let text = try String(contentsOfFile: copy, encoding: .utf8)
    let longer = text.replacing("target_s: 20", with: "target_s: 40", maxReplacements: 1)
      .replacing("limit_s: 30", with: "limit_s: 60", maxReplacements: 1)
    try #require(longer != text)
    try longer.write(toFile: copy, atomically: true, encoding: .utf8)
    #expect(try cohort.contents().sessions[0][.task].target.seconds == 40)
  }

  @Test func `without a copy the library's scenario counts, and where there is none the session is named`() throws {
    let cohort = try TemporaryCohort()
    try cohort.write("a", keepsScenario: false)
    #expect(try cohort.verdicts() == ["a": .onTarget])
    #expect(try cohort.verdicts() == ["a": .onTarget])
    let library = cohort.library
    cohort.library = ScenarioLibrary(folders: [])
    let contents = try cohort.contents()
    #expect(contents.sessions.isEmpty)
    #expect(contents.skipped.map { $0.description.contains("--scenarios FOLDER") } == [true])
    cohort.library = library
    #expect(try cohort.verdicts() == ["a": .onTarget])
  }

  @Test func `a session whose copy of the scenario is broken is named with the way to see why`() throws {
    let cohort = try TemporaryCohort()
    let copy = try cohort.write("a") + "/scenario/owned-failure.yaml"
    try Data("title: nothing else\n".utf8).write(to: URL(fileURLWithPath: copy))
    #expect(
      try cohort.contents().skipped.map(\.description)
        == ["\(copy) is no scenario; `starpace scenarios check \(copy)` says why."])
  }

  @Test func `a session that cannot be read is left out and named, the others are there`() throws {
    let cohort = try TemporaryCohort()
    try cohort.write("a")
    for (name, text) in [("broken", "{"), ("newer", #"{"schema":99}"#), ("other", #"{"schema":1,"takes":7}"#)] {
      try FileManager.default.createDirectory(atPath: "\(cohort.sessions)/\(name)", withIntermediateDirectories: true)
      try Data(text.utf8).write(to: URL(fileURLWithPath: "\(cohort.sessions)/\(name)/session.json"))
    }
    for _ in 0..<2 {
      let contents = try cohort.contents()
      #expect(contents.sessions.map(\.name) == ["a"])
      #expect(contents.skipped.map { $0.description.contains("starpace recover") } == [true, false, true])
      #expect(contents.skipped[1].description.contains("newer StarPace"))
    }
    try cohort.write("broken")
    #expect(try cohort.contents().sessions.map(\.name) == ["a", "broken"])
  }

  @Test func `folders within are looked through where that is wanted, and no deeper`() throws {
    let cohort = try TemporaryCohort()
    try cohort.write("flat")
    try cohort.write("one", in: "anna")
    try cohort.write("two", in: "ben", candidate: "Benjamin")
    try cohort.write("deep", in: "ben/week-1")
    try cohort.write("hidden", in: ".trash")
    try Data().write(to: URL(fileURLWithPath: "\(cohort.sessions)/remarks.txt"))
    #expect(try cohort.contents().sessions.map(\.name) == ["flat"])
    let all = try cohort.contents(goesDeeper: true).sessions
    #expect(all.map(\.owner) == ["anna", "Benjamin", "sessions"])
    #expect(try cohort.contents(goesDeeper: true).sessions == all)
  }

  @Test func `a folder named twice, or by a link, counts once`() throws {
    let cohort = try TemporaryCohort()
    try cohort.write("one", in: "anna")
    let link = "\(cohort.path)/link"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: cohort.sessions)
    let index = SessionIndex(cache: cohort.cache, library: cohort.library) { _ in }
    let folders = [cohort.sessions, "\(cohort.sessions)/anna", link, "\(cohort.sessions)/../sessions/"]
    #expect(try index.contents(of: folders, goesDeeper: true).sessions.count == 1)
  }

  @Test func `a folder that is not there is said`() throws {
    let index = SessionIndex(cache: "/nonexistent", library: ScenarioLibrary(folders: [])) { _ in }
    #expect { try index.contents(of: ["/nonexistent/sessions"]) } throws: { ($0 as? SessionError)?.kind == .noInput }
  }

  @Test func `sessions of a folder that is gone leave nothing in the database`() throws {
    let cohort = try TemporaryCohort()
    try cohort.write("one", in: "anna", candidate: "Annabella")
    try cohort.write("two", in: "ben")
    _ = try cohort.contents(goesDeeper: true)
    #expect(try #require(FileManager.default.contents(atPath: cohort.database)).contains("Annabella".utf8))
    try FileManager.default.removeItem(atPath: "\(cohort.sessions)/anna")
    #expect(try cohort.contents(goesDeeper: true).sessions.map(\.name) == ["two"])
    #expect(try cohort.query("SELECT count(*) FROM session") == 1)
    #expect(try cohort.query("SELECT count(*) FROM answer") == 7)
    // Not in what the database has given free either.
    #expect(FileManager.default.contents(atPath: cohort.database)?.contains("Annabella".utf8) == false)
  }

  @Test func `hostile names are kept as they are`() throws {
    let cohort = try TemporaryCohort()
    let evil = "'); DROP TABLE session; -- \u{1B}[2J\u{202E}<script>" + String(repeating: "x", count: 100_000)
    try cohort.write("a b'c\"\u{1B}[31m", candidate: evil)
    for _ in 0..<2 { #expect(try cohort.contents().sessions.map(\.candidate) == [evil]) }
  }
}

extension Data {
  func contains(_ bytes: some Collection<UInt8>) -> Bool { firstRange(of: bytes) != nil }
}
