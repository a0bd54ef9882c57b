import Capture
import Testing
import VirtualMicrophoneSupport

/// All tests that open a device: one after another, since the device of a process is in its environment.
@Suite(.serialized, .timeLimit(.minutes(1)))
struct OnAVirtualMicrophone {}

extension OnAVirtualMicrophone {
  /// Waits until a claim holds, or gives up after three seconds.
  static func wait(until isTrue: () -> Bool) async throws {
    let deadline = ContinuousClock.now + .seconds(3)
    while !isTrue(), .now < deadline { try await Task.sleep(for: .milliseconds(5)) }
    #expect(isTrue())
  }

  /// A mono device of 32 bits at 8 kHz on which frame number n is the sample n: a frame tells when it was heard.
  static func numbered(seconds: Int = 5, faults: String = "") throws -> VirtualMicrophone {
    let frames = (0..<Int32(seconds * numberedRate)).map { $0 }
    return try VirtualMicrophone(hearing: .int32(frames), sampleRate: numberedRate, faults: faults)
  }

  static let numberedRate = 8_000
}
