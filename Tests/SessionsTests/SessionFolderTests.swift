import Foundation
import Interview
import Scenarios
import Sessions
import SpeechTiming
import Testing

@Suite struct SessionFolderTests {
  /// Runs `body` with the path of a folder that is removed afterwards.
  private func withFolder(_ body: (String) throws -> Void) throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("starpace-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try body(path)
  }

  private func permissions(_ path: String) throws -> Int {
    try #require(FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int)
  }

  private let session = Session(scenario: "owned-failure", level: .sde2, started: "2026-11-20T19:04:11Z", seed: 3)

  private let silent = TakeTiming(
    duration: 1, speech: [], pauseThreshold: 0.25,
    level: TakeLevel(speech: nil, noiseFloor: nil, peak: nil, clippedSamples: 0))

  @Test func `a session is named after its date and scenario and readable by its owner alone`() throws {
    try withFolder { sessions in
      let folder = try SessionFolder.create(in: sessions, started: "2026-11-20T19:04:11Z", scenario: "owned-failure")
      #expect(folder.path == "\(sessions)/2026-11-20T19-04-11Z_owned-failure")
      try folder.write(session)
      #expect(try permissions(folder.path) == 0o700)
      #expect(try permissions("\(folder.path)/session.json") == 0o600)
      #expect(try folder.session() == session)
      #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/session.json.new"))
    }
  }

  @Test(arguments: [
    #""offset_s" : 1"#, #""duration_s" : 12"#, #""pause_threshold_s" : 0.25"#, #""speech_dbfs" : -20"#,
    #""articulation_rate_per_s" : "#, #""rate_per_s" : "#, #""at_most" : "#, #""pitch_median_hz" : "#,
    #""level_spread_db" : "#, #""voiced_share" : "#,
  ])
  func `a session with a figure beyond reason is none`(figure: String) throws {
    var timing = TakeTiming(
      duration: 12, speech: [Interval(start: 1, end: 9), Interval(start: 10, end: 11)], pauseThreshold: 0.25,
      level: TakeLevel(speech: -20, noiseFloor: -60, peak: -3, clippedSamples: 0))
    timing.pace = Pace(nuclei: [1.5, 2], in: timing)
    timing.voice = Voice(pitchMedian: 120, pitchSpread: 2, voicedShare: 0.5, levelSpread: 2, filledPauses: [])
    var session = session
    session.takes = [Take(subject: .step(.task), file: "2-task.wav", offset: 1, timing: timing)]
    try withFolder { path in
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      let folder = SessionFolder(path: path)
      try folder.write(session)
      #expect(try folder.session() == session)
      let file = "\(path)/session.json"
      let text = try String(contentsOfFile: file, encoding: .utf8)
      let name = try #require(figure.firstRange(of: ": ")).upperBound
      let place = try #require(text.firstRange(of: figure[..<name]))
      let value = text[place.upperBound...].prefix { "-.0123456789".contains($0) }
      try #require(!value.isEmpty)
      for wild in ["1e300", "-1e300", "1e19"] {
        let edited = text[..<place.upperBound] + wild + text[value.endIndex...]
        try String(edited).write(toFile: file, atomically: false, encoding: .utf8)
        #expect(throws: SessionError.self) { try folder.session() }
      }
    }
  }

  @Test func `two sessions in one second have folders of their own`() throws {
    try withFolder { sessions in
      let folders = try (0..<3).map { _ in try SessionFolder.create(in: sessions, started: "now", scenario: "x") }
      #expect(Set(folders.map(\.path)).count == 3)
    }
  }

