/// The microphones of this machine: the default one, the inputs of the sound cards, then sound servers and
/// what the user's own configuration shows.
///
/// A card's input is listed also while another program holds it. What the configuration merely promises (the
/// default, a sound server) is listed if it can be opened or is busy. Empty where nothing can be recorded.
/// Unless `verbose`, alsa-lib and its plugins no longer print on standard error, in the whole process.
package func captureDevices(verbose: Bool = false) -> [CaptureDevice] {
  showLibraryMessages(verbose)
  return [.systemDefault].filter { isPresent($0.name) }
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
    if case .busy = CaptureError(opening: CaptureDevice(name: device, title: device), failure) { return true }
    return false
  }
}
