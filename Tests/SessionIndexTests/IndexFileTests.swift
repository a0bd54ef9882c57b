import Foundation
import GRDB
import Glibc
import Interview
import Scenarios
import SessionIndex
import Testing
import Trends

/// A database that is not what it should be: whatever it is, the sessions are told rightly.
@Suite struct IndexFileTests {
  /// A cohort of three sessions whose index is written.
  private func indexed() throws -> TemporaryCohort {
    let cohort = try TemporaryCohort()
    for number in 1...3 { try cohort.write("s\(number)", task: Double(number) / 3) }
    _ = try cohort.contents()
    #expect(cohort.said.isEmpty)
    return cohort
  }

  private let verdicts: [String: Verdict] = ["s1": .farTooShort, "s2": .short, "s3": .onTarget]

  /// Expects the right verdicts, one sentence with `words`, and after that a database that is used in silence.
  private func expectRebuilt(_ cohort: TemporaryCohort, _ words: String) throws {
    #expect(try cohort.verdicts() == verdicts)
    #expect(cohort.said == ["The index in \(cohort.cache) \(words); it is built anew."])
    #expect(try cohort.readCount() == 0)
    #expect(cohort.said.isEmpty)
  }

  @Test func `a database that was deleted is built again in silence`() throws {
    let cohort = try indexed()
    try FileManager.default.removeItem(atPath: cohort.cache)
    #expect(try cohort.verdicts() == verdicts)
    #expect(cohort.said.isEmpty)
    #expect(try cohort.readCount() == 0)
  }

  @Test func `only its owner can read it`() throws {
    let cohort = try indexed()
    func permissions(_ path: String) throws -> Int? {
      try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }
    #expect(try permissions(cohort.cache) == 0o700)
    for name in try FileManager.default.contentsOfDirectory(atPath: cohort.cache) {
      #expect(try permissions("\(cohort.cache)/\(name)") == 0o600, "\(name)")
    }
  }

  @Test(arguments: ["These are my notes on indices, and nobody else's.", String(repeating: "x", count: 100_000)])
  func `a file that is no database is built anew`(text: String) throws {
    let cohort = try indexed()
    try Data(text.utf8).write(to: URL(fileURLWithPath: cohort.database))
    try expectRebuilt(cohort, "was not StarPace's")
  }

  @Test func `a database of another program is built anew`() throws {
    let cohort = try indexed()
    try FileManager.default.removeItem(atPath: cohort.database)
    try cohort.execute("CREATE TABLE session (id INTEGER); INSERT INTO session VALUES (1)")
    try expectRebuilt(cohort, "was not StarPace's")
    try cohort.execute("PRAGMA application_id = 7")
    try expectRebuilt(cohort, "was not StarPace's")
  }

  @Test(arguments: [1, 999, 9_999])
  func `a database of another version is built anew`(version: Int) throws {
    let cohort = try indexed()
    try cohort.execute("PRAGMA user_version = \(version)")
    try expectRebuilt(cohort, "was written by another version of StarPace")
  }

  @Test(arguments: [
    "DROP TABLE answer", "DROP TABLE session", "ALTER TABLE session RENAME COLUMN level TO floor",
    "ALTER TABLE answer RENAME COLUMN is_trusted TO is_loved",
  ])
  func `a database without its tables is built anew`(statement: String) throws {
    let cohort = try indexed()
    try cohort.execute("PRAGMA foreign_keys = OFF; \(statement)")
    try expectRebuilt(cohort, "was damaged")
  }

  @Test func `a database that was cut off is built anew`() throws {
    let cohort = try indexed()
    let size = try #require(FileManager.default.contents(atPath: cohort.database)?.count)
    for rest in [size / 2, 4_096, 1_000, 100] {
      try #require(truncate(cohort.database, rest) == 0)
      #expect(try cohort.verdicts() == verdicts, "\(rest)")
      #expect(cohort.said.count == 1, "\(rest): \(cohort.said)")
      #expect(try cohort.readCount() == 0)
    }
  }

  @Test func `a database with damaged pages gives right answers or is built anew`() throws {
    let cohort = try indexed()
    let whole = try #require(FileManager.default.contents(atPath: cohort.database))
    for page in 0..<whole.count / 4_096 {
      var damaged = whole
      // The head of the page: a damaged value in its cells cannot be told from a right one.
      for offset in page * 4_096..<page * 4_096 + 16 { damaged[offset] = 0xA5 }
      try damaged.write(to: URL(fileURLWithPath: cohort.database))
      #expect(try cohort.verdicts() == verdicts, "page \(page)")
      #expect(try cohort.verdicts() == verdicts, "page \(page)")
      #expect(cohort.said.isEmpty)
    }
  }

