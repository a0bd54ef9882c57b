import Foundation
import Interview
import Scenarios
import SoundFiles
import SpeechTiming
import Testing

@testable import Sessions

@Suite struct RecoveryTests {
  /// Runs `body` with a new session folder named as `rehearse` names it, removed afterwards.
  private func withSession(_ body: (SessionFolder) throws -> Void) throws {
    let sessions = FileManager.default.temporaryDirectory.appending(path: "starpace-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: sessions) }
    try body(
      SessionFolder.create(in: sessions, started: "2026-11-20T19:04:11Z", scenario: "owned-failure"))
  }

  private let session = Session(
    scenario: "owned-failure", level: .senior, started: "2026-11-20T19:04:11Z", seed: 3, mode: .rehearse)

  /// Records `seconds` of a tone as the take `name`; without `isFinished` its header says only half of it.
  private func record(_ name: String, seconds: Double, in folder: SessionFolder, isFinished: Bool = true) throws {
    let file = "\(folder.path)/\(name)"
    var writer = try TakeWriter.create(file, sampleRate: 16_000, channelCount: 1, encoding: .int16)
    let samples = (0..<Int(seconds * 16_000)).map { Int16(8000 * sin(Double($0) * 0.2)) }
    try writer.append(samples.span)
    try writer.finish()
    guard !isFinished else { return }
    var bytes = try Data(contentsOf: URL(fileURLWithPath: file))
    let claimed = UInt32(samples.count)
    for (place, value) in [(4, claimed + 36), (40, claimed)] {
      bytes.replaceSubrange(place..<place + 4, with: withUnsafeBytes(of: value.littleEndian) { Data($0) })
    }
    try bytes.write(to: URL(fileURLWithPath: file))
  }

  private func bytes(_ name: String, in folder: SessionFolder) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: "\(folder.path)/\(name)"))
  }

  /// What every file of the folder holds, by name.
  private func content(of folder: SessionFolder) throws -> [String: Data] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    return try Dictionary(uniqueKeysWithValues: names.map { ($0, try bytes($0, in: folder)) })
  }

  @Test func `takes that the session does not name are added, and what it names stays`() throws {
    try withSession { folder in
      var session = session
      try record("1-situation.wav", seconds: 1, in: folder)
      let timing = try #require(try measure("\(folder.path)/1-situation.wav").spans.first?.timing)
      session.takes = [
        Take(subject: .step(.situation), file: "1-situation.wav", timing: timing, remarks: ["Paused."])
      ]
      try folder.write(session)
      try record("2-task.wav", seconds: 2, in: folder, isFinished: false)
      let sound = try bytes("2-task.wav", in: folder).dropFirst(44)

      let recovery = try #require(try Recovery.needed(in: folder))
      #expect(recovery.takes.map(\.file) == ["2-task.wav"])
      #expect(recovery.takes.map(\.seconds) == [2])
      #expect(recovery.unreadable == [])
      try recovery.carryOut()

      let recovered = try #require(try folder.session())
      #expect(recovered.level == .senior && recovered.seed == 3 && recovered.mode == .rehearse)
      #expect(recovered.takes.map(\.file) == ["1-situation.wav", "2-task.wav"])
      #expect(recovered.takes.map(\.remarks) == [["Paused."], [Recovery.remark]])
      #expect(recovered.takes[1].timing.duration == 2)
      #expect(try bytes("2-task.wav", in: folder).dropFirst(44) == sound)
      #expect(try HeaderRepair.needed(for: "\(folder.path)/2-task.wav") == nil)
    }
  }

  @Test func `a second recovery finds nothing and a look changes nothing`() throws {
    try withSession { folder in
      try folder.write(session)
      try record("1-situation.wav", seconds: 1, in: folder, isFinished: false)
      let before = try content(of: folder)
      let recovery = try #require(try Recovery.needed(in: folder))
      #expect(try content(of: folder) == before)
      try recovery.carryOut()
      let after = try content(of: folder)
      #expect(try Recovery.needed(in: folder) == nil)
      #expect(try content(of: folder) == after)
      #expect(after.keys.sorted() == ["1-situation.wav", "session.json"])
    }
  }

  @Test func `without a session.json the folder's name tells the scenario and the date`() throws {
    try withSession { folder in
      try record("3-action.wav", seconds: 1, in: folder)
      try #require(try Recovery.needed(in: folder)).carryOut()
      let session = try #require(try folder.session())
      #expect(session.scenario == "owned-failure")
      #expect(session.started == "2026-11-20T19:04:11Z")
      #expect(session.mode == .rehearse)
      #expect(session.takes.map(\.subject) == [.step(.action)])
    }
  }

  @Test func `a session.json that is none is kept beside the new one`() throws {
    try withSession { folder in
      try Data("{".utf8).write(to: URL(fileURLWithPath: "\(folder.path)/session.json"))
      try record("3-action.wav", seconds: 1, in: folder)
      try #require(try Recovery.needed(in: folder)).carryOut()
      #expect(try bytes("session.broken-1.json", in: folder) == Data("{".utf8))
      #expect(try folder.session()?.takes.count == 1)
    }
  }

  @Test func `a session of a newer StarPace is not touched`() throws {
    try withSession { folder in
      try Data(#"{"schema": 99}"#.utf8).write(to: URL(fileURLWithPath: "\(folder.path)/session.json"))
      try record("3-action.wav", seconds: 1, in: folder, isFinished: false)
      #expect { try Recovery.needed(in: folder) } throws: { "\($0)".contains("newer StarPace") }
    }
  }

  @Test func `where nothing was said there is nothing to recover`() throws {
    try withSession { folder in
      #expect(try Recovery.needed(in: folder) == nil)
      try folder.write(session)
      try record("1-situation.wav", seconds: 0, in: folder)
      try Data().write(to: URL(fileURLWithPath: "\(folder.path)/2-task.wav"))
      #expect(try Recovery.needed(in: folder) == nil)
    }
  }

  @Test func `a take that cannot be read is named and does not cost the others`() throws {
    try withSession { folder in
      try folder.write(session)
      try Data("no sound".utf8).write(to: URL(fileURLWithPath: "\(folder.path)/1-situation.wav"))
      try record("2-task.wav", seconds: 1, in: folder)
      let recovery = try #require(try Recovery.needed(in: folder))
      #expect(recovery.unreadable.count == 1)
      #expect(recovery.unreadable.first?.contains("1-situation.wav") == true)
      try recovery.carryOut()
      #expect(try folder.session()?.takes.map(\.file) == ["2-task.wav"])
      #expect(try bytes("1-situation.wav", in: folder) == Data("no sound".utf8))
    }
  }

  @Test func `an answered probe is among the probes of the session`() throws {
    try withSession { folder in
      try folder.write(session)
      try record("6-probe-acceptance.wav", seconds: 1, in: folder)
      try #require(try Recovery.needed(in: folder)).carryOut()
      let session = try #require(try folder.session())
      #expect(session.probes.map(\.id) == ["acceptance"])
      #expect(session.probes.allSatisfy { !$0.reasons.isEmpty })
      #expect(session.takes.map(\.subject) == [.probe("acceptance")])
    }
  }

  @Test func `a session that is being recorded is left alone, and one broken off is told from a whole one`() throws {
    try withSession { folder in
      let sessions = (folder.path as NSString).deletingLastPathComponent
      try folder.write(session)
      try record("1-situation.wav", seconds: 1, in: folder, isFinished: false)
      #expect(SessionFolder.brokenOff(in: sessions) == [])
      do {
        let mark = try RecordingMark.hold(in: folder)
        #expect { try Recovery.needed(in: folder) } throws: { ($0 as? SessionError)?.kind == .inUse }
        #expect { try RecordingMark.hold(in: folder) } throws: { ($0 as? SessionError)?.kind == .inUse }
        #expect(SessionFolder.brokenOff(in: sessions) == [])
        withExtendedLifetime(mark) {}
      }
      // Let go without being removed, as by a crash.
      #expect(SessionFolder.brokenOff(in: sessions) == [folder])
      try #require(try Recovery.needed(in: folder)).carryOut()
      #expect(SessionFolder.brokenOff(in: sessions) == [])
      #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/.recording"))
    }
  }
}
