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

  /// Holds it together with others; whether that succeeded within `seconds`, while one builds the index anew.
  func share(within seconds: Double) -> Bool { hold(LOCK_SH, within: seconds) }

  /// Holds it alone; whether that succeeded within `seconds`.
  func holdAlone(within seconds: Double) -> Bool {
    // Given up first: two that both hold it and both want it alone would wait for each other.
    flock(descriptor, LOCK_UN)
    return hold(LOCK_EX, within: seconds)
  }

  private func hold(_ kind: Int32, within seconds: Double) -> Bool {
    let deadline = ContinuousClock.now + .seconds(seconds)
    while flock(descriptor, kind | LOCK_NB) != 0 {
      // A file system without locks: there is nothing to wait for.
      guard errno == EWOULDBLOCK || errno == EINTR else { return true }
      guard .now < deadline else { return false }
      usleep(20_000)
    }
    return true
  }
}
