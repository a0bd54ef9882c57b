import Synchronization

/// What `body` gives on a thread of its own, or nil where that takes longer than `limit`; where `stop` is asked for
/// meanwhile, a second longer than that.
///
/// For calls into a sound server, which may be frozen. A body that is late goes on, and what it gives is let go. `stop` is
/// asked 50 times a second, until it says yes.
func answer<Value: ~Copyable & Sendable>(
  within limit: Duration, unless stop: () -> Bool = { false }, from body: @escaping @Sendable () -> Value
) -> Value? {
  let reply = Reply<Value>()
  runOnCaptureThread { reply.give(body()) }
  var deadline = SuspendingClock.now.advanced(by: limit)
  var isStopping = false
  repeat {
    let left = SuspendingClock.now.duration(to: deadline)
    if reply.isGiven(within: max(.zero, min(left, .milliseconds(20)))) { return reply.take() }
    if !isStopping, stop() {
      isStopping = true
      deadline = min(deadline, .now + .seconds(1))
    }
  } while SuspendingClock.now < deadline
  return nil
}

/// A value that one thread gives and another waits for.
private final class Reply<Value: ~Copyable & Sendable>: Sendable {
  private let value = Mutex<Value?>(nil)
  private let isThere = Semaphore(0)

  func give(_ given: consuming Value) {
    var given: Value? = given
    value.withLock { swap(&$0, &given) }
    isThere.signal()
  }

  func isGiven(within time: Duration) -> Bool { isThere.wait(for: time) }

  func take() -> Value? { value.withLock { $0.take() } }
}
