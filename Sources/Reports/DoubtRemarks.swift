package import Interview
import SpeechTiming

extension Take {
  /// What happened to the recording and what may be wrong with it, a sentence each.
  package var remarksAndDoubts: [String] { remarks + timing.doubts.compactMap { remark(on: $0, in: timing) } }
}

/// What to say of `doubt` about a take, with what to do next time; `nil` where the table says it already.
private func remark(on doubt: Doubt, in timing: TakeTiming) -> String? {
  switch doubt {
  case .digitalSilence:
    "Nothing but digital silence: unmute the microphone, or choose another with --device."
  case .tooNoisy:
    timing.speech.isEmpty
      ? "The room is too loud to tell whether anybody spoke: record again in a quieter place."
      : "Speech stands only \(decimal(timing.level.signalToNoise ?? 0)) dB above the room; the times cannot be "
        + "trusted under \(decimal(TakeTiming.leastSignalToNoise)) dB. Record nearer to the microphone."
  case .noSpeech:
    nil
  case .clipped:
    "\(timing.level.clippedSamples) samples are clipped: lower the microphone's level, or speak from further away."
  case .tooQuiet:
    "The speech is very quiet (\(decimal(timing.level.speech ?? 0)) dBFS): raise the microphone's level."
  case .cutOffAtStart:
    "The take begins in the middle of speech: what came before is not measured."
  case .cutOffAtEnd:
    "The take ends in the middle of speech: the answer may have been longer."
  }
}
