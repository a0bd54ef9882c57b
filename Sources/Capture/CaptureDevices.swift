/// A microphone to choose from.
package struct CaptureDevice: Sendable, Equatable {
  /// What `--device` takes, e.g. `plughw:CARD=Yeti,DEV=0`.
  package let name: String
  /// What a person would call it, e.g. "Blue Yeti, USB Audio".
  package let title: String
  /// The sound card it belongs to; nil for the default, a sound server and what the user configured.
  package let card: SoundCard?

  package init(name: String, title: String, card: SoundCard? = nil) {
    self.name = name
    self.title = title
    self.card = card
  }
}

/// The microphones of this machine: the default one, the inputs of the sound cards, then sound servers and
/// what the user's own configuration shows.
///
/// A card's input is listed also while another program holds it. What the configuration merely promises (the
/// default, a sound server) is listed if it can be opened or is busy. Empty where nothing can be recorded.
/// Unless `verbose`, alsa-lib and its plugins no longer print on standard error, in the whole process.
package func captureDevices(verbose: Bool = false) -> [CaptureDevice] {
  showLibraryMessages(verbose)
  let defaultDevice = CaptureDevice(name: defaultDeviceName, title: "The system's default microphone")
  return [defaultDevice].filter { isPresent($0.name) }
    + cardInputs()
    + configuredInputs().filter { isPresent($0.name) }
}

private func isPresent(_ device: String) -> Bool {
  // As long as opening a microphone may take.
  let opened = answer(within: openingLimit) {
    Result { () throws(ALSAFailure) in try PCM.open(device: device) }
  }
  switch consume opened {
  case nil: return false
  case .success: return true
  case .failure(let failure):
    if case .busy = CaptureError(opening: device, failure) { return true }
    return false
  }
}

/// What alsa-lib calls the device that the system or the user chose.
let defaultDeviceName = "default"
