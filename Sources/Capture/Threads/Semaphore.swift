import Glibc

/// A count that threads wait for, since Synchronization has nothing to wait on.
///
/// By the monotonic clock and not the C library's own: a wait of that one ends at a time of day, and a machine whose
/// clock is put back meanwhile would be held up by as much.
final class Semaphore: Sendable {
  private struct State {
    var lock = pthread_mutex_t()
    var isRaised = pthread_cond_t()
    var count: Int
  }

  // SAFETY: the count is looked at with the lock held, and the memory lives as long as this object.
  private nonisolated(unsafe) let state: UnsafeMutablePointer<State>

  init(_ count: Int) {
    state = .allocate(capacity: 1)
    state.initialize(to: State(count: count))
    pthread_mutex_init(&state.pointee.lock, nil)
    var attributes = pthread_condattr_t()
    pthread_condattr_init(&attributes)
    pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
    pthread_cond_init(&state.pointee.isRaised, &attributes)
    pthread_condattr_destroy(&attributes)
  }

  deinit {
    pthread_cond_destroy(&state.pointee.isRaised)
    pthread_mutex_destroy(&state.pointee.lock)
    state.deinitialize(count: 1)
    state.deallocate()
  }

  func signal() {
    pthread_mutex_lock(&state.pointee.lock)
    state.pointee.count += 1
    pthread_cond_signal(&state.pointee.isRaised)
    pthread_mutex_unlock(&state.pointee.lock)
  }

  /// Waits for so long at most, and tells whether the count was there in time.
  func wait(for time: Duration) -> Bool {
    var deadline = timespec()
    clock_gettime(CLOCK_MONOTONIC, &deadline)
    let (seconds, attoseconds) = time.components
    deadline.tv_sec += Int(seconds)
    deadline.tv_nsec += Int(attoseconds / 1_000_000_000)
    if deadline.tv_nsec >= 1_000_000_000 {
      deadline.tv_sec += 1
      deadline.tv_nsec -= 1_000_000_000
    }
    pthread_mutex_lock(&state.pointee.lock)
    defer { pthread_mutex_unlock(&state.pointee.lock) }
    while state.pointee.count == 0 {
      if pthread_cond_timedwait(&state.pointee.isRaised, &state.pointee.lock, &deadline) == ETIMEDOUT { break }
    }
    guard state.pointee.count > 0 else { return false }
    state.pointee.count -= 1
    return true
  }
}
