import Synchronization

/// What `body` gives on a thread of its own, or nil where that takes longer than `seconds`.
///
/// For calls into a sound server, which may be frozen. A body that is late goes on, and what it gives is let go.
func answer<Value: ~Copyable & Sendable>(
  within seconds: Int, from body: @escaping @Sendable () -> Value
) -> Value? {
  let reply = Reply<Value>()
  runOnCaptureThread { reply.give(body()) }
  return reply.wait(seconds: seconds)
}

/// A value that one thread gives and another waits for.
private final class Reply<Value: ~Copyable & Sendable>: Sendable {
  private let value = Mutex<Value?>(nil)
  private let isGiven = Semaphore(0)

  func give(_ given: consuming Value) {
    var given: Value? = given
    value.withLock { swap(&$0, &given) }
    isGiven.signal()
  }

  func wait(seconds: Int) -> Value? {
    guard isGiven.wait(seconds: seconds) else { return nil }
    return value.withLock { $0.take() }
  }
}
