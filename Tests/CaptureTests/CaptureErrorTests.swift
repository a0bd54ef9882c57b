import Foundation
import Testing

@testable import Capture

struct CaptureErrorTests {
  private let open = SoundNodes()
  private let forbidden = SoundNodes(areForbidden: true)

  @Test func `no device is a missing microphone or a wrong name`() {
    #expect(CaptureError(opening: "default", failure(ENOENT), nodes: open) == .noMicrophone)
    #expect(CaptureError(opening: "hw:2", failure(ENOENT), nodes: open) == .noSuchDevice("hw:2"))
    #expect(CaptureError(opening: "hw:CARD=X", failure(ENODEV), nodes: open) == .noSuchDevice("hw:CARD=X"))
  }

  @Test func `no default beside a card with an input is a matter of choice`() {
    let nodes = SoundNodes(haveInput: true)
    #expect(CaptureError(opening: "default", failure(ENOENT), nodes: nodes) == .noDefault)
    #expect(CaptureError(opening: "hw:2", failure(ENOENT), nodes: nodes) == .noSuchDevice("hw:2"))
  }

  @Test func `no device behind nodes that may not be opened is a matter of permission`() {
    #expect(CaptureError(opening: "default", failure(ENOENT), nodes: forbidden) == .notPermitted("default"))
    #expect(CaptureError(opening: "hw:0", failure(ENODEV), nodes: forbidden) == .notPermitted("hw:0"))
    #expect(CaptureError(opening: "hw:0", failure(EACCES), nodes: open) == .notPermitted("hw:0"))
  }

  @Test func `nothing to list is a matter of permission where nodes may not be opened`() {
    #expect(CaptureError.nothingListed(forbidden) == .notPermitted("default"))
    #expect(CaptureError.nothingListed(open) == .noMicrophone)
  }

  @Test func `a sound server without a source has no microphone`() {
    let failure = failure(EIO, in: hardwareParametersCall)
    #expect(CaptureError(opening: "default", failure, nodes: open) == .noMicrophone)
    #expect(CaptureError(opening: "pulse", failure, nodes: open) == .noSuchDevice("pulse"))
  }

  @Test func `an unknown failure names the call and the system's reason`() {
    #expect(
      CaptureError(opening: "mine", failure(ENXIO), nodes: open)
        == .failed("mine", call: "snd_pcm_open", reason: "No such device or address"))
  }

  @Test(arguments: [
    CaptureError.noMicrophone, .noDefault, .noSuchDevice("hw:2"), .busy("default"), .notPermitted("hw:0"),
    .ambiguousDevice("usb", matches: [CaptureDevice(name: "a", title: "A"), CaptureDevice(name: "b", title: "B")]),
    .noSoundServer("default"), .unusableFormat("hw:0"), .lost("default", reason: "No such device"),
    .failed("mine", call: "snd_pcm_open", reason: "No such device or address"),
  ])
  func `every message ends in what to do next`(error: CaptureError) {
    let advice = ["starpace devices", "--device", "audio group"]
    #expect(advice.contains { error.description.contains($0) })
    #expect(error.description.hasSuffix("."))
  }

  @Test func `a missing microphone is said in one line`() {
    #expect(
      CaptureError.noSuchDevice("hw:2").description
        == "No microphone named hw:2. `starpace devices` lists those present.")
    #expect(
      CaptureError.noSuchDevice("hw:2", present: [CaptureDevice(name: "desk", title: "Desk")]).description
        == "No microphone named hw:2. Present: Desk (desk); choose one with --device.")
    #expect(
      CaptureError.noMicrophone.description
        == "No microphone found. Plug one in, or start the sound server; `starpace devices` lists those present."
    )
  }

  private func failure(_ errno: Int32, in call: String = openCall) -> ALSAFailure {
    ALSAFailure(call: call, code: -errno)
  }
}
