/// How fast a candidate speaks in one take, counted in syllable nuclei.
public struct Pace: Codable, Sendable, Equatable {
  /// The middle of each syllable nucleus, in seconds from the take's start, in order.
  public var nuclei: [Double]
  /// Nuclei over answer time (pauses included), a second.
  public var speechRate: Double
  /// Nuclei over speech time (pauses left out), a second.
  public var articulationRate: Double
  /// Speech time over nuclei, in seconds; `nil` without a nucleus.
  public var meanSyllableDuration: Double?
  /// Nuclei over runs, a run being the speech between two pauses.
  public var meanLengthOfRun: Double
  /// The speech rate in windows of `windowLength` whose centres are a second apart; the window's part of the answer
  /// is the denominator. Answers shorter than a window give one value.
  public var rateOverTime: [RateAt]
  /// What the rate means in words, roughly.
  public var wordsPerMinute: WordsPerMinute

  /// The speech rate around one moment.
  public struct RateAt: Codable, Sendable, Equatable {
    /// The window's centre, in seconds from the take's start.
    public var time: Double
    /// Nuclei over the window's part of the answer, a second.
    public var rate: Double

    /// The rate at a time (seconds from the take's start).
    public init(time: Double, rate: Double) {
      self.time = time
      self.rate = rate
    }

    enum CodingKeys: String, CodingKey {
      case time = "at_s"
      case rate = "rate_per_s"
    }
  }

  /// An estimate in words from sound alone: only the band means anything.
  public struct WordsPerMinute: Codable, Sendable, Equatable {
    /// The lower end of the band.
    public var atLeast: Double
    /// The upper end of the band.
    public var atMost: Double

    /// Syllables a word: between 1.4, near conversation, and 1.5, nearer to prose. Four of five spoken words have one
    /// syllable: S. Greenberg, "Speaking in shorthand", Speech Communication 29 (1999), p. 159.
    public static let syllablesPerWord = 1.45
    /// 20 %: what the words of a text differ in length from the mean, and nuclei that were missed or found in vain.
    public static let uncertainty = 0.2

    /// The band of `speechRate` nuclei a second of answer time.
    init(speechRate: Double) {
      let words = speechRate * 60 / Self.syllablesPerWord
      atLeast = (words * (1 - Self.uncertainty)).rounded()
      atMost = (words * (1 + Self.uncertainty)).rounded()
    }

    enum CodingKeys: String, CodingKey {
      case atLeast = "at_least"
      case atMost = "at_most"
    }
  }

  /// 5 s: some 20 syllables, so that chance (its square root) moves the rate by a fifth; hop 1 s. Our own choice.
  public static let windowLength = 5.0

  /// The pace of `nuclei` (seconds, in order) in a take with this timing; `nil` without speech.
  public init?(nuclei: [Double], in timing: TakeTiming) {
    guard let answer = timing.answer, timing.answerTime > 0, timing.speechTime > 0 else { return nil }
    let nuclei = nuclei.map(roundedToMilliseconds)
    let count = Double(nuclei.count)
    self.nuclei = nuclei
    speechRate = roundedToHundredths(count / timing.answerTime)
    articulationRate = roundedToHundredths(count / timing.speechTime)
    meanSyllableDuration = nuclei.isEmpty ? nil : roundedToMilliseconds(timing.speechTime / count)
    meanLengthOfRun = roundedToHundredths(count / Double(timing.pauses.count + 1))
    wordsPerMinute = WordsPerMinute(speechRate: count / timing.answerTime)
    let half = Self.windowLength / 2
    var centres = Array(stride(from: answer.start + half, through: answer.end - half, by: 1))
    if centres.isEmpty { centres = [(answer.start + answer.end) / 2] }
    var first = 0
    rateOverTime = centres.map { centre in
      while first < nuclei.count, nuclei[first] < centre - half { first += 1 }
      let inside = nuclei[first...].prefix { $0 < centre + half }.count
      let length = min(Self.windowLength, answer.duration)
      return RateAt(
        time: roundedToMilliseconds(centre), rate: roundedToHundredths(Double(inside) / length))
    }
  }

  /// Reads a pace; nuclei and rates over time stay empty for a reader that asks for figures only.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    let skipsLists = decoder.userInfo[.figuresOnly] != nil
    nuclei = skipsLists ? [] : try values.decode([Double].self, forKey: .nuclei)
    speechRate = try values.decode(Double.self, forKey: .speechRate)
    articulationRate = try values.decode(Double.self, forKey: .articulationRate)
    meanSyllableDuration = try values.decodeIfPresent(Double.self, forKey: .meanSyllableDuration)
    meanLengthOfRun = try values.decode(Double.self, forKey: .meanLengthOfRun)
    rateOverTime = skipsLists ? [] : try values.decode([RateAt].self, forKey: .rateOverTime)
    wordsPerMinute = try values.decode(WordsPerMinute.self, forKey: .wordsPerMinute)
  }

  enum CodingKeys: String, CodingKey {
    case nuclei = "nuclei_s"
    case speechRate = "speech_rate_per_s"
    case articulationRate = "articulation_rate_per_s"
    case meanSyllableDuration = "mean_syllable_duration_s"
    case meanLengthOfRun = "mean_length_of_run_syllables"
    case rateOverTime = "rate_over_time"
    case wordsPerMinute = "words_per_minute_estimate"
  }
}

/// `value` to two decimals, so that a value read back from a file equals the one written.
func roundedToHundredths(_ value: Double) -> Double {
  (value * 100).rounded() / 100
}
