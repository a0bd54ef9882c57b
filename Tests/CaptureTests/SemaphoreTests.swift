import Testing

@testable import Capture

@Suite struct SemaphoreTests {
  @Test func `a count that is there is taken at once, and once`() {
    let semaphore = Semaphore(2)
    #expect(semaphore.wait(seconds: 10))
    #expect(semaphore.wait(seconds: 10))
    #expect(!semaphore.wait(seconds: 0))
  }

  @Test func `each signal lets one of those go on that wait`() {
    let semaphore = Semaphore(0)
    let done = Semaphore(0)
    for _ in 0..<8 {
      runOnCaptureThread {
        if semaphore.wait(seconds: 60) { done.signal() }
      }
    }
    for _ in 0..<8 {
      #expect(!done.wait(seconds: 0))
      semaphore.signal()
      #expect(done.wait(seconds: 60))
    }
    #expect(!semaphore.wait(seconds: 0))
  }

  @Test func `a wait for what does not come ends`() {
    #expect(!Semaphore(0).wait(seconds: 1))
  }
}
