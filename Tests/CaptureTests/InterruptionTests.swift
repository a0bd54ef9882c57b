import Capture
import Glibc
import Synchronization
import Testing
import VirtualMicrophoneSupport

extension OnAVirtualMicrophone {
  /// What becomes of a take when something happens to the device, sample by sample.
  @Suite struct InterruptionTests {
    @Test func `reads that bring less than was asked for lose nothing`() async throws {
      let device = try OnAVirtualMicrophone.numbered(wakesEarly: true)
      let short = Tally()
      let (result, heard) = try await OnAVirtualMicrophone.record(
        from: device,
        listener: { samples in
          if samples.count < OnAVirtualMicrophone.period { short.count.add(1, ordering: .relaxed) }
        }, until: { $0.frameCount >= 8_000 })
      #expect(short.count.load(ordering: .relaxed) > 0)
      #expect(result.gaps.isEmpty)
      #expect(NumberedTake(heard.int32, gaps: []).jumps.isEmpty)
      #expect(result.frameCount == heard.int32.count)
    }

    @Test func `an overrun is filled with silence of its own length, and the take goes on`() async throws {
      let device = try OnAVirtualMicrophone.numbered(faults: "0.4:EPIPE")
      let (result, heard) = try await OnAVirtualMicrophone.record(from: device) { $0.frameCount >= 6_400 }
      let gap = try onlyGap(of: result)
      #expect(gap.cause == .overrun)
      #expect(gap.isFilled)
      #expect(isAbout(gap.position, 3_200))
      let take = NumberedTake(heard.int32, gaps: result.gaps)
      #expect(take.jumps.map(\.position) == [gap.end])
      #expect(abs(take.lateness) <= OnAVirtualMicrophone.period)
      #expect(result.frameCount == heard.int32.count)
    }

    @Test func `three overruns are three gaps, and the end is still in time`() async throws {
      let device = try OnAVirtualMicrophone.numbered(faults: "0.3:EPIPE,0.7:EPIPE,1.1:EPIPE")
      let (result, heard) = try await OnAVirtualMicrophone.record(from: device) { $0.frameCount >= 12_000 }
      #expect(result.gaps.map(\.cause) == [.overrun, .overrun, .overrun])
      let take = NumberedTake(heard.int32, gaps: result.gaps)
      #expect(take.jumps.map(\.position) == result.gaps.map(\.end))
      #expect(abs(take.lateness) <= 3 * OnAVirtualMicrophone.period)
    }

    @Test func `a late reader loses sound, and silence takes its place`() async throws {
      let device = try OnAVirtualMicrophone.numbered()
      var isFirst = true
      let (result, heard) = try await OnAVirtualMicrophone.record(
        from: device,
        listener: { _ in
          if isFirst { usleep(2_600_000) }
          isFirst = false
        }, until: { $0.frameCount >= 24_000 })
      let gap = try onlyGap(of: result)
      #expect(gap.cause == .overrun)
      // All that the device held for it, two seconds, is lost with what came after.
      #expect(gap.missingFrames > 16_000)
      let take = NumberedTake(heard.int32, gaps: result.gaps)
      #expect(take.jumps.map(\.position) == [gap.end])
      #expect(abs(take.lateness) <= OnAVirtualMicrophone.period)
    }

    @Test func `sound that is dropped without an error is missed by the clock`() async throws {
      let device = try OnAVirtualMicrophone.numbered(faults: "0.4:drop=0.1,0.7:drop=0.1")
      let (result, heard) = try await OnAVirtualMicrophone.record(from: device) { $0.frameCount >= 18_000 }
      let gap = try onlyGap(of: result)
      #expect(gap.cause == .dropped)
      #expect(gap.isFilled)
      #expect(abs(gap.missingFrames - 1_600) <= OnAVirtualMicrophone.period)
      let take = NumberedTake(heard.int32, gaps: result.gaps)
      #expect(take.jumps.map(\.skipped) == [800, 800])
      #expect(isAbout(take.jumps.first?.position ?? 0, 3_200))
      // Only after a while it is certain.
      #expect(gap.position > take.jumps.last?.position ?? 0)
      #expect(abs(take.lateness) <= OnAVirtualMicrophone.period)
    }

    @Test func `a sound server that drops what a late reader left is found out`() async throws {
      let device = try OnAVirtualMicrophone.numbered(dropsSilently: true)
      var isFirst = true
      let (result, heard) = try await OnAVirtualMicrophone.record(
        from: device,
        listener: { _ in
          if isFirst { usleep(2_600_000) }
          isFirst = false
        }, until: { $0.frameCount >= 36_000 })
      let gap = try onlyGap(of: result)
      #expect(gap.cause == .dropped)
      let take = NumberedTake(heard.int32, gaps: result.gaps)
      #expect(take.jumps.count == 1)
      #expect(abs(gap.missingFrames - (take.jumps.first?.skipped ?? 0)) <= OnAVirtualMicrophone.period)
      #expect(abs(take.lateness) <= OnAVirtualMicrophone.period)
    }

    @Test(arguments: ["stall", "idle"])
    func `a stall is filled where it was, and nothing around it is touched`(fault: String) async throws {
      let device = try OnAVirtualMicrophone.numbered(faults: "0.5:\(fault)=0.6")
      let (result, heard) = try await OnAVirtualMicrophone.record(from: device) { $0.frameCount >= 14_000 }
      let gap = try onlyGap(of: result)
      #expect(gap.cause == .stalled)
      #expect(gap.isFilled)
      #expect(isAbout(gap.position, 4_000))
      #expect(abs(gap.missingFrames - 4_800) <= OnAVirtualMicrophone.period)
      // The device loses nothing of its file by a stall.
      #expect(NumberedTake(heard.int32, gaps: result.gaps).jumps.isEmpty)
    }

