import Glibc

/// Why a sound cannot be played. The command's exit code is 69, for a start past the end 65.
package enum PlaybackError: Error, Equatable, Sendable {
  /// Nothing on this machine can be played on.
  case noDevice
  case noSuchDevice(String)
  case busy(String)
  /// The sound devices are there, and this user may not open them.
  case notPermitted(String)
  case noSoundServer(String)
  /// The device went away, or anything else, with the name of the call that failed.
  case failed(String, call: String, reason: String)
  /// The sound is over before the place from which it was to be played, both in seconds.
  case startsPastEnd(String, start: Double, duration: Double)
}

extension PlaybackError {
  /// What a failure to open or set up `device` means to a person; the codes are those of `CaptureError`.
  init(opening device: String, _ failure: ALSAFailure, nodes: SoundNodes = SoundNodes(in: "/dev/snd")) {
    switch -failure.code {
    case EBUSY, EAGAIN: self = .busy(device)
    case EACCES, EPERM: self = .notPermitted(device)
    case ENOENT, ENODEV:
      self =
        nodes.areForbidden
        ? .notPermitted(device) : device == defaultDeviceName ? .noDevice : .noSuchDevice(device)
    case ECONNREFUSED, EHOSTDOWN: self = .noSoundServer(device)
    default: self = .failed(device, call: failure.call, reason: failure.reason)
    }
  }
}

extension PlaybackError: CustomStringConvertible {
  /// One sentence for what happened, one for what to do next.
  package var description: String {
    switch self {
    case .noDevice:
      "Nothing found to play on. Plug in headphones or speakers, or start the sound server."
    case .noSuchDevice(let device):
      "Nothing named \(device) to play on. `aplay -L` lists what there is; leave out --device for the default."
    case .busy(let device):
      "\(Self.subject(device)) is in use by another program. Close that program, or choose another with --device."
    case .notPermitted(let device):
      "\(Self.subject(device)) may not be opened by this user. Ask for membership of the audio group "
        + "(sudo usermod -aG audio $USER), then log in again."
    case .noSoundServer(let device):
      "\(Self.subject(device)) belongs to a sound server that does not answer. Start the sound server "
        + "(systemctl --user start pipewire or pulseaudio), or choose the sound card itself with --device."
    case .failed(let device, let call, let reason):
      "\(Self.subject(device)) cannot be played on: \(call) says \"\(reason)\". Choose another with --device, a "
        + "sound card as plughw:CARD=…."
    case .startsPastEnd(let path, let start, let duration):
      "\(path) ends at \(Self.tenths(duration)) s and cannot be played from \(Self.tenths(start)) s; name an earlier time with --from."
    }
  }

  private static func tenths(_ seconds: Double) -> Double { (seconds * 10).rounded() / 10 }

  private static func subject(_ device: String) -> String {
    device == defaultDeviceName ? "The default playback device" : "The playback device \(device)"
  }
}
