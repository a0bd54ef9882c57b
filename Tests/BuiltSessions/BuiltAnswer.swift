import Acoustics
package import SpeechTiming

/// The timing of an answer of `seconds` as the analysis would give it: runs of speech between pauses, the nuclei of
/// syllables, pitch and level. 0 seconds are a take without speech.
///
/// Runs last some three seconds and pauses half a second, as in the samples in Audio/; `rate` are syllables over
/// speech time, a second. The same generator gives the same answer.
package func builtAnswer(
  seconds: Double, rate: Double = 4.6, using generator: inout some RandomNumberGenerator
) -> TakeTiming {
  let latency = Double.random(in: 0.4...1.4, using: &generator)
  let end = latency + seconds
  var speech: [Interval] = []
  var time = latency
  while time < end {
    let run = min(end, time + .random(in: 1...5.5, using: &generator))
    let pause = Double.random(in: 0.27...0.9, using: &generator)
    // The answer ends with speech, where it is meant to end.
    let isLast = end - run < pause + 0.3
    speech.append(Interval(start: time, end: isLast ? end : run))
    time = isLast ? end : run + pause
  }
  var timing = TakeTiming(
    duration: end + .random(in: 0.5...2, using: &generator), speech: seconds > 0 ? speech : [], pauseThreshold: 0.25,
    level: TakeLevel(
      speech: seconds > 0 ? .random(in: -26 ... -20, using: &generator) : nil,
      noiseFloor: .random(in: -62 ... -56, using: &generator), peak: .random(in: -9 ... -4, using: &generator),
      clippedSamples: 0))
  var nuclei: [Double] = []
  for run in timing.speech {
    var nucleus = run.start + 0.08
    while nucleus < run.end {
      nuclei.append(nucleus)
      nucleus += .random(in: 0.6...1.4, using: &generator) / rate
    }
  }
  timing.pace = Pace(nuclei: nuclei, in: timing)
  timing.voice = timing.pace.map { _ in
    Voice(
      pitchMedian: (Double.random(in: 95...220, using: &generator) * 10).rounded() / 10, pitchSpread: 2.31,
      voicedShare: 0.712, levelSpread: 2.54, levelFall: 0.81, filledPauses: [], pitchRange: .standard)
  }
  return timing
}
