import Capture
import Synchronization
import Testing
import VirtualMicrophoneSupport

extension OnAVirtualMicrophone {
  @Suite struct RecorderTests {
    @Test func `16 bits at 48000 Hz arrive bit by bit`() async throws {
      let played = (0..<72_000).map { Int16(truncatingIfNeeded: $0 &* 7_919) }
      let device = try VirtualMicrophone(hearing: .int16(played), sampleRate: 48_000)
      let (result, heard) = try await record(from: device, until: 60_000)
      #expect(result.gaps.isEmpty)
      #expect(heard.int16.count == result.frameCount)
      #expect(heard.int16 == Array(played.prefix(heard.int16.count)))
    }

    @Test func `32 bits in stereo at 44100 Hz arrive bit by bit`() async throws {
      let played = (0..<120_000).map { Int32(truncatingIfNeeded: $0 &* 2_654_435_761) }
      let device = try VirtualMicrophone(hearing: .int32(played), sampleRate: 44_100, channelCount: 2)
      let (result, heard) = try await record(from: device, until: 44_100)
      #expect(result.gaps.isEmpty)
      #expect(heard.int32.count == result.frameCount * 2)
      #expect(heard.int32 == Array(played.prefix(heard.int32.count)))
    }

    @Test func `floating point arrives bit by bit`() async throws {
      let played = (0..<48_000).map { Float($0 % 997) / 997 - 0.5 }
      let device = try VirtualMicrophone(hearing: .float32(played), sampleRate: 48_000)
      let (result, heard) = try await record(from: device, until: 40_000)
      #expect(result.gaps.isEmpty)
      #expect(heard.float32 == Array(played.prefix(heard.float32.count)))
    }

    @Test func `24 bits in three bytes lose nothing`() async throws {
      let played = (0..<48_000).map { Int32($0 &* 7_919 % 16_777_216 - 8_388_608) }
      let device = try VirtualMicrophone(hearing: .packed24(played), sampleRate: 48_000)
      let (result, heard) = try await record(from: device, until: 24_000)
      #expect(result.gaps.isEmpty)
      #expect(heard.int32 == played.prefix(heard.int32.count).map { $0 << 8 })
    }

    @Test func `what is said during a pause is left out`() async throws {
      let device = try OnAVirtualMicrophone.numbered()
      device.plugIn()
      defer { device.unplug() }
      let heard = Heard()
      let recorder = Recorder(try Microphone.open(device: "default"))
      let recording = recorder.begin(into: MemorySink(heard: heard))
      try await OnAVirtualMicrophone.wait { recording.frameCount >= 2_000 }
      recording.isPaused = true
      try await Task.sleep(for: .milliseconds(700))
      recording.isPaused = false
      let resumed = recording.frameCount
      try await OnAVirtualMicrophone.wait { recording.frameCount >= resumed + 2_000 }
      let result = recording.finish()
      let gap = try #require(result.gaps.first)
      #expect(result.gaps.count == 1)
      #expect(gap.cause == .paused)
      #expect(gap.missingFrames > 4_800)
      #expect(try missingFrames(at: gap, in: heard.samples) == gap.missingFrames)
    }

    @Test func `nothing heard between two takes leaks into the second`() async throws {
      let device = try OnAVirtualMicrophone.numbered()
      device.plugIn()
      defer { device.unplug() }
      let recorder = Recorder(try Microphone.open(device: "default"))
      let (first, second) = (Heard(), Heard())
      let firstTake = recorder.begin(into: MemorySink(heard: first))
      try await OnAVirtualMicrophone.wait { firstTake.frameCount >= 800 }
      _ = firstTake.finish()
      try await Task.sleep(for: .milliseconds(300))
      let secondTake = recorder.begin(into: MemorySink(heard: second))
      try await OnAVirtualMicrophone.wait { secondTake.frameCount >= 800 }
      let result = secondTake.finish()
      #expect(result.gaps.isEmpty)
      let pause = try #require(second.samples.int32.first) - (try #require(first.samples.int32.last))
      #expect(pause >= 2_400)
    }

    @Test func `a take that is finished no longer runs`() async throws {
      let device = try OnAVirtualMicrophone.numbered()
      device.plugIn()
      defer { device.unplug() }
      let recorder = Recorder(try Microphone.open(device: "default"))
      let recording = recorder.begin(into: NoTake())
      try await OnAVirtualMicrophone.wait { recording.frameCount >= 800 }
      _ = recording.finish()
      #expect(!recording.isRunning)
    }

    @Test func `the listener hears the louder channel of what the sink takes`() async throws {
      let played = (0..<32_000).map { Int16($0 % 4 == 1 ? 16_384 : 0) }
      let device = try VirtualMicrophone(hearing: .int16(played), sampleRate: 8_000, channelCount: 2)
      let listened = Mutex<[Float]>([])
      let (result, _) = try await record(from: device, until: 4_000) { block in
        listened.withLock { kept in block.indices.forEach { kept.append(block[$0]) } }
      }
      let isHeard = listened.withLock { $0 == (0..<result.frameCount).map { $0 % 2 == 0 ? 0.5 : 0 } }
      #expect(isHeard)
    }

    // MARK: - Steps of the tests

    private func record(
      from device: VirtualMicrophone, until frameCount: Int,
      listener: sending @escaping (Span<Float>) -> Void = { _ in }
    ) async throws -> (RecordingResult, Heard.Samples) {
      let (result, heard) = try await OnAVirtualMicrophone.record(from: device, listener: listener) {
        $0.frameCount >= frameCount
      }
      #expect(result.ending.isStopped)
      return (result, heard)
    }

    /// The frames of a numbered device that are missing at a gap.
    private func missingFrames(at gap: Gap, in heard: Heard.Samples) throws -> Int {
      try #require(gap.position > 0 && gap.position < heard.int32.count)
      return Int(heard.int32[gap.position] - heard.int32[gap.position - 1]) - 1
    }
  }
}
