import Glibc

/// A count that threads wait for: the C library's own, since Synchronization has nothing to wait on.
final class Semaphore: Sendable {
  // SAFETY: sem_t is made to be used from any thread, and lives as long as this object.
  private nonisolated(unsafe) let pointer: UnsafeMutablePointer<sem_t>

  init(_ count: UInt32) {
    pointer = .allocate(capacity: 1)
    sem_init(pointer, 0, count)
  }

  deinit {
    sem_destroy(pointer)
    pointer.deallocate()
  }

  func signal() {
    sem_post(pointer)
  }

  func wait() {
    // A signal handler that ran meanwhile is no reason to go on.
    while sem_wait(pointer) != 0, errno == EINTR {}
  }

  /// Waits for some seconds at most, and tells whether the count was there in time.
  func wait(seconds: Int) -> Bool {
    var deadline = timespec()
    // The one clock that sem_timedwait knows. Whoever sets it meanwhile waits longer or shorter.
    clock_gettime(CLOCK_REALTIME, &deadline)
    deadline.tv_sec += seconds
    while sem_timedwait(pointer, &deadline) != 0 {
      if errno != EINTR { return false }
    }
    return true
  }
}
