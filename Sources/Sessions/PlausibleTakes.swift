import Interview
import SpeechTiming
import Transcripts

extension Session {
  /// Whether the figures of its takes are such as were measured: a session of other people may hold any number, and what
  /// is made of one beyond reason (an hour of 10^300 s) is not worth a look.
  var isPlausible: Bool {
    takes.allSatisfy { take in
      isTime(take.offset) && take.timing.isPlausible
        && (take.transcript?.words ?? []).allSatisfy { isTime(abs($0.start ?? 0)) && isTime(abs($0.end ?? 0)) }
    }
  }
}

extension TakeTiming {
  fileprivate var isPlausible: Bool {
    let spans = speech + pauses + (voice?.filledPauses ?? [])
    let times = [duration, pauseThreshold] + (pace?.nuclei ?? []) + (pace?.rateOverTime ?? []).map(\.time)
    let levels = [level.speech, level.noiseFloor, level.peak, voice?.levelSpread, voice?.levelFall]
    let rates = [
      pace?.speechRate, pace?.articulationRate, pace?.meanSyllableDuration, pace?.meanLengthOfRun,
      pace?.wordsPerMinute.atLeast, pace?.wordsPerMinute.atMost, voice?.pitchMedian, voice?.pitchSpread,
      voice?.voicedShare,
    ]
    return times.allSatisfy(isTime) && spans.allSatisfy { isTime($0.start) && isTime($0.end) && $0.start <= $0.end }
      && levels.allSatisfy { -1000...1000 ~= $0 ?? 0 }
      && (rates.compactMap(\.self) + (pace?.rateOverTime ?? []).map(\.rate)).allSatisfy { 0...100_000 ~= $0 }
  }
}

/// Whether `seconds` can be a time in a take: of eleven days at most.
private func isTime(_ seconds: Double) -> Bool { 0...1_000_000 ~= seconds }
