import Glibc
internal import CALSA

/// The set of configurations a device still allows, narrowed call by call until it is applied.
///
/// Valid while the device it was made of is open.
struct HardwareParameters: ~Copyable {
  private let pcm: OpaquePointer
  private let pointer: OpaquePointer

  /// Everything the device offers, as interleaved frames.
  ///
  /// - Throws: `ALSAFailure` where it offers nothing of the kind.
  static func offered(by device: borrowing PCM) throws(ALSAFailure) -> HardwareParameters {
    var allocated: OpaquePointer?
    try check("snd_pcm_hw_params_malloc", snd_pcm_hw_params_malloc(&allocated))
    guard let allocated else { throw ALSAFailure(call: "snd_pcm_hw_params_malloc", code: -ENOMEM) }
    let offered = HardwareParameters(device.pointer, owning: allocated)
    try check("snd_pcm_hw_params_any", snd_pcm_hw_params_any(offered.pcm, offered.pointer))
    try check(
      "snd_pcm_hw_params_set_access",
      snd_pcm_hw_params_set_access(offered.pcm, offered.pointer, SND_PCM_ACCESS_RW_INTERLEAVED))
    return offered
  }

  private init(_ pcm: OpaquePointer, owning pointer: OpaquePointer) {
    self.pcm = pcm
    self.pointer = pointer
  }

  deinit { snd_pcm_hw_params_free(pointer) }

  /// Settles on the first of `encodings` that the device has.
  func setEncoding(_ encodings: [SampleEncoding]) throws(ALSAFailure) -> SampleEncoding {
    for encoding in encodings where snd_pcm_hw_params_set_format(pcm, pointer, encoding.inALSA) == 0 {
      return encoding
    }
    throw ALSAFailure(call: "snd_pcm_hw_params_set_format", code: -EINVAL)
  }

  /// Settles on one channel, else two, else the fewest there are.
  func setChannelCount(atMost limit: UInt32?) throws(ALSAFailure) {
    for count: UInt32 in [1, 2] where snd_pcm_hw_params_set_channels(pcm, pointer, count) == 0 { return }
    var fewest: UInt32 = 0
    try check("snd_pcm_hw_params_get_channels_min", snd_pcm_hw_params_get_channels_min(pointer, &fewest))
    if let limit, fewest > limit { throw ALSAFailure(call: "snd_pcm_hw_params_set_channels", code: -EINVAL) }
    try check("snd_pcm_hw_params_set_channels", snd_pcm_hw_params_set_channels(pcm, pointer, fewest))
  }

  /// Settles on 48,000 Hz, else 44,100 Hz, else the rate next to 48,000 Hz within 8,000...192,000 Hz.
  func setSampleRate() throws(ALSAFailure) {
    for rate: UInt32 in [48_000, 44_100] where snd_pcm_hw_params_set_rate(pcm, pointer, rate, 0) == 0 {
      return
    }
    var (lowest, highest, rate): (UInt32, UInt32, UInt32) = (8_000, 192_000, 48_000)
    try check(
      "snd_pcm_hw_params_set_rate_minmax",
      snd_pcm_hw_params_set_rate_minmax(pcm, pointer, &lowest, nil, &highest, nil))
    try check(
      "snd_pcm_hw_params_set_rate_near", snd_pcm_hw_params_set_rate_near(pcm, pointer, &rate, nil))
  }

  /// Asks for periods of 25 ms, so that the level meter is lively, and for two seconds of storage, so that a machine
  /// that is held up loses nothing. The device takes what is nearest.
  ///
  /// The periods first: many a card has no more than 32, and would make them longer to have more storage.
  func setTimes() throws(ALSAFailure) {
    var (period, storage): (UInt32, UInt32) = (25_000, 2_000_000)  // microseconds
    try check(
      "snd_pcm_hw_params_set_period_time_near",
      snd_pcm_hw_params_set_period_time_near(pcm, pointer, &period, nil))
    try check(
      "snd_pcm_hw_params_set_buffer_time_near",
      snd_pcm_hw_params_set_buffer_time_near(pcm, pointer, &storage, nil))
  }

  /// Sets the device up with the one configuration that is left.
  func apply() throws(ALSAFailure) {
    try check(hardwareParametersCall, snd_pcm_hw_params(pcm, pointer))
  }

  /// Frames per second, known once applied.
  var sampleRate: Int {
    get throws(ALSAFailure) {
      var rate: UInt32 = 0
      try check("snd_pcm_hw_params_get_rate", snd_pcm_hw_params_get_rate(pointer, &rate, nil))
      return Int(rate)
    }
  }

  /// Known once applied.
  var channelCount: Int {
    get throws(ALSAFailure) {
      var count: UInt32 = 0
      try check("snd_pcm_hw_params_get_channels", snd_pcm_hw_params_get_channels(pointer, &count))
      return Int(count)
    }
  }

  /// Known once applied.
  var periodInFrames: Int {
    get throws(ALSAFailure) {
      var count: snd_pcm_uframes_t = 0
      try check("snd_pcm_hw_params_get_period_size", snd_pcm_hw_params_get_period_size(pointer, &count, nil))
      return Int(count)
    }
  }
}

extension SampleEncoding {
  fileprivate var inALSA: snd_pcm_format_t {
    switch self {
    case .int16: SND_PCM_FORMAT_S16_LE
    case .int32: SND_PCM_FORMAT_S32_LE
    case .float32: SND_PCM_FORMAT_FLOAT_LE
    }
  }
}
