import Foundation
import Synchronization

/// Works on inputs at the same time and hands the results on in the order of the inputs, as soon as that order allows.
///
/// Inputs are asked for as there is room for them: what comes from a pipe is worked on when it comes, and only
/// `4 * atOnce` inputs and results are held, however many there are.
package struct WorkInOrder<Input: Sendable, Output: Sendable>: Sendable {
  /// How many inputs are worked on at the same time.
  package var atOnce: Int
  /// What is done with each, on any thread.
  package var work: @Sendable (Input) -> Output

  /// The work `work`, done on `atOnce` inputs at a time.
  package init(atOnce: Int, work: @escaping @Sendable (Input) -> Output) {
    self.atOnce = max(1, atOnce)
    self.work = work
  }

  /// An input that is worked on.
  private final class Job: Sendable {
    let input: Input
    let isDone = DispatchSemaphore(value: 0)
    let output = Mutex<Output?>(nil)

    init(_ input: Input) { self.input = input }
  }

  /// The jobs in the order of their inputs, between the thread that asks for inputs and the one that takes results.
  private final class Line: Sendable {
    private let jobs = Mutex<[Job?]>([])
    private let hasNext = DispatchSemaphore(value: 0)

    /// `nil` ends the line.
    func append(_ job: Job?) {
      jobs.withLock { $0.append(job) }
      hasNext.signal()
    }

    func next() -> Job? {
      hasNext.wait()
      return jobs.withLock { $0.removeFirst() }
    }
  }

  /// Asks `next` for inputs until it has none, on a thread of its own, and calls `take` with each result on this one.
  ///
  /// An error of `take` ends it: what is being worked on is not taken, and no more is asked for.
  package func run(next: @escaping @Sendable () -> Input?, take: (Input, Output) throws -> Void) rethrows {
    let line = Line()
    // Counted up from nothing: Dispatch refuses to give a semaphore up that stands lower than it began.
    let room = DispatchSemaphore(value: 0)
    for _ in 0..<atOnce * 4 { room.signal() }
    let queue = OperationQueue()
    queue.maxConcurrentOperationCount = atOnce
    let work = work
    let asking = Thread {
      while true {
        room.wait()
        guard let input = next() else { break }
        let job = Job(input)
        line.append(job)
        queue.addOperation {
          let output = work(job.input)
          job.output.withLock { $0 = output }
          job.isDone.signal()
        }
      }
      line.append(nil)
    }
    asking.start()
    while let job = line.next() {
      job.isDone.wait()
      if let output = job.output.withLock({ $0 }) { try take(job.input, output) }
      room.signal()
    }
  }
}
