import Synchronization
import Testing
import VirtualMicrophoneSupport

@testable import Capture

/// Clocks that a test sets.
private final class Lead: Sendable {
  private let milliseconds = Atomic(0)

  func grow(by count: Int) { milliseconds.add(count, ordering: .relaxed) }

  var watch: SleepWatch {
    SleepWatch { [self] in .milliseconds(milliseconds.load(ordering: .relaxed)) }
  }
}

struct SleepWatchTests {
  @Test func `sleep is told once, with its length`() {
    let lead = Lead()
    var watch = lead.watch
    #expect(watch.slept() == nil)
    lead.grow(by: 90_000)
    #expect(watch.slept() == .seconds(90))
    #expect(watch.slept() == nil)
  }

  @Test func `clocks that drift apart slowly are no sleep`() {
    let lead = Lead()
    var watch = lead.watch
    for _ in 0..<1_000 {
      lead.grow(by: 1)
      #expect(watch.slept() == nil)
    }
  }

  @Test func `the machine's own clocks stand together while it is awake`() {
    var watch = SleepWatch()
    #expect(watch.slept() == nil)
  }
}

extension OnAVirtualMicrophone {
  @Suite struct SleepTests {
    @Test func `sleep that no error tells of is marked where it was noticed`() throws {
      let device = try OnAVirtualMicrophone.numbered()
      device.plugIn()
      defer { device.unplug() }
      let lead = Lead()
      var microphone = try Microphone.open(device: "default")
      microphone.sleepWatch = lead.watch
      try microphone.start()
      var block = microphone.makeBlock()
      var readings: [Microphone.Reading] = []
      for round in 0..<6 {
        if round == 3 { lead.grow(by: 60_000) }
        readings.append(try microphone.read(into: &block, within: .seconds(5)))
      }
      microphone.stop()
      // The block that was read when the clocks had jumped, then the mark.
      let minute = Microphone.Reading.missing(frames: 60 * OnAVirtualMicrophone.numberedRate, .suspended)
      #expect(readings == [.frames, .frames, .frames, .frames, minute, .frames])
    }
  }
}