  @Test(arguments: [
    "UPDATE session SET level = 'boss'", "UPDATE session SET mode = ''", "DELETE FROM answer WHERE place = 2",
    "UPDATE session SET session_size = 0", "DELETE FROM session",
  ])
  func `a row that makes no sense is read anew`(statement: String) throws {
    let cohort = try indexed()
    try cohort.execute(statement)
    #expect(try cohort.verdicts() == verdicts)
    #expect(cohort.said.isEmpty)
    #expect(try cohort.readCount() == 0)
  }

  @Test(arguments: [
    "UPDATE answer SET answer_time_s = 'x'", "UPDATE session SET at_least_s = 'soon'",
    "UPDATE session SET session_inode = 'x'", "UPDATE session SET scenario = x'ff'", "UPDATE session SET level = NULL",
  ])
  func `a value of another kind is not taken`(statement: String) throws {
    let cohort = try indexed()
    #expect(throws: DatabaseError.self) { try cohort.execute(statement) }
    #expect(try cohort.verdicts() == verdicts)
  }

  @Test(arguments: ["UPDATE answer SET pauses = NULL", "UPDATE answer SET target_s = NULL WHERE place = 3"])
  func `an answer without one of its values is read anew`(statement: String) throws {
    let cohort = try indexed()
    try cohort.execute(statement)
    #expect(try cohort.verdicts() == verdicts)
    #expect(try cohort.readCount() == 0)
  }

  @Test func `a window without bounds stops nothing`() throws {
    let cohort = try indexed()
    try cohort.execute("UPDATE session SET at_least_s = 9e999, at_most_s = -9e999")
    #expect(try cohort.verdicts() == verdicts)
  }

  @Test func `where no folder can be made, every session is read, and that is said once`() throws {
    let cohort = try TemporaryCohort()
    try cohort.write("s3")
    try Data().write(to: URL(fileURLWithPath: "\(cohort.path)/cache"))
    #expect(try cohort.readCount() == 1)
    #expect(cohort.said.count == 1 && cohort.said[0].contains("every session is read"))
    #expect(try cohort.readCount() == 1)
  }

  @Test func `where a folder stands in its place, every session is read`() throws {
    let cohort = try TemporaryCohort()
    try cohort.write("s3")
    try FileManager.default.createDirectory(atPath: cohort.database, withIntermediateDirectories: true)
    #expect(try cohort.verdicts() == ["s3": .onTarget])
    #expect(cohort.said.count == 1)
  }

  @Test func `one that another process holds is waited for, and then done without`() throws {
    let cohort = try indexed()
    var configuration = GRDB.Configuration()
    configuration.allowsUnsafeTransactions = true
    let other = try DatabaseQueue(path: cohort.database, configuration: configuration)
    try other.writeWithoutTransaction { try $0.execute(sql: "BEGIN EXCLUSIVE") }
    #expect(try cohort.contents(patience: 0.05).sessions.count == 3)
    #expect(cohort.said.count == 1 && cohort.said[0].contains("in use by another StarPace"))
    try other.writeWithoutTransaction { try $0.execute(sql: "ROLLBACK") }
    #expect(try cohort.readCount() == 0)
  }

  @Test func `many at once tell the same, also where they find a damaged database`() throws {
    for text in [nil, "no database"] {
      let cohort = try TemporaryCohort()
      for number in 1...3 { try cohort.write("s\(number)", task: Double(number) / 3) }
      if let text {
        try FileManager.default.createDirectory(atPath: cohort.cache, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: URL(fileURLWithPath: cohort.database))
      }
      let (cache, library, sessions) = (cohort.cache, cohort.library, cohort.sessions)
      nonisolated(unsafe) var results = [[String: Verdict]](repeating: [:], count: 8)
      results.withUnsafeMutableBufferPointer { results in
        nonisolated(unsafe) let results = results
        DispatchQueue.concurrentPerform(iterations: 8) { number in
          let contents = try? SessionIndex(cache: cache, library: library) { _ in }.contents(of: [sessions])
          results[number] = Dictionary(
            uniqueKeysWithValues: (contents?.sessions ?? []).map { ($0.name, $0[.task].verdict) })
        }
      }
      #expect(results.allSatisfy { $0 == verdicts })
      #expect(try cohort.readCount() == 0)
    }
  }
}
