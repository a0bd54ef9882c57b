import Testing
import VirtualMicrophoneSupport

@testable import Capture

extension OnAVirtualMicrophone {
  @Suite struct CaptureDevicesTests {
    @Test func `a list holds what a person would choose, the default first`() throws {
      let device = try VirtualMicrophone(
        hearing: .int16([]), sampleRate: 48_000,
        furtherConfiguration: """
          pcm.desk { type plug slave.pcm hardware hint { show on description "Desk microphone\nsecond line" } }
          pcm.pulse { type plug slave.pcm hardware hint { show on description "PulseAudio Sound Server" } }
          pcm.pipewire { type plug slave.pcm nowhere hint { show on description "PipeWire Sound Server" } }
          pcm.samplerate { type plug slave.pcm hardware hint { show on description "Rate Converter" } }
          pcm.upmix { type plug slave.pcm hardware hint { show on description "Upmix" } }
          pcm.surround51 { type plug slave.pcm hardware hint { show on description "Surround" } }
          pcm.hidden { type plug slave.pcm hardware }
          """)
      device.plugIn()
      defer { device.unplug() }
      #expect(
        captureDevices() == [
          CaptureDevice(name: "default", title: "The system's default microphone"),
          CaptureDevice(name: "desk", title: "Desk microphone"),
          CaptureDevice(name: "pulse", title: "PulseAudio Sound Server"),
        ])
    }

    @Test func `a busy default is there`() throws {
      let device = try VirtualMicrophone(hearing: .int16([]), sampleRate: 48_000, faults: "open:EBUSY")
      device.plugIn()
      defer { device.unplug() }
      #expect(captureDevices().map(\.name) == ["default"])
    }

    @Test func `a machine without a microphone lists none`() throws {
      let device = try VirtualMicrophone.none()
      device.plugIn()
      defer { device.unplug() }
      #expect(captureDevices() == [])
    }
  }
}

struct ConfiguredInputTests {
  @Test(arguments: ["pulse", "pipewire", "jack", "bluealsa:DEV=00:11:22:33:44:55", "virtualmic"])
  func `a sound server and a device of the user are for people`(name: String) {
    #expect(isChosenByPeople(name))
  }

  @Test(arguments: [
    "default", "null", "oss", "samplerate", "speexrate", "lavrate", "speex", "upmix", "vdownmix",
    "surround71", "hw:CARD=Yeti,DEV=0", "plughw:CARD=Yeti,DEV=0", "sysdefault:CARD=Yeti",
    "front:CARD=Yeti,DEV=0", "dsnoop:CARD=Yeti,DEV=0", "usbstream:CARD=Yeti",
  ])
  func `a plugin and a second view of a card are not`(name: String) {
    #expect(!isChosenByPeople(name))
  }
}