  @Test func `takes are the files named as takes, in order, and nothing else`() throws {
    try withFolder { path in
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      for name in [
        "6-probe-acceptance.wav", "1-situation.flac", "3-action.WAV", "3-action.attempt-1.wav", "session.json",
        "notes.txt", "2-task.truth.txt", "x-result.wav", "4-chorus.wav",
      ] { try Data().write(to: URL(fileURLWithPath: "\(path)/\(name)")) }
      let takes = try SessionFolder(path: path).takes()
      #expect(takes.map(\.file) == ["1-situation.flac", "3-action.WAV", "6-probe-acceptance.wav"])
      #expect(takes.map(\.subject) == [.step(.situation), .step(.action), .probe("acceptance")])
    }
  }

  @Test func `two files for one step are refused`() throws {
    try withFolder { path in
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      for name in ["1-situation.flac", "1-situation.wav"] {
        try Data().write(to: URL(fileURLWithPath: "\(path)/\(name)"))
      }
      #expect(throws: SessionError.self) { try SessionFolder(path: path).takes() }
    }
  }

  @Test(arguments: ["", "{", "[]", #"{"schema":1}"#, #"{"schema":99}"#])
  func `a session.json that is none says so`(text: String) throws {
    try withFolder { path in
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: URL(fileURLWithPath: "\(path)/session.json"))
      #expect { try SessionFolder(path: path).session() } throws: { ($0 as? SessionError)?.kind == .badData }
    }
  }

  @Test func `a session in which nothing was said is not the latest, and has no report`() throws {
    try withFolder { sessions in
      var spoken = session
      spoken.takes = [Take(subject: .step(.task), file: "2-task.wav", timing: silent)]
      for (day, session) in [(1, spoken), (2, session)] {
        let folder = try SessionFolder.create(in: sessions, started: "2026-11-0\(day)", scenario: "owned-failure")
        try folder.write(session)
      }
      #expect(try SessionFolder.find(nil, in: sessions).path.hasSuffix("2026-11-01_owned-failure"))
      let empty = try SessionFolder.find("2026-11-02_owned-failure", in: sessions)
      #expect { try empty.recorded(library: ScenarioLibrary(folders: [])) } throws: {
        ($0 as? SessionError)?.kind == .badData
      }
    }
  }

  @Test func `the latest session is found`() throws {
    try withFolder { sessions in
      for day in 1...3 {
        let started = "2026-11-0\(day)T10:00:00Z"
        let folder = try SessionFolder.create(in: sessions, started: started, scenario: "owned-failure")
        var session = session
        session.takes = [Take(subject: .step(.task), file: "2-task.wav", timing: silent)]
        try folder.write(session)
      }
      #expect(try SessionFolder.find(nil, in: sessions).path.hasSuffix("2026-11-03T10-00-00Z_owned-failure"))
    }
  }

  @Test func `a session keeps whose it is, and one of an earlier version names nobody`() throws {
    try withFolder { sessions in
      let folder = try SessionFolder.create(in: sessions, started: "2026-11-01", scenario: "owned-failure")
      var named = session
      named.candidate = "Anna"
      try folder.write(named)
      #expect(try folder.session()?.candidate == "Anna")
      try folder.write(session)
      #expect(try !String(contentsOfFile: "\(folder.path)/session.json", encoding: .utf8).contains("candidate"))
      #expect(try folder.session()?.candidate == nil)
    }
  }

  @Test func `a take that is set aside is kept and no longer counts`() throws {
    try withFolder { sessions in
      let folder = try SessionFolder.create(in: sessions, started: "now", scenario: "x")
      for _ in 0..<2 {
        try Data("x".utf8).write(to: URL(fileURLWithPath: "\(folder.path)/1-situation.wav"))
        try folder.setAside("1-situation.wav", as: "attempt")
      }
      #expect(try folder.takes().isEmpty)
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      #expect(names == ["1-situation.attempt-1.wav", "1-situation.attempt-2.wav"])
    }
  }

  @Test func `a folder that cannot be made names the way out`() throws {
    #expect { try SessionFolder.create(in: "/dev/null/x", started: "now", scenario: "x") } throws: {
      ($0 as? SessionError)?.kind == .cannotCreate && "\($0)".contains("--sessions")
    }
  }
}
