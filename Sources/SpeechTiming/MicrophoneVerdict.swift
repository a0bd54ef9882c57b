/// Whether a microphone is good enough to be measured by, from the worst on.
package enum MicrophoneVerdict: String, Codable, Sendable, CaseIterable {
  /// The device is there and sends nothing, not even silence.
  case noData = "no_data"
  /// Every sample is zero: muted, or another input is the one that is spoken into.
  case digitalSilence = "digital_silence"
  /// Samples at full scale: the level is too high.
  case clipping
  /// The room is too loud, or the speech too far away.
  case noisy
  /// Nobody was heard.
  case noSpeech = "no_speech"
  /// Speech was heard, and a few bits carry it.
  case tooQuiet = "too_quiet"
  case good
}

extension TakeTiming {
  /// The lowest ratio of speech to room, in dB, at which a microphone is called good.
  ///
  /// Every answer time lies within 0.05 s of the truth there, see `leastSignalToNoise`. A take is still trusted
  /// 2 dB below, since a voice drops in a long answer.
  package static let leastSignalToNoiseOfMicrophone = 10.0

  /// The lowest level of speech, in dBFS, at which a microphone is called good.
  ///
  /// Our own choice: 10 dB above what is doubted in a take, since a voice drops in a long answer.
  package static let leastSpeechLevelOfMicrophone = -50.0

  /// The loudest room, in dBFS, in which a microphone is called good before anybody spoke.
  ///
  /// RFC 7874, section 4, asks for speech at -22 dBFS (a root mean square of 2600 in 16 bits), give or take 6 dB: in
  /// a louder room the quietest such speech would stand less than `leastSignalToNoise` above it.
  package static let loudestRoomOfMicrophone = -36.0

  /// What a few seconds at a microphone say about it.
  ///
  /// Where nobody was asked to speak, speech and its absence say nothing, and neither does how loud it is.
  package func microphoneVerdict(isSpeechExpected: Bool) -> MicrophoneVerdict {
    if duration == 0 { return .noData }
    if level.peak == nil { return .digitalSilence }
    // As in a take's doubts; without speech, whatever was heard counts.
    let heard = speech.isEmpty ? duration : speechTime
    if Double(level.clippedSamples) > Self.mostClipping * heard * 16_000 { return .clipping }
    let isLoudRoom = (level.noiseFloor ?? -.infinity) > Self.loudestRoomOfMicrophone
    guard isSpeechExpected else { return isLoudRoom ? .noisy : .good }
    guard let speechLevel = level.speech else { return isLoudRoom ? .noisy : .noSpeech }
    if (level.signalToNoise ?? .infinity) < Self.leastSignalToNoiseOfMicrophone { return .noisy }
    return speechLevel < Self.leastSpeechLevelOfMicrophone ? .tooQuiet : .good
  }
}
