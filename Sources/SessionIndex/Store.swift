import Foundation
import GRDB
import Trends

/// The database as the index uses it: whatever goes wrong with it, the work goes on without it.
struct Store {
  private let cache: String
  private let patience: Double
  private let say: (SessionIndex.Notice) -> Void
  /// `nil` where there is none that can be used.
  private var file: IndexFile?

  /// The store in the folder `cache`; `say` hears a sentence where it was made anew, or cannot be had. Other processes
  /// are waited for `patience` seconds.
  init(cache: String, patience: Double, say: @escaping (SessionIndex.Notice) -> Void) {
    self.cache = cache
    self.patience = patience
    self.say = say
    open()
  }

  /// Opens the database, but not the file with the number `damaged`.
  private mutating func open(except damaged: Int64? = nil) {
    file = nil
    do throws(IndexFile.Failure) {
      let (opened, renewal) = try IndexFile.open(in: cache, except: damaged, patience: patience)
      file = opened
      if let renewal { say(.builtAnew("The index in \(cache) \(renewal.words); it is built anew.")) }
    } catch {
      switch error {
      case .unwritable:
        say(.unavailable("No index can be kept in \(cache), so every session is read; check the folder's permissions."))
      case .inUse:
        say(.unavailable("The index in \(cache) is in use by another StarPace, so every session is read this time."))
      }
    }
  }

  /// What is known of the sessions in `folders`, by their paths.
  ///
  /// Sessions in folders that are gone are forgotten on the way.
  mutating func rows(in folders: [String]) -> [String: IndexRow] {
    for attempt in 1...2 {
      // The queue alone: the file's lock must be free where it has to be made anew.
      guard let queue = file?.queue else { return [:] }
      do {
        return try queue.read { try IndexRow.all(in: folders, $0) }
      } catch {
        give(up: error, mayRenew: attempt == 1)
      }
    }
    return [:]
  }

  /// Keeps what was read, all of it or nothing.
  mutating func keep(_ readings: [(found: FoundSession, reading: SummaryReader.Reading)]) {
    guard !readings.isEmpty else { return }
    write { db in
      for (found, reading) in readings {
        try IndexRow(
          summary: reading.summary, session: found.session, notes: found.notes, scenario: reading.scenario
        ).save(found, db)
      }
    }
  }

  /// Forgets the sessions at `paths`, and all those in folders that are gone.
  mutating func forget(_ paths: [String]) {
    var gone: [String] = []
    if let queue = file?.queue {
      let folders = (try? queue.read { try String.fetchAll($0, sql: "SELECT DISTINCT folder FROM session") }) ?? []
      gone = folders.filter { access($0, F_OK) != 0 && errno == ENOENT }
    }
    guard !paths.isEmpty || !gone.isEmpty else { return }
    write { db in
      for path in paths {
        let name = path.split(separator: "/").last ?? ""
        try db.cachedStatement(sql: "DELETE FROM session WHERE folder = ? AND name = ?")
          .execute(arguments: [String(path.dropLast(name.count + 1)), String(name)])
      }
      for folder in gone { try db.execute(sql: "DELETE FROM session WHERE folder = ?", arguments: [folder]) }
    }
  }

  private mutating func write(_ updates: (Database) throws -> Void) {
    do {
      try file?.queue.write(updates)
    } catch {
      give(up: error, mayRenew: true)
    }
  }

  /// Goes on with a new database where `error` tells of a damaged one and it `mayRenew`, else without any.
  private mutating func give(up error: any Error, mayRenew: Bool) {
    if mayRenew, (error as? DatabaseError)?.isDamage == true { return open(except: file?.inode) }
    file = nil
    let isBusy = (error as? DatabaseError)?.resultCode == .SQLITE_BUSY
    say(
      .unavailable(
        isBusy
          ? "The index in \(cache) is in use by another StarPace; what was read is not kept this time."
          : "The index in \(cache) cannot be written, so what was read is not kept; check the folder and the disk."))
  }
}
