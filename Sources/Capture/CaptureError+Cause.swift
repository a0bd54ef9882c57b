import Glibc

/// What the device nodes of the sound cards tell about a refusal.
///
/// alsa-lib answers "no such device" where it may not look: only the nodes themselves tell the two apart.
struct SoundNodes {
  /// Whether some node exists that this user may not open.
  let areForbidden: Bool

  init(areForbidden: Bool) {
    self.areForbidden = areForbidden
  }

  /// Looks at the control and capture nodes of a folder: `controlC0`, `pcmC0D0c`.
  init(in folder: String = "/dev/snd") {
    guard let listing = opendir(folder) else {
      self.init(areForbidden: errno == EACCES)
      return
    }
    defer { closedir(listing) }
    var areForbidden = false
    while let entry = readdir(listing) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
        tuple.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard name.hasPrefix("controlC") || (name.hasPrefix("pcmC") && name.hasSuffix("c")) else { continue }
      if access("\(folder)/\(name)", R_OK | W_OK) != 0, errno == EACCES { areForbidden = true }
    }
    self.init(areForbidden: areForbidden)
  }
}

extension CaptureError {
  /// What a failure to open or set up `device` means to a person.
  ///
  /// The codes are those that alsa-lib 1.2.8 was seen to give, on Linux 6.1, PulseAudio 16 and PipeWire 0.3.
  init(opening device: String, _ failure: ALSAFailure, nodes: SoundNodes = SoundNodes()) {
    switch -failure.code {
    case EBUSY, EAGAIN:
      self = .busy(device)
    case EACCES, EPERM:
      self = .notPermitted(device)
    case ENOENT, ENODEV:
      if nodes.areForbidden {
        self = .notPermitted(device)
      } else {
        self = device == "default" ? .noMicrophone : .noSuchDevice(device)
      }
    case EIO where failure.call == hardwareParametersCall:
      // A sound server is there and knows no source of this name, or none at all.
      self = device == "default" ? .noMicrophone : .noSuchDevice(device)
    case ECONNREFUSED, EHOSTDOWN:
      self = .noSoundServer(device)
    case EINVAL where failure.call != openCall:
      self = .unusableFormat(device)
    default:
      self = .failed(device, call: failure.call, reason: failure.reason)
    }
  }

  /// What a failure of `device` means once it has delivered sound.
  init(reading device: String, _ failure: ALSAFailure) {
    self = .lost(device, reason: failure.reason)
  }
}

/// The two calls whose codes mean something of their own.
let openCall = "snd_pcm_open"
let hardwareParametersCall = "snd_pcm_hw_params"
