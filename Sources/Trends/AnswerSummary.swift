package import SpeechTiming

/// What trends need of one answer: a few figures of its timing.
package struct AnswerSummary: Sendable, Equatable {
  /// From the first speech to the end of the last, in seconds; 0 without speech.
  package var answerTime: Double
  /// Sum of the speech segments, in seconds.
  package var speechTime: Double
  /// From the start of the take to the first speech, in seconds; `nil` without speech.
  package var latency: Double?
  /// How many pauses there are.
  package var pauseCount: Int
  /// Median pause, in seconds; `nil` without one.
  package var medianPause: Double?
  /// The longest pause, in seconds; `nil` without one.
  package var longestPause: Double?
  /// Syllables over answer time, a second; `nil` where they were not counted.
  package var speechRate: Double?
  /// Syllables over speech time, a second; `nil` where they were not counted.
  package var articulationRate: Double?
  /// Whether the recording is good enough for a verdict.
  package var isTrusted: Bool

  /// An answer as given.
  package init(
    answerTime: Double, speechTime: Double, latency: Double? = nil, pauseCount: Int = 0, medianPause: Double? = nil,
    longestPause: Double? = nil, speechRate: Double? = nil, articulationRate: Double? = nil, isTrusted: Bool = true
  ) {
    self.answerTime = answerTime
    self.speechTime = speechTime
    self.latency = latency
    self.pauseCount = pauseCount
    self.medianPause = medianPause
    self.longestPause = longestPause
    self.speechRate = speechRate
    self.articulationRate = articulationRate
    self.isTrusted = isTrusted
  }

  /// The figures of `timing`.
  package init(of timing: TakeTiming) {
    let pauses = PauseSummary(of: timing)
    self.init(
      answerTime: timing.answerTime, speechTime: timing.speechTime, latency: timing.responseLatency,
      pauseCount: timing.pauses.count, medianPause: pauses?.median, longestPause: pauses?.longest.duration,
      speechRate: timing.pace?.speechRate, articulationRate: timing.pace?.articulationRate,
      isTrusted: timing.isTrusted)
  }

  /// Speech time over answer time, 0...1; `nil` without speech.
  package var phonationRatio: Double? { answerTime > 0 ? speechTime / answerTime : nil }

  /// Pauses a minute of answer time; `nil` without speech.
  package var pausesPerMinute: Double? { answerTime > 0 ? Double(pauseCount) * 60 / answerTime : nil }
}
