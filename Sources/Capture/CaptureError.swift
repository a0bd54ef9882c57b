/// Why there is no sound to record. The command's exit code for every case is 69.
package enum CaptureError: Error, Equatable, Sendable {
  /// Nothing on this machine can be recorded from.
  case noMicrophone
  /// A sound card can be recorded from, and none is the default.
  case noDefault
  /// No microphone of this name; `present` are those to choose from, empty where they are not known.
  case noSuchDevice(String, present: [CaptureDevice] = [])
  /// What was asked for is part of the names of several.
  case ambiguousDevice(String, matches: [CaptureDevice])
  case busy(CaptureDevice)
  /// The sound devices are there, and this user may not open them.
  case notPermitted(CaptureDevice)
  case noSoundServer(CaptureDevice)
  /// The device offers no sample format, rate or channel count that can be recorded.
  case unusableFormat(CaptureDevice)
  /// The device went away while it was read.
  case lost(CaptureDevice, reason: String)
  /// Anything else, with the name of the call that failed.
  case failed(CaptureDevice, call: String, reason: String)
}

extension CaptureError: CustomStringConvertible {
  /// One sentence for what happened, one for what to do next.
  package var description: String {
    switch self {
    case .noMicrophone:
      "No microphone found. Plug one in, or start the sound server; \(Self.listing)."
    case .noDefault:
      "No microphone is the default one. Choose one with --device; \(Self.listing)."
    case .noSuchDevice(let device, let present):
      "No microphone named \(device). "
        + (present.isEmpty ? "\(Self.listing)." : "Present: \(Self.list(present)); choose one with --device.")
    case .ambiguousDevice(let wish, let matches):
      "\(matches.count) microphones match \(wish): \(Self.list(matches)). Name one of them with --device."
    case .busy(let device):
      "\(Self.subject(device)) is in use by another program. Close that program, or choose another "
        + "microphone with --device; \(Self.listing)."
    case .notPermitted(let device):
      "\(Self.subject(device)) may not be opened by this user. Ask for membership of the audio group "
        + "(sudo usermod -aG audio $USER), then log in again."
    case .noSoundServer(let device):
      "\(Self.subject(device)) belongs to a sound server that does not answer. Start the sound server "
        + "(systemctl --user start pipewire or pulseaudio), or choose the sound card itself with --device; "
        + "\(Self.listing)."
    case .unusableFormat(let device):
      "\(Self.subject(device)) offers no format that can be recorded. Choose another with --device; "
        + "\(Self.listing)."
    case .lost(let device, let reason):
      "\(Self.subject(device)) went away while recording (\(reason)). What was recorded until then is kept; "
        + "plug it in again, or choose another with --device."
    case .failed(let device, let call, let reason):
      "\(Self.subject(device)) cannot be used: \(call) says \"\(reason)\". Try again with --verbose for what "
        + "the sound library reports, or choose another with --device."
    }
  }

  /// `Blue Yeti (plughw:CARD=Yeti,DEV=0), Desk microphone (desk)`
  private static func list(_ devices: [CaptureDevice]) -> String {
    devices.map { "\($0.title) (\($0.name))" }.joined(separator: ", ")
  }

  private static let listing = "`starpace devices` lists those present"

  private static func subject(_ device: CaptureDevice) -> String {
    if device == .systemDefault { return "The default microphone" }
    return "The microphone \(device.words)" + (device.title == device.name ? "" : " (\(device.name))")
  }
}
