import Foundation
import Testing

@testable import Capture

struct CaptureErrorTests {
  private let open = SoundNodes()
  private let forbidden = SoundNodes(areForbidden: true)

  @Test func `no device is a missing microphone or a wrong name`() {
    #expect(CaptureError(opening: .systemDefault, failure(ENOENT), nodes: open) == .noMicrophone)
    #expect(CaptureError(opening: named("hw:2"), failure(ENOENT), nodes: open) == .noSuchDevice("hw:2"))
    #expect(CaptureError(opening: named("hw:CARD=X"), failure(ENODEV), nodes: open) == .noSuchDevice("hw:CARD=X"))
  }

  @Test func `no default beside a card with an input is a matter of choice`() {
    let nodes = SoundNodes(haveInput: true)
    #expect(CaptureError(opening: .systemDefault, failure(ENOENT), nodes: nodes) == .noDefault)
    #expect(CaptureError(opening: named("hw:2"), failure(ENOENT), nodes: nodes) == .noSuchDevice("hw:2"))
  }

  @Test func `no device behind nodes that may not be opened is a matter of permission`() {
    #expect(CaptureError(opening: .systemDefault, failure(ENOENT), nodes: forbidden) == .notPermitted(.systemDefault))
    #expect(CaptureError(opening: named("hw:0"), failure(ENODEV), nodes: forbidden) == .notPermitted(named("hw:0")))
    #expect(CaptureError(opening: named("hw:0"), failure(EACCES), nodes: open) == .notPermitted(named("hw:0")))
  }

  @Test func `nothing to list is a matter of permission where nodes may not be opened`() {
    #expect(CaptureError.nothingListed(forbidden) == .notPermitted(.systemDefault))
    #expect(CaptureError.nothingListed(open) == .noMicrophone)
  }

  @Test func `a sound server without a source has no microphone`() {
    let failure = failure(EIO, in: hardwareParametersCall)
    #expect(CaptureError(opening: .systemDefault, failure, nodes: open) == .noMicrophone)
    #expect(CaptureError(opening: named("pulse"), failure, nodes: open) == .noSuchDevice("pulse"))
  }

  @Test func `an unknown failure names the call and the system's reason`() {
    #expect(
      CaptureError(opening: named("mine"), failure(ENXIO), nodes: open)
        == .failed(named("mine"), call: "snd_pcm_open", reason: "No such device or address"))
  }

  @Test(arguments: [
    CaptureError.noMicrophone, .noDefault, .noSuchDevice("hw:2"), .busy(.systemDefault), .notPermitted(named("hw:0")),
    .ambiguousDevice("usb", matches: [CaptureDevice(name: "a", title: "A"), CaptureDevice(name: "b", title: "B")]),
    .noSoundServer(.systemDefault), .unusableFormat(named("hw:0")), .lost(.systemDefault, reason: "No such device"),
    .failed(named("mine"), call: "snd_pcm_open", reason: "No such device or address"),
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

  @Test func `a microphone is called by its title, with what --device takes`() {
    let yeti = CaptureDevice(name: "plughw:CARD=Yeti,DEV=0", title: "Blue Yeti, USB Audio")
    #expect(
      CaptureError.lost(yeti, reason: "No such device").description
        == "The microphone “Blue Yeti, USB Audio” (plughw:CARD=Yeti,DEV=0) went away while recording (No such "
        + "device). What was recorded until then is kept; plug it in again, or choose another with --device.")
    #expect(CaptureError.busy(named("hw:2")).description.hasPrefix("The microphone hw:2 is in use by another"))
    #expect(CaptureError.busy(.systemDefault).description.hasPrefix("The default microphone is in use by another"))
  }

  private func failure(_ errno: Int32, in call: String = openCall) -> ALSAFailure {
    ALSAFailure(call: call, code: -errno)
  }
}

/// A microphone of which nothing but its name is known.
func named(_ name: String) -> CaptureDevice { CaptureDevice(name: name, title: name) }
