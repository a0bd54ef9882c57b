import BuiltSessions
import Foundation
import GRDB
import Glibc
import Interview
import Scenarios
import SessionIndex
import Sessions
import Trends

/// A folder with sessions and an index of them, which goes away with the value.
final class TemporaryCohort {
  let path: String
  /// What the index has said.
  private(set) var said: [String] = []

  init() throws {
    path =
      FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appendingPathComponent("starpace-index-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: sessions, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  var sessions: String { "\(path)/sessions" }
  var cache: String { "\(path)/cache/starpace" }
  var database: String { "\(cache)/index.sqlite" }
  var library = ScenarioLibrary(folders: [root.appendingPathComponent("Scenarios").path])

  /// Writes a session into `sessions`, or a folder in it, whose Task lasts `task` of its target.
  @discardableResult
  func write(
    _ name: String, in folder: String? = nil, scenario id: String = "owned-failure", task: Double = 1,
    candidate: String? = nil, keepsScenario: Bool = true
  ) throws -> String {
    let path = [sessions, folder, name].compactMap(\.self).joined(separator: "/")
    let file = try library.scenario(id: id)
    let session = builtSession(
      seed: 1, candidate: candidate, scenario: file.scenario, started: "2026-01-01T10:00:00Z", shares: [.task: task])
    try session.write(to: path, scenario: file)
    if !keepsScenario { try FileManager.default.removeItem(atPath: "\(path)/scenario") }
    return path
  }

  /// What the index tells of `sessions` now.
  func contents(goesDeeper: Bool = false, patience: Double = 5) throws -> SessionIndex.Contents {
    said = []
    return try SessionIndex(cache: cache, library: library, patience: patience) { notice in
      switch notice {
      case .builtAnew(let sentence), .unavailable(let sentence): self.said.append(sentence)
      }
    }.contents(of: [sessions], goesDeeper: goesDeeper)
  }

  /// Changes the database as another program could.
  func execute(_ statements: String) throws {
    try DatabaseQueue(path: database).writeWithoutTransaction { try $0.execute(sql: statements) }
  }

  /// A number from the database.
  func query(_ statement: String) throws -> Int? {
    try DatabaseQueue(path: database).read { try Int.fetchOne($0, sql: statement) }
  }

  /// The names of the sessions with their verdicts on Task.
  func verdicts(goesDeeper: Bool = false) throws -> [String: Verdict] {
    Dictionary(
      uniqueKeysWithValues: try contents(goesDeeper: goesDeeper).sessions.map { ($0.name, $0[.task].verdict) })
  }

  /// How many sessions are read when the index is asked: told by the times at which their files were last read.
  func readCount() throws -> Int {
    let files = try FileManager.default.subpathsOfDirectory(atPath: sessions).filter { $0.hasSuffix("session.json") }
    // A time of reading that any reading changes, whatever the file system's settings: before that of writing.
    for file in files { setAccessTime(of: "\(sessions)/\(file)", to: 1_000) }
    _ = try contents()
    return files.count { accessTime(of: "\(sessions)/\($0)") != 1_000 }
  }

  private func accessTime(of path: String) -> Int {
    var status = stat()
    stat(path, &status)
    return status.st_atim.tv_sec
  }

  private func setAccessTime(of path: String, to seconds: Int) {
    // The second time, of the last change, stays.
    var times = [timespec(tv_sec: seconds, tv_nsec: 0), timespec(tv_sec: 0, tv_nsec: 0x3FFF_FFFE)]
    utimensat(AT_FDCWD, path, &times, 0)
  }
}

let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()
