import Foundation
import GRDB
import Interview

/// The database file of the index: opened, made, or made anew where it is not ours.
struct IndexFile {
  /// The connection; transactions that write wait for those of other processes.
  let queue: DatabaseQueue
  /// The number of the file.
  let inode: Int64?
  private let lock: IndexLock

  /// "StrP": tells our databases from those of other programs (PRAGMA application_id).
  private static let applicationID: Int32 = 0x5374_7250
  /// Has to grow with the layout of the tables and with how a summary's figures are reckoned (SessionSummaryTests), and
  /// grows with the sessions that they are made of.
  private static let version = Int32(1_000 + Session.currentSchema)

  /// Why there is no index.
  enum Failure: Error {
    /// The folder or the file cannot be made or written to.
    case unwritable
    /// Another process holds it.
    case inUse
  }

  /// Why an index was made anew.
  enum Renewal: Error {
    case damaged, foreign, otherVersion

    /// The words between "The index in X" and "is built anew".
    var words: String {
      switch self {
      case .damaged: "was damaged"
      case .foreign: "was not StarPace's"
      case .otherVersion: "was written by another version of StarPace"
      }
    }
  }

  /// Opens the index in the folder `folder`, which is made; the file with the number `damaged` is made anew in any case.
  /// Other processes are waited for `patience` seconds.
  ///
  /// - Returns: the file, and why it was made anew, if it was made anew by this process.
  static func open(
    in folder: String, except damaged: Int64? = nil, patience: Double
  ) throws(Failure) -> (IndexFile, Renewal?) {
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw .unwritable
    }
    guard let lock = IndexLock(path: folder + "/index.lock") else { throw .unwritable }
    let path = folder + "/index.sqlite"
    /// The file where it is ours and whole; or why it is not.
    func current() throws -> Result<IndexFile, Renewal> {
      guard damaged == nil || FileState(of: path)?.inode != damaged else { return .failure(.damaged) }
      do {
        return .success(
          IndexFile(queue: try connect(path, patience: patience), inode: FileState(of: path)?.inode, lock: lock))
      } catch let renewal as Renewal {
        return .failure(renewal)
      }
    }
    let deadline = ContinuousClock.now + .seconds(patience)
    do {
      repeat {
        if lock.share(), case .success(let file) = try current() { return (file, nil) }
        if lock.holdAlone(), case .failure(let reason) = try current() {
          // Another may have done it meanwhile; but now nobody else has it open.
          for ending in ["", "-journal", "-wal", "-shm"] { unlink(path + ending) }
          let queue = try connect(path, patience: patience)
          // Another may hold it alone for a moment, and finds nothing to do.
          while !lock.share() { usleep(1_000) }
          return (IndexFile(queue: queue, inode: FileState(of: path)?.inode, lock: lock), reason)
        }
        usleep(20_000)
      } while .now < deadline
    } catch {
      throw failure(error)
    }
    throw .inUse
  }

  private static func failure(_ error: any Error) -> Failure {
    (error as? Failure) ?? ((error as? DatabaseError)?.resultCode == .SQLITE_BUSY ? .inUse : .unwritable)
  }

  /// Connects to the database at `path`, and makes its tables where it is empty.
  /// - Throws: a `Renewal` where it is not ours.
  private static func connect(_ path: String, patience: Double) throws -> DatabaseQueue {
    // Made with its permissions: SQLite's own would let others read. The journal takes those of the database.
    let descriptor = Glibc.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600 as mode_t)
    guard descriptor >= 0 || access(path, R_OK) == 0 else { throw Failure.unwritable }
    if descriptor >= 0 { close(descriptor) }
    var configuration = Configuration()
    // A rollback journal, and no write-ahead log: that one needs memory shared between processes, which homes on a
    // network lack, and readers here are done in a tenth of a second.
    configuration.busyMode = .timeout(patience)
    // What was forgotten is gone from the file too.
    configuration.prepareDatabase { try $0.execute(sql: "PRAGMA secure_delete = ON") }
    do {
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      let (application, version, isEmpty) = try queue.read { db in
        (
          try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0,
          try Int32.fetchOne(db, sql: "PRAGMA user_version") ?? 0,
          try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") == 0
        )
      }
      if isEmpty, application == 0, version == 0 {
        try queue.write(makeTables)
      } else if application != applicationID {
        throw Renewal.foreign
      } else if version != Self.version {
        throw Renewal.otherVersion
      }
      return queue
    } catch let error as DatabaseError where error.isDamage {
      throw error.resultCode == .SQLITE_NOTADB ? Renewal.foreign : .damaged
    }
  }

  private static func makeTables(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE IF NOT EXISTS session (
          id INTEGER PRIMARY KEY, folder TEXT NOT NULL, name TEXT NOT NULL,
          session_size INTEGER NOT NULL, session_modified_ns INTEGER NOT NULL, session_inode INTEGER NOT NULL,
          notes_size INTEGER, notes_modified_ns INTEGER, notes_inode INTEGER,
          scenario_file TEXT NOT NULL, scenario_size INTEGER NOT NULL, scenario_modified_ns INTEGER NOT NULL,
          scenario_inode INTEGER NOT NULL,
          candidate TEXT, scenario TEXT NOT NULL, level TEXT NOT NULL, mode TEXT NOT NULL, started TEXT,
          at_least_s REAL NOT NULL, at_most_s REAL NOT NULL, note_count INTEGER NOT NULL,
          UNIQUE (folder, name)
        ) STRICT;
        CREATE TABLE IF NOT EXISTS answer (
          session INTEGER NOT NULL REFERENCES session ON DELETE CASCADE,
          -- 1 to 5 for the steps, from 6 on for the probes.
          place INTEGER NOT NULL,
          probe TEXT, target_s REAL, limit_s REAL,
          -- Without an answer all of these are NULL.
          answer_time_s REAL, speech_time_s REAL, latency_s REAL, pauses INTEGER, median_pause_s REAL,
          longest_pause_s REAL, speech_rate_per_s REAL, articulation_rate_per_s REAL, is_trusted INTEGER,
          PRIMARY KEY (session, place)
        ) STRICT, WITHOUT ROWID;
        PRAGMA application_id = \(applicationID);
        PRAGMA user_version = \(version);
        """)
  }
}

extension DatabaseError {
  /// Whether the database is not what it should be, rather than busy, full or read-only.
  var isDamage: Bool {
    switch resultCode {
    case .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_ERROR, .SQLITE_MISMATCH, .SQLITE_CONSTRAINT, .SQLITE_FORMAT: true
    default: false
    }
  }
}
