import Glibc

/// The mark of a session that is being recorded: the empty file `.recording`, locked by the process that records.
///
/// The lock ends with the process, however that ends; the file goes only when all that was said is in the session.
/// A mark that nobody holds therefore tells of a crash.
package final class RecordingMark: Sendable {
  private let path: String
  private let descriptor: Int32

  private init(owning descriptor: Int32, path: String) {
    self.descriptor = descriptor
    self.path = path
  }

  deinit { close(descriptor) }

  /// Marks `folder` and holds the mark as long as the value lives; also takes over the mark of a crash.
  /// - Throws: `inUse` where another process holds it, `cannotWrite` where it cannot be made.
  package static func hold(in folder: SessionFolder) throws(SessionError) -> RecordingMark {
    let path = path(in: folder)
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NOCTTY, 0o600 as mode_t)
    guard descriptor >= 0 else {
      throw SessionError(.cannotWrite, "Cannot write into \(folder.path); check its permissions and the disk.")
    }
    let mark = RecordingMark(owning: descriptor, path: path)
    if isLockedByAnother(descriptor) {
      // Perhaps by one that only asks, which takes microseconds.
      usleep(50_000)
      if isLockedByAnother(descriptor) { throw folder.isInUse }
    }
    return mark
  }

  /// Takes the mark away: all that was said is in the session.
  package func remove() { unlink(path) }

  /// Whether `folder` has a mark, held or not.
  static func exists(in folder: SessionFolder) -> Bool { access(path(in: folder), F_OK) == 0 }

  /// Whether another process is recording into `folder` at this moment.
  static func isHeld(in folder: SessionFolder) -> Bool {
    let descriptor = open(path(in: folder), O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NOCTTY)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return isLockedByAnother(descriptor)
  }

  /// Locks the file unless another process has it; a file system without locks never has.
  private static func isLockedByAnother(_ descriptor: Int32) -> Bool {
    flock(descriptor, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK
  }

  private static func path(in folder: SessionFolder) -> String { "\(folder.path)/.recording" }
}

extension SessionFolder {
  /// That another process records into the folder.
  var isInUse: SessionError {
    SessionError(.inUse, "\(path) is being recorded at this moment; end that rehearsal first.")
  }
}
