import BuiltSignals
import Capture
import Equipment
import OwnThreads
import SpeechTiming
import Testing
import VirtualMicrophoneSupport

/// All tests that open a device: one after another, since the device of a process is in its environment.
@Suite(.serialized, .timeLimit(.minutes(10)), .pluggingDevicesIn) struct OnSoftwareDevices {}

extension OnSoftwareDevices {
  @Suite struct MicrophoneCheckTests {
    private func verdict(hearing samples: [Float], faults: String = "") throws -> MicrophoneVerdict {
      let device = try VirtualMicrophone(hearing: .float32(samples), sampleRate: 16_000, faults: faults)
      device.plugIn()
      defer { device.unplug() }
      let recorder = Recorder(try Microphone.open(device: "default"))
      return try checkMicrophone(recorder, seconds: 1, isSpeechExpected: false).verdict
    }

    @Test func `the short form finds a mute, a loud room and clipping without anybody speaking`() throws {
      #expect(try verdict(hearing: []) == .digitalSilence)
      #expect(try verdict(hearing: whiteNoise(count: 32_000, rms: 0.001, seed: 1)) == .good)
      #expect(try verdict(hearing: whiteNoise(count: 32_000, rms: 0.1, seed: 1)) == .noisy)
      #expect(
        try verdict(hearing: whiteNoise(count: 32_000, rms: 0.5, seed: 1).map { max(-1, min(1, 9 * $0)) })
          == .clipping)
      #expect(try verdict(hearing: [], faults: "0:stall") == .noData)
    }

    @Test func `a microphone that is pulled out meanwhile is an error`() throws {
      #expect(throws: CaptureError.lost(.systemDefault, reason: "No such device")) {
        _ = try verdict(hearing: [], faults: "0.3:ENODEV")
      }
    }
  }
}
