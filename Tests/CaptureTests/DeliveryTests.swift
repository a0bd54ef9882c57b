import Testing

@testable import Capture

/// The clock against the frames, on a device of 8 kHz whose reads are written down here.
struct DeliveryTests {
  private let format = CaptureFormat(encoding: .int16, sampleRate: 8_000, channelCount: 1)
  private let period = 200

  @Test func `a device in time loses nothing in an hour`() {
    #expect(losses(seconds: 3_600) { $0 } == [])
  }

  @Test(arguments: [-0.000_9, 0.000_9])
  func `a clock that is off by less than a thousandth loses nothing in an hour`(skew: Double) {
    #expect(losses(seconds: 3_600) { $0 * (1 + skew) } == [])
  }

  @Test func `a clock that is off by half a percent is told`() {
    #expect(!losses(seconds: 120) { $0 * 0.995 }.isEmpty)
  }

  @Test func `sound that comes too early, and in time later, loses nothing`() {
    // The first ten seconds at once, as from a server that had stored them.
    #expect(losses(seconds: 60) { max($0, min($0 * 50, 10)) } == [])
    // Ten times real time throughout, as from a file.
    #expect(losses(seconds: 60) { $0 * 10 } == [])
  }

  @Test func `sound that is late for half a second and then catches up loses nothing`() {
    #expect(losses(seconds: 60) { (20..<20.5).contains($0) ? 20 : $0 } == [])
  }

  @Test func `reads that come late by up to a tenth of a second lose nothing`() {
    var generator = Generator(state: 7)
    #expect(losses(seconds: 600) { $0 - Double(generator.next() % 100) / 1_000 } == [])
  }

  @Test func `a reader that has yet to catch up loses nothing`() {
    var delivery = Delivery(format: format, period: period)
    delivery.note(period, waiting: 0, at: .milliseconds(25))
    // Ten seconds late, and then one period every 100 ms while thousands wait: a server hands over its store.
    for read in 1...40 {
      delivery.note(period, waiting: 3_800, at: .seconds(10) + .milliseconds(100 * read))
      #expect(delivery.droppedFrames == nil)
    }
  }

  @Test(arguments: [0.16, 0.5, 5])
  func `a loss is found once, with its length`(seconds: Double) throws {
    let losses = losses(seconds: 60) { $0 < 20 ? $0 : $0 - seconds }
    let loss = try #require(losses.first)
    #expect(losses.count == 1)
    #expect(abs(loss.frames - Int(seconds * 8_000)) <= period)
    // Nothing comes at first; then a second has to confirm it.
    #expect((20.5 + seconds...22 + seconds).contains(loss.second))
  }

  @Test func `a loss within the tolerance is none`() {
    #expect(losses(seconds: 60) { $0 < 20 ? $0 : $0 - 0.1 } == [])
  }

  @Test func `small losses add up to one that is told`() {
    // 20 ms in every second.
    let losses = losses(seconds: 61) { $0 - 0.02 * $0.rounded(.down) }
    let lost = losses.reduce(0) { $0 + $1.frames }
    #expect(abs(lost - 9_600) < 1_600 + 500, "the tolerance, and what a skew of 0.1 % explains")
  }

  @Test func `a loss is told to the frame by a stall that ends`() throws {
    var delivery = Delivery(format: format, period: period)
    delivery.note(period, waiting: 0, at: .milliseconds(25))
    #expect(delivery.missingFrames(waiting: 0, at: .milliseconds(150)) == nil)
    // Two seconds later, while a tenth of a second waits to be read; 0.1 % of two seconds is a matter of clocks.
    #expect(delivery.missingFrames(waiting: 800, at: .milliseconds(2_025)) == 15_200 - 16)
    delivery.giveUp(15_200, at: .milliseconds(2_025))
    #expect(delivery.missingFrames(waiting: 800, at: .milliseconds(2_025)) == nil)
  }

  @Test func `a device that was never heard misses nothing`() {
    let delivery = Delivery(format: format, period: period)
    #expect(delivery.missingFrames(waiting: 0, at: .seconds(10)) == nil)
    #expect(delivery.droppedFrames == nil)
  }

  // MARK: - Steps of the tests

  private struct Loss: Equatable {
    let second: Double
    let frames: Int
  }

  /// The losses found by a reader who is woken every 25 ms and reads what `delivered` says is there.
  ///
  /// `delivered` maps the seconds that passed to the seconds of sound that came.
  private func losses(seconds: Int, _ delivered: (Double) -> Double) -> [Loss] {
    var delivery = Delivery(format: format, period: period)
    var losses: [Loss] = []
    var readCount = 0
    for wake in 1...(seconds * 40) {
      let second = Double(wake) / 40
      let there = Int((delivered(second) * 8_000).rounded())
      while there - readCount >= period {
        readCount += period
        delivery.note(period, waiting: there - readCount, at: .milliseconds(25 * wake))
        guard let frames = delivery.droppedFrames else { continue }
        losses.append(Loss(second: second, frames: frames))
        delivery.giveUp(frames, at: .milliseconds(25 * wake))
      }
    }
    return losses
  }

  /// A linear congruential generator (Knuth, The Art of Computer Programming 2, 3.3.4, line 26).
  private struct Generator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 33
    }
  }
}
