import Capture
import Testing
import VirtualMicrophoneSupport

extension OnAVirtualMicrophone {
  @Suite struct MicrophoneTests {
    @Test(arguments: [
      (Sound.int16([]), 48_000, 1, SampleEncoding.int16),
      (Sound.int16([]), 16_000, 2, .int16),
      (Sound.int32([]), 44_100, 2, .int32),
      (Sound.float32([]), 96_000, 1, .float32),
    ])
    func `a device behind a converter is recorded in its own format`(
      sound: Sound, sampleRate: Int, channelCount: Int, encoding: SampleEncoding
    ) throws {
      let device = try VirtualMicrophone(hearing: sound, sampleRate: sampleRate, channelCount: channelCount)
      device.plugIn()
      defer { device.unplug() }
      let microphone = try Microphone.open(device: "default")
      #expect(
        microphone.format
          == CaptureFormat(encoding: encoding, sampleRate: sampleRate, channelCount: channelCount))
      #expect(microphone.device == .systemDefault)
    }

    @Test func `a device that is found by its title keeps it`() throws {
      let device = try VirtualMicrophone(
        hearing: .int16([]), sampleRate: 48_000, faults: "0:ENODEV",
        furtherConfiguration: """
          pcm.desk { type plug slave.pcm hardware hint { show on description "Desk microphone" } }
          """)
      device.plugIn()
      defer { device.unplug() }
      var microphone = try Microphone.open(device: "desk mic")
      #expect(microphone.device == CaptureDevice(name: "desk", title: "Desk microphone"))
      var block = microphone.makeBlock()
      let error = #expect(throws: CaptureError.self) {
        try microphone.start()
        while true { _ = try microphone.read(into: &block) }
      }
      #expect(error?.description.hasPrefix("The microphone “Desk microphone” (desk) went away while recording") == true)
    }

    @Test func `24 bits in three bytes become 32 bits at the device's own rate`() throws {
      let device = try VirtualMicrophone(hearing: .packed24([]), sampleRate: 44_100, channelCount: 2)
      device.plugIn()
      defer { device.unplug() }
      let microphone = try Microphone.open(device: "default")
      #expect(
        microphone.format == CaptureFormat(encoding: .int32, sampleRate: 44_100, channelCount: 2))
    }

    @Test func `six channels become one where alsa-lib can mix them`() throws {
      let device = try VirtualMicrophone(hearing: .int16([]), sampleRate: 48_000, channelCount: 6)
      device.plugIn()
      defer { device.unplug() }
      #expect(try Microphone.open(device: "default").channelCount == 1)
      #expect(try Microphone.open(device: "hardware").channelCount == 6)
    }

    @Test func `a rate below 8000 Hz is resampled to 48000 Hz`() throws {
      let device = try VirtualMicrophone(hearing: .int16([]), sampleRate: 6_000)
      device.plugIn()
      defer { device.unplug() }
      #expect(try Microphone.open(device: "default").sampleRate == 48_000)
    }

    @Test func `a device with nothing to record says so`() throws {
      let device = try VirtualMicrophone(hearing: .int16([]), sampleRate: 6_000)
      device.plugIn()
      defer { device.unplug() }
      #expect(throws: CaptureError.unusableFormat(named("hardware"))) {
        _ = try Microphone.open(device: "hardware")
      }
    }

    @Test(arguments: [
      ("EBUSY", CaptureError.busy(.systemDefault)),
      ("EACCES", .notPermitted(.systemDefault)),
      ("ENOENT", .noMicrophone),
      ("ECONNREFUSED", .noSoundServer(.systemDefault)),
      ("EHOSTDOWN", .noSoundServer(.systemDefault)),
    ])
    func `a device that does not open says why`(errno: String, error: CaptureError) throws {
      let device = try VirtualMicrophone(hearing: .int16([]), sampleRate: 48_000, faults: "open:\(errno)")
      device.plugIn()
      defer { device.unplug() }
      #expect(throws: error) { _ = try Microphone.open(device: "default") }
    }

    @Test func `a machine without a microphone says so`() throws {
      let device = try VirtualMicrophone.none()
      device.plugIn()
      defer { device.unplug() }
      #expect(throws: CaptureError.noMicrophone) { _ = try Microphone.open(device: "default") }
      #expect(throws: CaptureError.noSuchDevice("hw:2")) { _ = try Microphone.open(device: "hw:2") }
    }

    @Test func `the sound library prints only when asked to`() async throws {
      let quiet = try await #require(
        processExitsWith: .success, observing: [\.standardErrorContent]
      ) {
        try VirtualMicrophone.none().plugIn()
        _ = try? Microphone.open(device: "missing") as Microphone?
      }
      #expect(quiet.standardErrorContent.isEmpty)
      let verbose = try await #require(
        processExitsWith: .success, observing: [\.standardErrorContent]
      ) {
        try VirtualMicrophone.none().plugIn()
        _ = try? Microphone.open(device: "missing", verbose: true) as Microphone?
      }
      #expect(String(decoding: verbose.standardErrorContent, as: UTF8.self).contains("missing"))
    }
  }
}
