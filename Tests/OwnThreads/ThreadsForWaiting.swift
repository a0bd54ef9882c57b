import Foundation

/// Threads for work that waits without giving its thread back: as many as there is such work at once.
///
/// The concurrency pool has one thread a core. Tests that wait there for devices, sound servers and programs hold up all
/// the others, which then come too late for the keys that they are to press.
final class ThreadsForWaiting: TaskExecutor, Sendable {
  static let shared = ThreadsForWaiting()

  // SAFETY: only touched with the condition locked.
  private nonisolated(unsafe) var jobs: [UnownedJob] = []
  private nonisolated(unsafe) var idleCount = 0
  private let condition = NSCondition()

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    condition.withLock {
      jobs.append(job)
      if jobs.count > idleCount {
        Thread.detachNewThread { self.work() }
      } else {
        condition.signal()
      }
    }
  }

  /// One thread's life, which ends with the process.
  private func work() -> Never {
    while true {
      let job = condition.withLock {
        idleCount += 1
        defer { idleCount -= 1 }
        while jobs.isEmpty { condition.wait() }
        return jobs.removeFirst()
      }
      job.runSynchronously(on: asUnownedTaskExecutor())
    }
  }
}
