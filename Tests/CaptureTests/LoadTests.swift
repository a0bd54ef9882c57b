import Foundation
import Synchronization
import Testing
import VirtualMicrophoneSupport

@testable import Capture

extension OnAVirtualMicrophone {
  /// On a machine that has other work. `make test-long` records for a minute.
  @Suite struct LoadTests {
    private let seconds = ProcessInfo.processInfo.environment["STARPACE_LONG_TESTS"] == nil ? 6 : 60

    @Test func `beside two threads that never rest not a frame is lost`() async throws {
      let played = (0..<((seconds + 20) * 48_000)).map { Int16(truncatingIfNeeded: $0 &* 7_919) }
      let device = try VirtualMicrophone(hearing: .int16(played), sampleRate: 48_000)
      let spinners = Spinners(2)
      defer { spinners.rest() }
      let frameCount = seconds * 48_000
      let (result, heard) = try await OnAVirtualMicrophone.record(from: device, seconds: seconds + 20) {
        $0.frameCount >= frameCount
      }
      #expect(result.ending.isStopped)
      #expect(result.gaps.isEmpty)
      #expect(result.frameCount >= frameCount)
      let isExact = heard.int16 == Array(played.prefix(result.frameCount))
      #expect(isExact)
    }
  }
}

/// Threads that do nothing, as fast as they can.
private final class Spinners: Sendable {
  private let mustRest = Atomic(false)

  init(_ count: Int) {
    for _ in 0..<count {
      runOnCaptureThread { while !self.mustRest.load(ordering: .relaxed) {} }
    }
  }

  func rest() { mustRest.store(true, ordering: .relaxed) }
}
