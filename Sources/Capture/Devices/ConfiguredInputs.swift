import Glibc
internal import CALSA

/// Inputs that alsa-lib's configuration shows and that are no sound card: sound servers, devices of the user.
///
/// Whether they work is not looked at.
func configuredInputs() -> [CaptureDevice] {
  var hints: UnsafeMutablePointer<UnsafeMutableRawPointer?>?
  guard snd_device_name_hint(-1, "pcm", &hints) >= 0, let hints else { return [] }
  defer { snd_device_name_free_hint(hints) }
  var inputs: [CaptureDevice] = []
  var position = 0
  while let hint = hints[position] {
    position += 1
    // No direction means both.
    guard let name = value(of: "NAME", in: hint), value(of: "IOID", in: hint) != "Output",
      isChosenByPeople(name)
    else { continue }
    // Only the first line: the second tells of buffers and conversions.
    let title = value(of: "DESC", in: hint)?.prefix { $0 != "\n" }
    inputs.append(CaptureDevice(name: name, title: title.map(String.init) ?? name))
  }
  return inputs
}

/// Whether a hinted name is a microphone by itself: neither a view of a sound card, listed by its own name
/// already, nor a plugin that converts for another device.
func isChosenByPeople(_ name: String) -> Bool {
  if name.contains("CARD=") { return false }
  let plugin = String(name.prefix { $0 != ":" })
  return !plugin.hasPrefix("surround") && !pluginNames.contains(plugin)
}

/// The names that alsa-lib 1.2.8 and alsa-plugins 1.2.7 configure and hint at, without the sound servers.
private let pluginNames: Set = [
  "default", "sysdefault", "hw", "plughw", "plug", "null", "file", "tee", "shm", "empty",
  "front", "rear", "center_lfe", "side", "iec958", "spdif", "hdmi", "modem", "phoneline",
  "dmix", "dsnoop", "dshare", "asym", "usbstream", "oss", "a52", "lavrate", "samplerate", "speexrate",
  "speex", "upmix", "vdownmix",
]

private func value(of key: String, in hint: UnsafeMutableRawPointer) -> String? {
  guard let text = snd_device_name_get_hint(hint, key) else { return nil }
  defer { free(text) }
  return String(cString: text)
}
