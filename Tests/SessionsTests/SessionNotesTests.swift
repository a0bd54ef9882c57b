import Foundation
import Interview
import Scenarios
import Sessions
import Testing

@Suite struct SessionNotesTests {
  private let mark = CoachNotes.Mark(by: "Ann", written: "2026-11-21T10:00:00Z")

  /// Runs `body` with a session's folder that is removed afterwards.
  private func withFolder(_ body: (SessionFolder) throws -> Void) throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("starpace-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let folder = try SessionFolder.create(in: path, started: "2026-11-20", scenario: "owned-failure")
    try body(folder)
  }

  private func names(in folder: SessionFolder) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  @Test func `notes lie beside the session, for its owner alone, and go when the last is gone`() throws {
    try withFolder { folder in
      #expect(try folder.notes().isEmpty)
      try folder.changeNotes { $0.notes.append(.init(on: .task, "x", mark)) }
      try folder.changeNotes { $0.set(.onTarget, on: .task, mark) }
      #expect(try folder.notes().count == 2)
      #expect(try names(in: folder) == ["notes.json"])
      let permissions = try FileManager.default.attributesOfItem(atPath: "\(folder.path)/notes.json")[.posixPermissions]
      #expect(permissions as? Int == 0o600)
      try folder.changeNotes {
        _ = $0.remove(1)
        $0.set(nil, on: .task, mark)
      }
      #expect(try names(in: folder).isEmpty)
      try folder.changeNotes { _ in }
    }
  }

  @Test func `a session that is written again keeps its notes`() throws {
    try withFolder { folder in
      try folder.changeNotes { $0.notes.append(.init(on: nil, "x", mark)) }
      try folder.write(Session(scenario: "owned-failure", level: .sde2, started: nil, seed: 1))
      #expect(try folder.notes().notes.map(\.text) == ["x"])
    }
  }

  @Test(arguments: [
    "", "{", "[]", "null", #"{"schema":"1"}"#, #"{"schema":1,"notes":{}}"#, #"{"schema":1,"notes":[{"text":7}]}"#,
    #"{"schema":1,"notes":[{"text":"x"}]}"#, #"{"schema":1,"notes":[{"text":"x","step":"finale","written":"y"}]}"#,
    #"{"schema":1,"verdicts":[{"step":"task","verdict":"splendid","written":"y"}]}"#,
    String(repeating: "[", count: 100_000), String(repeating: "x", count: 3_000_000),
  ])
  func `a notes.json that is none says so, and is not written over`(text: String) throws {
    try withFolder { folder in
      let file = "\(folder.path)/notes.json"
      try Data(text.utf8).write(to: URL(fileURLWithPath: file))
      #expect { try folder.notes() } throws: {
        ($0 as? SessionError)?.kind == .badData && "\($0)".contains("move it away")
      }
      #expect(throws: SessionError.self) { try folder.changeNotes { $0.notes.append(.init(on: nil, "x", mark)) } }
      #expect(FileManager.default.contents(atPath: file) == Data(text.utf8))
    }
  }

  @Test func `notes of a newer StarPace are left alone`() throws {
    try withFolder { folder in
      try Data(#"{"schema":2,"notes":"otherwise"}"#.utf8).write(to: URL(fileURLWithPath: "\(folder.path)/notes.json"))
      #expect { try folder.notes() } throws: { "\($0)".contains("newer StarPace") }
    }
  }

  @Test func `a change that throws changes nothing`() throws {
    struct Refusal: Error {}
    try withFolder { (folder: SessionFolder) throws in
      #expect(throws: Refusal.self) {
        try folder.changeNotes {
          $0.notes.append(.init(on: nil, "x", mark))
          throw Refusal()
        }
      }
      let left = try names(in: folder)
      #expect(left.isEmpty)
    }
  }

  @Test func `two that write at once lose nothing`() throws {
    try withFolder { folder in
      DispatchQueue.concurrentPerform(iterations: 20) { number in
        try? folder.changeNotes { $0.notes.append(.init(on: nil, "\(number)", mark)) }
      }
      let texts = try folder.notes().notes.map(\.text)
      #expect(Set(texts) == Set((0..<20).map(String.init)))
    }
  }
}
