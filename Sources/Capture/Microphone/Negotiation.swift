import Glibc
internal import CALSA

/// A device set up for recording.
struct ReadyPCM: ~Copyable {
  let pcm: PCM
  let format: CaptureFormat
  /// The frames after which the device wakes its reader.
  let periodInFrames: Int
}

/// How far alsa-lib may change what the hardware delivers, from nothing to everything.
///
/// `default` and `plughw` are converters that offer every format: only with conversion refused do they
/// tell what the hardware offers itself.
private enum Conversion: CaseIterable {
  case none, encoding, everything

  /// The mode bits of `snd_pcm_open`.
  var mode: Int32 {
    switch self {
    case .none: SND_PCM_NO_AUTO_RESAMPLE | SND_PCM_NO_AUTO_CHANNELS | SND_PCM_NO_AUTO_FORMAT
    case .encoding: SND_PCM_NO_AUTO_RESAMPLE | SND_PCM_NO_AUTO_CHANNELS
    case .everything: 0
    }
  }

  /// The encodings to try, best first.
  ///
  /// Hardware that has none of them (24 bits in three bytes) loses nothing in 32 bits.
  var encodings: [SampleEncoding] {
    self == .none ? [.int16, .int32, .float32] : [.int32, .int16, .float32]
  }
}

/// Opens a device with as little conversion as it takes.
///
/// - Throws: `ALSAFailure` of the last attempt.
func openReady(device: String) throws(ALSAFailure) -> ReadyPCM {
  var failure = ALSAFailure(call: hardwareParametersCall, code: -EINVAL)
  for conversion in Conversion.allCases {
    let pcm = try PCM.open(device: device, mode: conversion.mode)
    do throws(ALSAFailure) {
      return try prepare(pcm, conversion)
    } catch {
      failure = error
    }
  }
  throw failure
}

private func prepare(_ pcm: consuming PCM, _ conversion: Conversion) throws(ALSAFailure) -> ReadyPCM {
  let parameters = try HardwareParameters.offered(by: pcm)
  let encoding = try parameters.setEncoding(conversion.encodings)
  // More than two channels are recorded only where nothing can make fewer of them.
  try parameters.setChannelCount(atMost: conversion == .everything ? nil : 2)
  try parameters.setSampleRate()
  try parameters.setTimes()
  try parameters.apply()
  let format = CaptureFormat(
    encoding: encoding, sampleRate: try parameters.sampleRate, channelCount: try parameters.channelCount)
  return ReadyPCM(pcm: pcm, format: format, periodInFrames: try parameters.periodInFrames)
}
