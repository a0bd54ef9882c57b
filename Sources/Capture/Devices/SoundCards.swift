internal import CALSA

/// What the kernel calls a sound card.
package struct SoundCard: Sendable, Equatable {
  /// Its place in the order in which the cards were found, from 0 on.
  package let number: Int
  /// Its short name, such as `Yeti`, which stays when cards are plugged in another order.
  package let id: String

  package init(number: Int, id: String) {
    self.number = number
    self.id = id
  }
}

/// The inputs of all sound cards of the kernel, in the order of the cards.
func cardInputs() -> [CaptureDevice] {
  var inputs: [CaptureDevice] = []
  var card: Int32 = -1
  while snd_card_next(&card) >= 0, card >= 0 {
    // A card that was pulled out meanwhile, or may not be looked at, has no inputs for us.
    guard let control = try? CardControl.open(card: card) else { continue }
    inputs += control.inputs(ofCard: Int(card))
  }
  return inputs
}

/// The control of one card, which tells what the card has.
private struct CardControl: ~Copyable {
  private let pointer: OpaquePointer

  private init(owning pointer: OpaquePointer) {
    self.pointer = pointer
  }

  static func open(card: Int32) throws(ALSAFailure) -> CardControl {
    var pointer: OpaquePointer?
    try check("snd_ctl_open", snd_ctl_open(&pointer, "hw:\(card)", 0))
    guard let pointer else { throw ALSAFailure(call: "snd_ctl_open", code: -1) }
    return CardControl(owning: pointer)
  }

  deinit { snd_ctl_close(pointer) }

  func inputs(ofCard number: Int) -> [CaptureDevice] {
    guard let (id, cardName) = names() else { return [] }
    var inputs: [CaptureDevice] = []
    var device: Int32 = -1
    while snd_ctl_pcm_next_device(pointer, &device) >= 0, device >= 0 {
      guard let inputName = nameOfInput(UInt32(device)) else { continue }
      let title = inputName.isEmpty || inputName == cardName ? cardName : "\(cardName), \(inputName)"
      // By the card's id, and `plughw`, so that a card with an odd sample format can be recorded too.
      inputs.append(
        CaptureDevice(
          name: "plughw:CARD=\(id),DEV=\(device)", title: title, card: SoundCard(number: number, id: id)))
    }
    return inputs
  }

  /// The card's short id and its full name.
  private func names() -> (id: String, name: String)? {
    var info: OpaquePointer?
    guard snd_ctl_card_info_malloc(&info) >= 0, let info else { return nil }
    defer { snd_ctl_card_info_free(info) }
    guard snd_ctl_card_info(pointer, info) >= 0 else { return nil }
    return (
      String(cString: snd_ctl_card_info_get_id(info)), String(cString: snd_ctl_card_info_get_name(info))
    )
  }

  /// The name of a device of the card, or nil where it only plays.
  private func nameOfInput(_ device: UInt32) -> String? {
    var info: OpaquePointer?
    guard snd_pcm_info_malloc(&info) >= 0, let info else { return nil }
    defer { snd_pcm_info_free(info) }
    snd_pcm_info_set_device(info, device)
    snd_pcm_info_set_subdevice(info, 0)
    snd_pcm_info_set_stream(info, SND_PCM_STREAM_CAPTURE)
    guard snd_ctl_pcm_info(pointer, info) >= 0 else { return nil }
    return String(cString: snd_pcm_info_get_name(info))
  }
}
