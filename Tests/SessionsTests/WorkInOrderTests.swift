import Foundation
import Synchronization
import Testing

@testable import Sessions

@Suite(.timeLimit(.minutes(10))) struct WorkInOrderTests {
  @Test(arguments: [1, 2, 7])
  func `results come in the order of the inputs, whichever is done first`(atOnce: Int) {
    let inputs = Feed(0..<200)
    var taken: [Int] = []
    // The earlier, the longer it takes.
    WorkInOrder(atOnce: atOnce) { (number: Int) in
      usleep(UInt32((200 - number) % 9 * 100))
      return number * 2
    }.run(next: inputs.next) { input, output in
      #expect(output == input * 2)
      taken.append(input)
    }
    #expect(taken == Array(0..<200))
  }

  @Test func `no more is asked for than there is room for`() {
    let inputs = Feed(0..<1000)
    let held = Atomic(0)
    var taken = 0
    var most = 0
    WorkInOrder(atOnce: 2) { (number: Int) in
      held.add(1, ordering: .relaxed)
      return number
    }.run(next: inputs.next) { _, _ in
      most = max(most, inputs.given - taken)
      taken += 1
    }
    #expect(taken == 1000 && held.load(ordering: .relaxed) == 1000)
    // Eight between the two ends, and the one for which there is no room yet is not asked for.
    #expect(most <= 8)
  }

  @Test func `a result is there before the next input is`() {
    // Each input waits for the result of the one before: a program that talks back and forth.
    let answered = DispatchSemaphore(value: 0)
    let inputs = Feed(0..<20)
    var taken: [Int] = []
    WorkInOrder(atOnce: 2) { (number: Int) in number }.run(
      next: {
        guard let input = inputs.next() else { return nil }
        if input > 0 { answered.wait() }
        return input
      },
      take: { _, output in
        taken.append(output)
        answered.signal()
      })
    #expect(taken.count == 20)
  }

  @Test func `an error ends it`() {
    struct Full: Error {}
    var taken = 0
    #expect(throws: Full.self) {
      try WorkInOrder(atOnce: 2) { (number: Int) in number }.run(next: Feed(0..<100).next) { input, _ in
        taken += 1
        if input == 3 { throw Full() }
      }
    }
    #expect(taken == 4)
  }

  /// Numbers, given one by one.
  private final class Feed: Sendable {
    private let numbers: Range<Int>
    private let count = Atomic(0)

    init(_ numbers: Range<Int>) { self.numbers = numbers }

    var given: Int { count.load(ordering: .relaxed) }

    @Sendable func next() -> Int? {
      let index = count.load(ordering: .relaxed)
      guard index < numbers.count else { return nil }
      count.store(index + 1, ordering: .relaxed)
      return numbers[numbers.startIndex + index]
    }
  }
}
