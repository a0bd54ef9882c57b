import Glibc

extension CaptureError {
  /// What a failure to open or set up `device` means to a person.
  ///
  /// The codes are those that alsa-lib 1.2.8 was seen to give, on Linux 6.1, PulseAudio 16 and PipeWire 0.3.
  init(opening device: CaptureDevice, _ failure: ALSAFailure, nodes: SoundNodes = SoundNodes(in: "/dev/snd")) {
    switch -failure.code {
    case EBUSY, EAGAIN:
      self = .busy(device)
    case EACCES, EPERM:
      self = .notPermitted(device)
    case ENOENT, ENODEV:
      self = nodes.areForbidden ? .notPermitted(device) : Self.absence(of: device, nodes)
    case EIO where failure.call == hardwareParametersCall:
      // A sound server is there and knows no source of this name, or none at all.
      self = Self.absence(of: device, nodes)
    case ECONNREFUSED, EHOSTDOWN:
      self = .noSoundServer(device)
    case EINVAL where failure.call != openCall:
      self = .unusableFormat(device)
    default:
      self = .failed(device, call: failure.call, reason: failure.reason)
    }
  }

  private static func absence(of device: CaptureDevice, _ nodes: SoundNodes) -> CaptureError {
    guard device == .systemDefault else { return .noSuchDevice(device.name) }
    return nodes.haveInput ? .noDefault : .noMicrophone
  }

  /// Why there is no microphone to list.
  package static var nothingListed: CaptureError { nothingListed(SoundNodes(in: "/dev/snd")) }

  static func nothingListed(_ nodes: SoundNodes) -> CaptureError {
    nodes.areForbidden ? .notPermitted(.systemDefault) : .noMicrophone
  }

  /// What a failure of `device` means once it has delivered sound.
  init(reading device: CaptureDevice, _ failure: ALSAFailure) {
    self = .lost(device, reason: failure.reason)
  }
}

/// The two calls whose codes mean something of their own.
let openCall = "snd_pcm_open"
let hardwareParametersCall = "snd_pcm_hw_params"
