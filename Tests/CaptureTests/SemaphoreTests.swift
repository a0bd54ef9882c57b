import Testing

@testable import Capture

@Suite struct SemaphoreTests {
  @Test func `a count that is there is taken at once, and once`() {
    let semaphore = Semaphore(2)
    #expect(semaphore.wait(for: .seconds(10)))
    #expect(semaphore.wait(for: .seconds(10)))
    #expect(!semaphore.wait(for: .zero))
  }

  @Test func `each signal lets one of those go on that wait`() {
    let semaphore = Semaphore(0)
    let done = Semaphore(0)
    for _ in 0..<8 {
      runOnCaptureThread {
        if semaphore.wait(for: .seconds(60)) { done.signal() }
      }
    }
    for _ in 0..<8 {
      #expect(!done.wait(for: .zero))
      semaphore.signal()
      #expect(done.wait(for: .seconds(60)))
    }
    #expect(!semaphore.wait(for: .zero))
  }

  @Test func `a wait for what does not come ends, and not before its time`() {
    let start = SuspendingClock.now
    #expect(!Semaphore(0).wait(for: .milliseconds(1_100)))
    #expect(start.duration(to: .now) >= .milliseconds(1_100))
  }
}
