import Glibc

/// Held by every process that has the index open, so that none removes the file under another.
final class IndexLock: Sendable {
  private let descriptor: Int32

  /// The lock in the file at `path`, which is made; `nil` where it cannot be.
  init?(path: String) {
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600 as mode_t)
    guard descriptor >= 0 else { return nil }
  }

  deinit { close(descriptor) }

  /// Holds it together with others; false where one holds it alone, to make the index anew.
  func share() -> Bool { hold(LOCK_SH) }

  /// Holds it alone; false where others hold it too, and then it is given up.
  ///
  /// Given up in any case at first: two that hold it and want it alone would wait for each other.
  func holdAlone() -> Bool {
    flock(descriptor, LOCK_UN)
    return hold(LOCK_EX)
  }

  private func hold(_ kind: Int32) -> Bool {
    // A file system without locks has nobody to wait for.
    flock(descriptor, kind | LOCK_NB) == 0 || (errno != EWOULDBLOCK && errno != EINTR)
  }
}