    @Test func `a stall that lasts to the end is part of the take`() async throws {
      let device = try OnAVirtualMicrophone.numbered(faults: "0.5:stall")
      let (result, heard) = try await OnAVirtualMicrophone.record(from: device) {
        $0.timeWithoutSound >= .milliseconds(500)
      }
      #expect(result.ending.isStopped)
      let gap = try onlyGap(of: result)
      #expect(gap.cause == .stalled)
      #expect(gap.missingFrames >= 3_200)
      #expect(gap.end == heard.int32.count)
      #expect(NumberedTake(heard.int32, gaps: result.gaps).jumps.isEmpty)
    }

    @Test func `a device that never delivered anything leaves an empty take`() async throws {
      let device = try OnAVirtualMicrophone.numbered(faults: "0:stall")
      let (result, _) = try await OnAVirtualMicrophone.record(from: device) {
        $0.timeWithoutSound >= .milliseconds(500)
      }
      #expect(result.ending.isStopped)
      #expect(result.gaps.isEmpty)
      #expect(result.frameCount == 0)
    }

    @Test func `a hiccup shorter than the tolerance is no gap`() async throws {
      let device = try OnAVirtualMicrophone.numbered(faults: "0.3:stall=0.1")
      let (result, heard) = try await OnAVirtualMicrophone.record(from: device) { $0.frameCount >= 14_000 }
      #expect(result.gaps.isEmpty)
      #expect(NumberedTake(heard.int32, gaps: []).jumps.isEmpty)
    }

    @Test func `sleep of the machine is marked and not filled`() async throws {
      let device = try OnAVirtualMicrophone.numbered(faults: "0.3:ESTRPIPE=0.6")
      let (result, heard) = try await OnAVirtualMicrophone.record(from: device) { $0.frameCount >= 6_400 }
      let gap = try onlyGap(of: result)
      #expect(gap.cause == .suspended)
      #expect(!gap.isFilled)
      #expect(isAbout(gap.position, 2_400))
      // All of the sleep is left out, in one piece, and its length is known.
      let take = NumberedTake(heard.int32, gaps: result.gaps)
      #expect(take.jumps.map(\.position) == [gap.position])
      let skipped = take.jumps.first?.skipped ?? 0
      #expect(skipped >= 4_800)
      #expect(abs(gap.missingFrames - skipped) <= OnAVirtualMicrophone.period)
    }

    @Test(arguments: ["ENODEV", "EIO", "broken"])
    func `a device that goes away leaves what was heard before`(fault: String) async throws {
      let device = try OnAVirtualMicrophone.numbered(faults: "0.5:\(fault)")
      let (result, heard) = try await OnAVirtualMicrophone.record(from: device) { !$0.isRunning }
      #expect(result.ending.isLostMicrophone)
      #expect(isAbout(heard.int32.count, 4_000))
      #expect(NumberedTake(heard.int32, gaps: result.gaps).jumps.isEmpty)
      #expect(result.frameCount == heard.int32.count)
    }

    @Test func `another microphone goes on where the first was lost`() async throws {
      let device = try OnAVirtualMicrophone.numbered(faults: "0.3:ENODEV")
      let spare = try OnAVirtualMicrophone.numbered()
      let (result, _) = try await OnAVirtualMicrophone.record(from: device) { !$0.isRunning }
      #expect(result.ending.isLostMicrophone)
      let (next, heard) = try await OnAVirtualMicrophone.record(from: spare) { $0.frameCount >= 1_600 }
      #expect(next.ending.isStopped)
      #expect(NumberedTake(heard.int32, gaps: next.gaps).jumps.isEmpty)
    }

    @Test func `a full disk ends the take with the sink's own error`() async throws {
      let device = try OnAVirtualMicrophone.numbered()
      let (result, heard) = try await OnAVirtualMicrophone.record(from: device, limit: 2_000) { !$0.isRunning }
      guard case .sinkFailed(is MemorySink.Full) = result.ending else {
        Issue.record("ended with \(result.ending)")
        return
      }
      #expect(result.frameCount == heard.int32.count)
      #expect(NumberedTake(heard.int32, gaps: []).jumps.isEmpty)
    }

    @Test func `a disk that fills up with the silence of a gap ends the take too`() async throws {
      let device = try OnAVirtualMicrophone.numbered(faults: "0.2:stall=0.6")
      let (result, heard) = try await OnAVirtualMicrophone.record(from: device, limit: 4_000) { !$0.isRunning }
      guard case .sinkFailed(is MemorySink.Full) = result.ending else {
        Issue.record("ended with \(result.ending)")
        return
      }
      #expect(result.frameCount == heard.int32.count)
      #expect(result.gaps.map(\.cause) == [.stalled])
    }

    // MARK: - Steps of the tests

    private func onlyGap(of result: RecordingResult) throws -> Gap {
      #expect(result.gaps.count == 1, "\(result.gaps)")
      return try #require(result.gaps.first)
    }

    /// The device is looked at once a period, on a machine that has other work, and what it held then is lost too: half a
    /// second, as far as these tests go.
    private func isAbout(_ position: Int, _ truth: Int) -> Bool { (-4_000..<480).contains(position - truth) }
  }
}

/// What a capture thread counts for a test.
private final class Tally: Sendable {
  let count = Atomic(0)
}

extension RecordingResult.Ending {
  var isStopped: Bool { if case .stopped = self { true } else { false } }
  var isLostMicrophone: Bool { if case .microphoneFailed(.lost) = self { true } else { false } }
}
