package import SpeechTiming

/// What a check of a microphone found, in words and figures.
package struct MicrophoneReport: Sendable {
  private let verdict: MicrophoneVerdict
  private let timing: TakeTiming
  private let device: String
  private let sampleRate: Int

  /// The report on the microphone `device`, in which `timing` was heard at `sampleRate` Hz.
  package init(verdict: MicrophoneVerdict, timing: TakeTiming, device: String, sampleRate: Int) {
    self.verdict = verdict
    self.timing = timing
    self.device = device
    self.sampleRate = sampleRate
  }

  /// What was found, one sentence.
  package var finding: String {
    let level = timing.level
    switch verdict {
    case .noData: return "No data: the microphone is there and sends nothing, not even silence."
    case .digitalSilence: return "Digital silence: every sample is zero."
    case .clipping: return "Clipping: \(level.clippedSamples) samples are flattened at full scale."
    case .noisy:
      guard let ratio = level.signalToNoise else {
        return "Noisy: the room alone has \(decimal(level.noiseFloor ?? 0)) dBFS."
      }
      return "Noisy: speech stands only \(decimal(ratio)) dB above the room; "
        + "\(decimal(TakeTiming.leastSignalToNoiseOfMicrophone)) are needed."
    case .noSpeech: return "No speech was heard."
    case .tooQuiet:
      return "Too quiet: speech has only \(decimal(level.speech ?? 0)) dBFS; "
        + "\(decimal(TakeTiming.leastSpeechLevelOfMicrophone)) are needed."
    case .good: return "Good: the microphone can be relied on."
    }
  }

  /// What to change, one sentence.
  package var advice: String {
    switch verdict {
    case .noData: "Plug it in again, or choose another with --device; `starpace devices` lists those present."
    case .digitalSilence:
      "Unmute it, by its own switch or with alsamixer (F4), or choose another with --device; "
        + "`starpace devices` lists those present."
    case .clipping: "Lower its level with alsamixer (F4), or speak from further away."
    case .noisy: "Go nearer to it, or to a quieter place; turn off what hums."
    case .noSpeech:
      "Speak while it listens. If you did, raise its level with alsamixer (F4), or choose another with --device."
    case .tooQuiet: "Raise its level with alsamixer (F4), or go nearer to it."
    case .good: "Nothing to change."
    }
  }

  /// The finding, the figures, and what to change, each line within the width.
  package func text(style: Style) -> String {
    let level = timing.level
    let figures = [
      ("Speech", level.speech.map { "\(decimal($0)) dBFS" }),
      ("Room", level.noiseFloor.map { "\(decimal($0)) dBFS" }),
      ("SNR", level.signalToNoise.map { "\(decimal($0)) dB" }),
      ("Peak", level.peak.map { "\(decimal($0)) dBFS" }),
      ("Clipped", timing.duration > 0 ? "\(level.clippedSamples) samples" : nil),
    ]
    let role = verdict == .good ? Style.Role.good : .bad
    let lines =
      style.wrapped(finding).map { style.styled($0, as: role) }
      + figures.map { "  \($0.padded(to: 9))\($1 ?? "–")" } + style.wrapped(advice)
    return lines.joined(separator: "\n") + "\n"
  }

  /// The report as JSON, keys sorted, `null` where a value is not known.
  package func json() throws -> String {
    struct Fields: Encodable {
      let verdict: MicrophoneVerdict
      let finding, advice, device: String
      let sample_rate: Int
      let duration_s, speech_time_s: Double
      let level: TakeLevel
      let snr_db: Double?
      let thresholds: [String: Double]

      enum CodingKeys: String, CodingKey {
        case verdict, finding, advice, device, sample_rate, duration_s, speech_time_s, level, snr_db, thresholds
      }

      func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(verdict, forKey: .verdict)
        try values.encode(finding, forKey: .finding)
        try values.encode(advice, forKey: .advice)
        try values.encode(device, forKey: .device)
        try values.encode(sample_rate, forKey: .sample_rate)
        try values.encode(duration_s, forKey: .duration_s)
        try values.encode(speech_time_s, forKey: .speech_time_s)
        try values.encode(level, forKey: .level)
        try values.encode(snr_db, forKey: .snr_db)
        try values.encode(thresholds, forKey: .thresholds)
      }
    }
    let fields = Fields(
      verdict: verdict, finding: finding, advice: advice, device: device, sample_rate: sampleRate,
      duration_s: timing.duration, speech_time_s: timing.speechTime, level: timing.level,
      snr_db: timing.level.signalToNoise,
      thresholds: [
        "snr_db": TakeTiming.leastSignalToNoiseOfMicrophone,
        "speech_dbfs": TakeTiming.leastSpeechLevelOfMicrophone,
        "room_dbfs": TakeTiming.loudestRoomOfMicrophone,
        "clipped_share": TakeTiming.mostClipping,
      ])
    return try jsonText(of: fields, isOneLine: false)
  }
}
