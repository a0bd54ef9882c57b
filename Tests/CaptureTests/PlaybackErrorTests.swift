import Glibc
import Testing

@testable import Capture

struct PlaybackErrorTests {
  private func error(_ errno: Int32, device: String = "default", nodes: SoundNodes = SoundNodes()) -> PlaybackError {
    PlaybackError(opening: device, ALSAFailure(call: openCall, code: -errno), nodes: nodes)
  }

  @Test func `each refusal has its reason`() {
    #expect(error(ENOENT) == .noDevice)
    #expect(error(ENOENT, device: "hw:2") == .noSuchDevice("hw:2"))
    #expect(error(ENODEV, nodes: SoundNodes(areForbidden: true)) == .notPermitted("default"))
    #expect(error(EACCES) == .notPermitted("default"))
    #expect(error(EBUSY, device: "hw:0") == .busy("hw:0"))
    #expect(error(ECONNREFUSED) == .noSoundServer("default"))
    #expect(error(EHOSTDOWN) == .noSoundServer("default"))
    #expect(error(EINVAL) == .failed("default", call: openCall, reason: "Invalid argument"))
  }

  @Test(arguments: [
    (PlaybackError.noDevice, "headphones"), (.noSuchDevice("x"), "aplay -L"), (.busy("default"), "--device"),
    (.notPermitted("hw:0"), "audio group"), (.noSoundServer("default"), "systemctl"),
    (.failed("x", call: openCall, reason: "y"), "--device"),
    (.startsPastEnd("a.wav", start: 61.04, duration: 60), "a.wav ends at 60.0 s and cannot be played from 61.0 s"),
  ])
  func `every message ends in what to do next`(error: PlaybackError, advice: String) {
    #expect(error.description.contains(advice) && error.description.hasSuffix("."))
  }
}
