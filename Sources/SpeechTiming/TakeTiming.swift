/// When a candidate speaks in one take and when not, and how loud against the room.
public struct TakeTiming: Codable, Sendable, Equatable {
  /// The take's length, in seconds.
  public var duration: Double
  /// The spans in which the candidate is heard, in order, never touching.
  public var speech: [Interval]
  /// The silences between speech segments that last at least `pauseThreshold`, in order.
  public var pauses: [Interval]
  /// The shortest silence that counts as a pause, in seconds.
  public var pauseThreshold: Double
  /// Loudness of speech and room.
  public var level: TakeLevel
  /// Syllables and rates; `nil` without speech, and in sessions of an earlier version.
  public var pace: Pace?
  /// Pitch, loudness, hesitations; `nil` without speech, and in sessions of an earlier version.
  public var voice: Voice?

  /// A timing whose pauses follow from `speech`, a list in order, and `pauseThreshold` (seconds).
  public init(duration: Double, speech: [Interval], pauseThreshold: Double, level: TakeLevel) {
    self.duration = roundedToMilliseconds(duration)
    self.speech = speech
    self.pauseThreshold = pauseThreshold
    self.level = level
    pauses = zip(speech, speech.dropFirst()).compactMap { first, second in
      let silence = Interval(start: first.end, end: second.start)
      return silence.duration >= pauseThreshold ? silence : nil
    }
  }

  /// From the first speech to the end of the last; `nil` where there is no speech.
  public var answer: Interval? {
    guard let first = speech.first, let last = speech.last else { return nil }
    return Interval(start: first.start, end: last.end)
  }

  /// Length of the answer, in seconds: what is held against the target; 0 without speech.
  public var answerTime: Double { answer?.duration ?? 0 }

  /// Sum of the speech segments, in seconds.
  public var speechTime: Double { roundedToMilliseconds(speech.reduce(0) { $0 + $1.duration }) }

  /// From the start of the take to the first speech, in seconds; `nil` without speech.
  public var responseLatency: Double? { speech.first?.start }

  /// Speech time over answer time, 0...1; `nil` without speech.
  public var phonationRatio: Double? {
    answerTime > 0 ? roundedToMilliseconds(speechTime / answerTime) : nil
  }

  /// The longest pause; the earlier of two equals; `nil` where there is none.
  public var longestPause: Interval? {
    pauses.reduce(nil) { longest, pause in
      longest.map { $0.duration >= pause.duration } ?? false ? longest : pause
    }
  }

  /// Reads a timing.
  /// - Throws: a `DecodingError` where a value cannot be one of a measurement.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    duration = try values.decode(Double.self, forKey: .duration)
    speech = try values.decode([Interval].self, forKey: .speech)
    pauses = try values.decode([Interval].self, forKey: .pauses)
    pauseThreshold = try values.decode(Double.self, forKey: .pauseThreshold)
    level = try values.decode(TakeLevel.self, forKey: .level)
    pace = try values.decodeIfPresent(Pace.self, forKey: .pace)
    voice = try values.decodeIfPresent(Voice.self, forKey: .voice)
    guard isPlausible else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "no timing that could have been measured"))
    }
  }

  enum CodingKeys: String, CodingKey {
    case duration = "duration_s"
    case speech
    case pauses
    case pauseThreshold = "pause_threshold_s"
    case level
    case pace
    case voice
  }
}
