public import Scenarios
public import SpeechTiming
public import Transcripts

/// One recording of one answer, with what was measured in it.
public struct Take: Codable, Sendable, Equatable {
  /// What the take answers.
  public enum Subject: Codable, Sendable, Equatable {
    /// A step of the answer.
    case step(Step)
    /// A probe, by its id.
    case probe(String)
    /// What was asked after the answer to a probe, by the probe's id.
    case followUp(String)

    /// The id of the probe that it answers, or that was followed up; `nil` for a step.
    public var probeID: String? {
      switch self {
      case .step: nil
      case .probe(let id), .followUp(let id): id
      }
    }

    /// Whether it was asked after the answer to a probe.
    public var isFollowUp: Bool { if case .followUp = self { true } else { false } }
  }

  /// What the take answers.
  public var subject: Subject
  /// The sound file: its name within the session's folder, or the path as it was given.
  public var file: String
  /// Where the take begins in the file, in seconds; 0 unless one file holds several takes.
  public var offset: Double
  /// What was measured, in seconds from the start of the take.
  public var timing: TakeTiming
  /// What happened to the recording, a sentence each: an overrun, a header left unfinished.
  public var remarks: [String]
  /// The words, where a transcript was given.
  public var transcript: Transcript?

  /// Whether its words are known: the candidate has accepted a transcript of them.
  public var hasAcceptedTranscript: Bool { transcript?.isAccepted == true }

  /// A take as given; `offset` in seconds.
  public init(
    subject: Subject, file: String, offset: Double = 0, timing: TakeTiming, remarks: [String] = [],
    transcript: Transcript? = nil
  ) {
    self.subject = subject
    self.file = file
    self.offset = offset
    self.timing = timing
    self.remarks = remarks
    self.transcript = transcript
  }

  enum CodingKeys: String, CodingKey {
    case step, probe
    case followUp = "follow_up"
    case file
    case offset = "offset_s"
    case timing, remarks, transcript
  }

  /// Reads a take, without its words for a reader that asks for figures only; exactly one of `step`, `probe` and `follow_up` names its subject.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    if let step = try values.decodeIfPresent(Step.self, forKey: .step) {
      subject = .step(step)
    } else if let id = try values.decodeIfPresent(String.self, forKey: .followUp) {
      subject = .followUp(id)
    } else {
      subject = .probe(try values.decode(String.self, forKey: .probe))
    }
    file = try values.decode(String.self, forKey: .file)
    offset = try values.decodeIfPresent(Double.self, forKey: .offset) ?? 0
    // As long as a timing may be: a take lies somewhere in a file.
    guard (0...8_640_000).contains(offset) else {
      throw DecodingError.dataCorruptedError(
        forKey: .offset, in: values, debugDescription: "no place in a recording")
    }
    timing = try values.decode(TakeTiming.self, forKey: .timing)
    remarks = try values.decodeIfPresent([String].self, forKey: .remarks) ?? []
    let hasWords = decoder.userInfo[.figuresOnly] == nil
    transcript = hasWords ? try values.decodeIfPresent(Transcript.self, forKey: .transcript) : nil
  }

  /// Writes a take with its subject as `step`, `probe` or `follow_up`.
  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    switch subject {
    case .step(let step): try values.encode(step, forKey: .step)
    case .probe(let id): try values.encode(id, forKey: .probe)
    case .followUp(let id): try values.encode(id, forKey: .followUp)
    }
    try values.encode(file, forKey: .file)
    try values.encode(offset, forKey: .offset)
    try values.encode(timing, forKey: .timing)
    try values.encode(remarks, forKey: .remarks)
    try values.encodeIfPresent(transcript, forKey: .transcript)
  }
}
