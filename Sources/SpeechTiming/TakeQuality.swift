/// What may be wrong with a recording, from the worst on.
public enum Doubt: String, Codable, Sendable, CaseIterable {
  /// Every sample is zero: the microphone was muted, or sent nothing.
  case digitalSilence = "digital_silence"
  /// The room is too loud against the speech for its boundaries to be trusted.
  case tooNoisy = "too_noisy"
  /// No speech was heard.
  case noSpeech = "no_speech"
  /// Samples at full scale: the microphone's level was too high.
  case clipped
  /// The speech is so low that a few bits carry it.
  case tooQuiet = "too_quiet"
  /// The take begins in the middle of speech.
  case cutOffAtStart = "cut_off_at_start"
  /// The take ends in the middle of speech.
  case cutOffAtEnd = "cut_off_at_end"
}

extension TakeTiming {
  /// The lowest ratio of speech to room, in dB, at which the timing is trusted.
  ///
  /// Chosen with `make evaluate`: at a true ratio of 10 dB in pink noise (10.4 as measured, speech with noise over
  /// noise) every answer time lies within 0.05 s, at 5 dB (6.2 as measured) one is off by 0.7 s.
  public static let leastSignalToNoise = 8.0

  /// The loudest room, in dBFS, in which a take without speech counts as one.
  ///
  /// Ordinary speech at a microphone lies about there: in a louder room it might be covered. Our own choice.
  public static let loudestSilentRoom = -30.0

  /// Speech below this level, in dBFS, is too quiet: 16 bits have 38 dB left there. Our own choice.
  public static let leastSpeechLevel = -60.0

  /// Over this share of clipped samples in the speech a take counts as clipped. Our own choice.
  public static let mostClipping = 0.001

  /// A take whose speech begins or ends within this time of its edge, in seconds, was cut off there.
  public static let edgeOfTake = 0.03

  /// What may be wrong with the recording, the worst first; empty for a good one.
  public var doubts: [Doubt] {
    var doubts: [Doubt] = []
    if level.peak == nil { doubts.append(.digitalSilence) }
    let isLoudRoom = speech.isEmpty && (level.noiseFloor ?? -.infinity) > Self.loudestSilentRoom
    if isLoudRoom || (level.signalToNoise ?? .infinity) < Self.leastSignalToNoise { doubts.append(.tooNoisy) }
    guard let answer else { return doubts + [.noSpeech] }
    // Samples of 16 kHz and more a second: a share that no sample rate makes too small.
    if Double(level.clippedSamples) > Self.mostClipping * speechTime * 16_000 { doubts.append(.clipped) }
    if (level.speech ?? 0) < Self.leastSpeechLevel { doubts.append(.tooQuiet) }
    if answer.start < Self.edgeOfTake { doubts.append(.cutOffAtStart) }
    if duration - answer.end < Self.edgeOfTake { doubts.append(.cutOffAtEnd) }
    return doubts
  }

  /// Whether the timing says something about the answer; if not, it is shown without a verdict.
  public var isTrusted: Bool {
    !doubts.contains { $0 == .digitalSilence || $0 == .tooNoisy }
  }
}
