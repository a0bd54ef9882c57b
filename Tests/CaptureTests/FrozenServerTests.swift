import Capture
import Testing
import VirtualMicrophoneSupport

extension OnAVirtualMicrophone {
  /// A sound server that is stopped and never goes on: no call into it comes back.
  @Suite struct FrozenServerTests {
    @Test func `a take that runs ends with what was heard, and the next one says why not`() async throws {
      let device = try OnAVirtualMicrophone.numbered(faults: "0.3:freeze")
      device.plugIn()
      defer { device.unplug() }
      let heard = Heard()
      let recorder = Recorder(try Microphone.open(device: "default"))
      let recording = recorder.begin(into: MemorySink(heard: heard))
      try await OnAVirtualMicrophone.wait { recording.timeWithoutSound >= .milliseconds(400) }
      let result = recording.finish()
      #expect(result.ending.isStopped)
      #expect(result.gaps.map(\.cause) == [.stalled])
      #expect(heard.samples.isFinished)
      #expect(result.frameCount == heard.samples.int32.count)
      let next = recorder.begin(into: NoTake())
      try await OnAVirtualMicrophone.wait { !next.isRunning }
      #expect(next.finish().ending.isLostMicrophone)
    }

    @Test func `a take that cannot begin tells so, and ends`() async throws {
      let device = try OnAVirtualMicrophone.numbered(faults: "0.3:freeze")
      device.plugIn()
      defer { device.unplug() }
      let recorder = Recorder(try Microphone.open(device: "default"))
      let first = recorder.begin(into: NoTake())
      try await OnAVirtualMicrophone.wait { first.frameCount >= 800 }
      _ = first.finish()
      try await Task.sleep(for: .milliseconds(300))
      let heard = Heard()
      let second = recorder.begin(into: MemorySink(heard: heard))
      try await OnAVirtualMicrophone.wait { second.timeWithoutSound >= .milliseconds(400) }
      #expect(second.isRunning)
      let result = second.finish()
      #expect(result.ending.isLostMicrophone)
      #expect(result.frameCount == 0)
      #expect(heard.samples.isFinished)
      #expect(!second.isRunning)
      // Asked again, it answers the same.
      #expect(second.finish().ending.isLostMicrophone)
    }

    @Test func `an overrun that nothing recovers from keeps what was heard`() async throws {
      let device = try OnAVirtualMicrophone.numbered(faults: "0.4:EPIPE,0.4:freeze")
      let (result, heard) = try await OnAVirtualMicrophone.record(from: device) {
        $0.timeWithoutSound >= .milliseconds(600)
      }
      #expect(result.ending.isLostMicrophone)
      #expect(result.frameCount == heard.int32.count)
      #expect(NumberedTake(heard.int32, gaps: result.gaps).jumps.isEmpty)
    }

    @Test func `opening gives up`() async throws {
      let device = try OnAVirtualMicrophone.numbered(faults: "open:freeze=1000")
      device.plugIn()
      defer { device.unplug() }
      #expect(throws: CaptureError.noSoundServer(.systemDefault)) {
        _ = try Microphone.open(device: "default", within: .seconds(1))
      }
    }

    @Test func `a program ends all the same`() async {
      await #expect(processExitsWith: .success) {
        let device = try OnAVirtualMicrophone.numbered(faults: "0.1:freeze")
        device.plugIn()
        var microphone = try Microphone.open(device: "default")
        try microphone.start()
        var block = microphone.makeBlock()
        while try microphone.read(into: &block) != .timeout {}
        // Closed here, by a call that never comes back.
      }
    }
  }
}
