package import SpeechTiming

/// The version of an analysis line's shape; it grows when a reader of the old one would go wrong.
let analysisVersion = 1

/// The timing of one sound file as one line of JSON, for scripts. Fields are added in time, never taken away.
///
/// Its schema is `Schemas/analysis.schema.json`.
package struct AnalysisLine: Encodable, Sendable {
  /// What the line tells of.
  private let timing: TakeTiming
  private let file: String
  private let duration_s: Double
  private let sample_rate: Int
  private let speech: [Interval]
  private let pauses: [Interval]
  private let pause_threshold_s: Double
  private let answer_time_s: Double
  private let speech_time_s: Double
  private let latency_s: Double?
  private let phonation_ratio: Double?
  private let level: TakeLevel
  private let doubts: [Doubt]
  private let syllables: Int?
  private let speech_rate_per_s: Double?
  private let articulation_rate_per_s: Double?
  private let mean_syllable_duration_s: Double?
  private let mean_length_of_run_syllables: Double?
  private let words_per_minute_estimate: Pace.WordsPerMinute?
  private let pitch_range_hz: PitchRange?
  private let pitch_median_hz: Double?
  private let pitch_spread_st: Double?
  private let voiced_share: Double?
  private let level_spread_db: Double?
  private let filled_pauses_guess: [Interval]?
  private let remark: String?

  /// The line of `file`, which has `sampleRate` samples a second.
  package init(file: String, sampleRate: Int, timing: TakeTiming, remark: String?) {
    self.timing = timing
    self.file = file
    duration_s = timing.duration
    sample_rate = sampleRate
    speech = timing.speech
    pauses = timing.pauses
    pause_threshold_s = timing.pauseThreshold
    answer_time_s = timing.answerTime
    speech_time_s = timing.speechTime
    latency_s = timing.responseLatency
    phonation_ratio = timing.phonationRatio
    level = timing.level
    doubts = timing.doubts
    syllables = timing.pace?.nuclei.count
    speech_rate_per_s = timing.pace?.speechRate
    articulation_rate_per_s = timing.pace?.articulationRate
    mean_syllable_duration_s = timing.pace?.meanSyllableDuration
    mean_length_of_run_syllables = timing.pace?.meanLengthOfRun
    words_per_minute_estimate = timing.pace?.wordsPerMinute
    pitch_range_hz = timing.voice?.pitchRange
    pitch_median_hz = timing.voice?.pitchMedian
    pitch_spread_st = timing.voice?.pitchSpread
    voiced_share = timing.voice?.voicedShare
    level_spread_db = timing.voice?.levelSpread
    filled_pauses_guess = timing.voice?.filledPauses
    self.remark = remark
  }

  private enum CodingKeys: String, CodingKey {
    case starpace_analysis, file, duration_s, sample_rate, speech, pauses, pause_threshold_s, answer_time_s,
      speech_time_s
    case latency_s, phonation_ratio, level, doubts, syllables, speech_rate_per_s
    case articulation_rate_per_s, mean_syllable_duration_s, mean_length_of_run_syllables, words_per_minute_estimate
    case pitch_range_hz, pitch_median_hz, pitch_spread_st, voiced_share, level_spread_db, filled_pauses_guess, remark
  }

  /// Writes every field, `null` where a value is not known, so that each line has the same keys.
  package func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(analysisVersion, forKey: .starpace_analysis)
    try values.encode(file, forKey: .file)
    try values.encode(duration_s, forKey: .duration_s)
    try values.encode(sample_rate, forKey: .sample_rate)
    try values.encode(speech, forKey: .speech)
    try values.encode(pauses, forKey: .pauses)
    try values.encode(pause_threshold_s, forKey: .pause_threshold_s)
    try values.encode(answer_time_s, forKey: .answer_time_s)
    try values.encode(speech_time_s, forKey: .speech_time_s)
    try values.encode(latency_s, forKey: .latency_s)
    try values.encode(phonation_ratio, forKey: .phonation_ratio)
    try values.encode(level, forKey: .level)
    try values.encode(doubts, forKey: .doubts)
    try values.encode(syllables, forKey: .syllables)
    try values.encode(speech_rate_per_s, forKey: .speech_rate_per_s)
    try values.encode(articulation_rate_per_s, forKey: .articulation_rate_per_s)
    try values.encode(mean_syllable_duration_s, forKey: .mean_syllable_duration_s)
    try values.encode(mean_length_of_run_syllables, forKey: .mean_length_of_run_syllables)
    try values.encode(words_per_minute_estimate, forKey: .words_per_minute_estimate)
    try values.encode(pitch_range_hz, forKey: .pitch_range_hz)
    try values.encode(pitch_median_hz, forKey: .pitch_median_hz)
    try values.encode(pitch_spread_st, forKey: .pitch_spread_st)
    try values.encode(voiced_share, forKey: .voiced_share)
    try values.encode(level_spread_db, forKey: .level_spread_db)
    try values.encode(filled_pauses_guess, forKey: .filled_pauses_guess)
    try values.encode(remark, forKey: .remark)
  }

  /// The timing in the form of `format`; the last line ends in a newline.
  /// - Throws: `NoSuchForm` where the file has no such form.
  package func rendered(as format: AnalysisFormat) throws -> String {
    let annotation = Annotation(of: file, timing: timing)
    return switch format {
    case .json: try json() + "\n"
    case .textgrid: try annotation.textGrid()
    case .rttm: annotation.rttm()
    case .audacity: annotation.audacityLabels()
    }
  }

  /// The line, keys sorted, without its newline.
  func json() throws -> String { try jsonText(of: self, isOneLine: true) }
}
