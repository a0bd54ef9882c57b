/// How a candidate's voice moves in one take: pitch, loudness, and hesitations by their sound.
public struct Voice: Codable, Sendable, Equatable {
  /// Median pitch of the voiced frames, in Hz; `nil` where fewer than `leastVoiced` frames are voiced.
  public var pitchMedian: Double?
  /// Standard deviation of the pitch in semitones, from the 10th and 90th percentile; `nil` as above.
  ///
  /// (p90 - p10) / 2.563: for normally spread pitch the standard deviation, and a few octave errors do not move it.
  public var pitchSpread: Double?
  /// Share of the speech frames that are voiced, 0...1.
  public var voicedShare: Double
  /// Standard deviation of the level at the syllable nuclei, in dB; `nil` with fewer than two.
  public var levelSpread: Double?
  /// How far the level at the syllable nuclei of the answer's last quarter lies below that of the ones before, in dB
  /// between their medians; `nil` with fewer than `leastNuclei` in either part, and in sessions of an earlier version.
  public var levelFall: Double?
  /// Long, level, steady, central vowels ("uh"): a guess from sound, in order.
  public var filledPauses: [Interval]
  /// The pitches that were looked for; `nil` in sessions of an earlier version, which looked from 75 to 500 Hz.
  public var pitchRange: PitchRange?

  /// A voice with these measures.
  public init(
    pitchMedian: Double? = nil, pitchSpread: Double? = nil, voicedShare: Double, levelSpread: Double?,
    levelFall: Double? = nil, filledPauses: [Interval], pitchRange: PitchRange? = nil
  ) {
    self.pitchMedian = pitchMedian
    self.pitchSpread = pitchSpread
    self.voicedShare = voicedShare
    self.levelSpread = levelSpread
    self.levelFall = levelFall
    self.filledPauses = filledPauses
    self.pitchRange = pitchRange
  }

  /// A pitch that spreads less, in semitones, is called flat: a coaching convention, not a norm of speech.
  public static let flatBelow = 2.0
  /// The shortest vowel that is taken for a filled pause, in seconds: our own choice, which finds few in read speech.
  public static let leastFilledPause = 0.23
  /// 0.2 s of voice: less has no median worth naming.
  static let leastVoiced = 20

  /// Two seconds of speech: fewer have no level worth naming.
  static let leastNuclei = 8

  /// Whether the pitch spreads less than `flatBelow`; `nil` where the spread is not known.
  public var isFlat: Bool? { pitchSpread.map { $0 < Self.flatBelow } }

  enum CodingKeys: String, CodingKey {
    case pitchMedian = "pitch_median_hz"
    case pitchSpread = "pitch_spread_st"
    case voicedShare = "voiced_share"
    case levelSpread = "level_spread_db"
    case levelFall = "level_fall_db"
    case filledPauses = "filled_pauses_guess"
    case pitchRange = "pitch_range_hz"
  }
}
