public import Scenarios
public import SpeechTiming

/// One interview: what was recorded and measured, and what the interviewer asked. The content of `session.json`.
public struct Session: Codable, Sendable, Equatable {
  /// The version of this shape that the program writes. It grows when a reader of the old one would go wrong.
  public static let currentSchema = 1

  /// The version of the shape.
  public var schema = Session.currentSchema
  /// The scenario's id.
  public var scenario: String
  /// The level that the answer is held against.
  public var level: Level
  /// When the session began, ISO 8601 in UTC; `nil` for recordings of unknown date.
  public var started: String?
  /// What settled ties between probes.
  public var seed: UInt64
  /// How the answer was given.
  public var mode: Mode
  /// The takes of the steps, then of the probes; one at most for each.
  public var takes: [Take]
  /// The probes that were chosen, in the order in which they are asked.
  public var probes: [ChosenProbe]

  /// How an answer was given.
  public enum Mode: String, Codable, Sendable {
    /// Step by step with coaching in view: the time before the first word goes into reading.
    case rehearse
    /// As in the room, or of recordings of unknown origin.
    case interview
  }

  /// A session as given.
  public init(
    scenario: String, level: Level, started: String?, seed: UInt64, mode: Mode = .interview,
    takes: [Take] = [],
    probes: [ChosenProbe] = []
  ) {
    self.scenario = scenario
    self.level = level
    self.started = started
    self.seed = seed
    self.mode = mode
    self.takes = takes
    self.probes = probes
  }

  /// The take of `subject`, if there is one.
  public func take(of subject: Take.Subject) -> Take? {
    takes.first { $0.subject == subject }
  }

  /// The timings of the steps that have a take.
  public var stepTimings: [Step: TakeTiming] {
    var timings: [Step: TakeTiming] = [:]
    for step in Step.allCases { timings[step] = take(of: .step(step))?.timing }
    return timings
  }

  /// What the timings of the steps show. While rehearsing no start is late: the candidate reads the coaching first.
  public func evidence(targets: Targets) -> [Evidence] {
    Interview.evidence(of: stepTimings, targets: targets)
      .filter { mode != .rehearse || $0.finding != .lateStart }
  }

  /// Keeps `take`, in the place of an earlier one of the same subject: the steps in order, then the probes as asked.
  public mutating func keep(_ take: Take) {
    func number(_ take: Take) -> Int { if case .step(let step) = take.subject { step.number } else { .max } }
    takes.removeAll { $0.subject == take.subject }
    takes.insert(take, at: takes.firstIndex { number($0) > number(take) } ?? takes.endIndex)
  }

  /// The sum of the steps' answer times, in seconds; the time between the takes does not count.
  public var wholeAnswerTime: Double {
    // In the order of the steps: a sum of doubles depends on it, and a dictionary's is another in each process.
    let sum = Step.allCases.reduce(0) { $0 + (take(of: .step($1))?.timing.answerTime ?? 0) }
    return (sum * 1000).rounded() / 1000
  }
}

/// One recording of one answer, with what was measured in it.
public struct Take: Codable, Sendable, Equatable {
  /// What the take answers.
  public enum Subject: Codable, Sendable, Equatable {
    /// A step of the answer.
    case step(Step)
    /// A probe, by its id.
    case probe(String)
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

  /// A take as given; `offset` in seconds.
  public init(
    subject: Subject, file: String, offset: Double = 0, timing: TakeTiming, remarks: [String] = []
  ) {
    self.subject = subject
    self.file = file
    self.offset = offset
    self.timing = timing
    self.remarks = remarks
  }

  enum CodingKeys: String, CodingKey {
    case step, probe, file
    case offset = "offset_s"
    case timing, remarks
  }

  /// Reads a take; exactly one of `step` and `probe` names its subject.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    if let step = try values.decodeIfPresent(Step.self, forKey: .step) {
      subject = .step(step)
    } else {
      subject = .probe(try values.decode(String.self, forKey: .probe))
    }
    file = try values.decode(String.self, forKey: .file)
    offset = try values.decodeIfPresent(Double.self, forKey: .offset) ?? 0
    timing = try values.decode(TakeTiming.self, forKey: .timing)
    remarks = try values.decodeIfPresent([String].self, forKey: .remarks) ?? []
  }

  /// Writes a take with its subject as `step` or `probe`.
  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    switch subject {
    case .step(let step): try values.encode(step, forKey: .step)
    case .probe(let id): try values.encode(id, forKey: .probe)
    }
    try values.encode(file, forKey: .file)
    try values.encode(offset, forKey: .offset)
    try values.encode(timing, forKey: .timing)
    try values.encode(remarks, forKey: .remarks)
  }
}
