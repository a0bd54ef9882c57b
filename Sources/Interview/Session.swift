public import Content
public import Scenarios
public import SpeechTiming
import Transcripts

/// One interview: what was recorded and measured, and what the interviewer asked. The content of `session.json`.
public struct Session: Codable, Sendable, Equatable {
  /// The version of this shape that the program writes. It grows when a reader of the old one would go wrong.
  public static let currentSchema = 1

  /// The version of the shape.
  public var schema = Session.currentSchema
  /// The scenario's id.
  public var scenario: String
  /// Whose session it is; `nil` where nobody was named.
  public var candidate: String?
  /// The level that the answer is held against.
  public var level: Level
  /// When the session began, ISO 8601 in UTC; `nil` for recordings of unknown date.
  public var started: String?
  /// What settled ties between probes.
  public var seed: UInt64
  /// How the answer was given.
  public var mode: Mode
  /// The name of the session that a drill goes back to; `nil` for all others.
  public var repeats: String?
  /// The takes of the steps, then of the probes, each before its follow-up; one at most for each.
  public var takes: [Take]
  /// The candidate's own word on what the steps hold, one answer at most for each point.
  public var selfChecks: [SelfCheck]
  /// The probes that were chosen, in the order in which they are asked.
  public var probes: [ChosenProbe]
  /// What the answer to a probe should last, in seconds, where the candidate chose it; `nil`: 45 s.
  public var probeTargetInSeconds: Double?

  /// How an answer was given.
  public enum Mode: String, Codable, Sendable {
    /// Step by step with coaching in view: the time before the first word goes into reading.
    case rehearse
    /// One step alone, again.
    case drill
    /// As in the room, or of recordings of unknown origin.
    case interview
  }

  /// A session as given.
  public init(
    scenario: String, candidate: String? = nil, level: Level, started: String?, seed: UInt64,
    mode: Mode = .interview, repeats: String? = nil, takes: [Take] = [], selfChecks: [SelfCheck] = [],
    probes: [ChosenProbe] = [], probeTargetInSeconds: Double? = nil
  ) {
    self.scenario = scenario
    self.candidate = candidate
    self.level = level
    self.started = started
    self.seed = seed
    self.mode = mode
    self.repeats = repeats
    self.takes = takes
    self.selfChecks = selfChecks
    self.probes = probes
    self.probeTargetInSeconds = probeTargetInSeconds
  }

  enum CodingKeys: String, CodingKey {
    case schema, scenario, candidate, level, started, seed, mode, repeats, takes
    case selfChecks = "self_checks"
    case probes
    case probeTargetInSeconds = "probe_target_s"
  }

  /// Reads a session; what an earlier version did not write is absent.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    schema = try values.decode(Int.self, forKey: .schema)
    scenario = try values.decode(String.self, forKey: .scenario)
    candidate = try values.decodeIfPresent(String.self, forKey: .candidate)
    level = try values.decode(Level.self, forKey: .level)
    started = try values.decodeIfPresent(String.self, forKey: .started)
    seed = try values.decode(UInt64.self, forKey: .seed)
    mode = try values.decode(Mode.self, forKey: .mode)
    repeats = try values.decodeIfPresent(String.self, forKey: .repeats)
    takes = try values.decode([Take].self, forKey: .takes)
    selfChecks = try values.decodeIfPresent([SelfCheck].self, forKey: .selfChecks) ?? []
    probes = try values.decode([ChosenProbe].self, forKey: .probes)
    let target = try values.decodeIfPresent(Double.self, forKey: .probeTargetInSeconds)
    guard target.map(StepTarget.probeSeconds.contains) != false else {
      throw DecodingError.dataCorruptedError(
        forKey: .probeTargetInSeconds, in: values, debugDescription: "This is no time for an answer.")
    }
    probeTargetInSeconds = target
  }

  /// The take of `subject`, if there is one.
  public func take(of subject: Take.Subject) -> Take? {
    takes.first { $0.subject == subject }
  }

  /// What the answers to probes are held against.
  public var probeTarget: StepTarget { probeTargetInSeconds.map(StepTarget.init(probeOf:)) ?? .probe }

  /// The timings of the steps that have a take.
  public var stepTimings: [Step: TakeTiming] {
    var timings: [Step: TakeTiming] = [:]
    for step in Step.allCases { timings[step] = take(of: .step(step))?.timing }
    return timings
  }

  /// What an interviewer has noticed in the steps: by their timing, by the candidate's own word, and by the words of
  /// the transcripts that the candidate has accepted.
  ///
  /// While rehearsing no start is late: the candidate reads the coaching first. Where words and the candidate disagree
  /// about a point, it is open.
  public func observed(in scenario: Scenario) -> Observed {
    let timing = evidence(of: stepTimings, targets: Targets(of: scenario, at: level))
      .filter { mode == .interview || $0.finding != .lateStart }
    let words = WordEvidence(of: contents(in: scenario))
    let said = Set(selfChecks.filter(\.wasSaid).map(\.point))
    let notSaid = Set(selfChecks.map(\.point)).subtracting(said)
    return Observed(
      evidence: timing + evidence(of: selfChecks).filter { !words.covered.contains($0.point) }
        + words.evidence.filter { !said.contains($0.point) },
      covered: words.covered.subtracting(notSaid).union(said.subtracting(words.lacking)))
  }

  /// What was asked after the answer to a probe or, where its words are known and nothing was, what an interviewer
  /// would ask; `nil` where the answer can stand.
  public func followUp(after id: String) -> FollowUp? {
    if let asked = probes.first(where: { $0.id == id })?.followUp { return asked }
    guard let answer = take(of: .probe(id)), answer.hasAcceptedTranscript, let words = answer.transcript else {
      return nil
    }
    return Interview.followUp(to: answer.timing, target: probeTarget, hasNumber: number(in: words) != nil)
  }

  /// What the words of the steps show, where transcripts were given and accepted.
  public func contents(in scenario: Scenario) -> [StepContent] {
    var answers: [Step: Transcript] = [:]
    for step in Step.allCases {
      if let take = take(of: .step(step)), take.hasAcceptedTranscript { answers[step] = take.transcript }
    }
    return content(of: answers, scenario: scenario, level: level)
  }

  /// Keeps the candidate's own word on a point, in the place of an earlier one.
  public mutating func keep(_ check: SelfCheck) {
    selfChecks.removeAll { $0.point == check.point }
    selfChecks.append(check)
  }

  /// Takes the take of `subject` to be in another file.
  public mutating func name(_ file: String, forTakeOf subject: Take.Subject) {
    guard let index = takes.firstIndex(where: { $0.subject == subject }) else { return }
    takes[index].file = file
  }

  /// Keeps `take`, in the place of an earlier one of the same subject and of what the candidate said of that: the steps in order, then the probes as asked.
  public mutating func keep(_ take: Take) {
    takes.removeAll { $0.subject == take.subject }
    if case .step(let step) = take.subject { selfChecks.removeAll { $0.point.step == step } }
    takes.insert(take, at: takes.firstIndex { place(of: $0.subject) > place(of: take.subject) } ?? takes.endIndex)
  }

  /// Where takes of `subject` stand among the takes: the steps, then the probes as they were chosen.
  private func place(of subject: Take.Subject) -> Int {
    func asked(_ id: String) -> Int { probes.firstIndex { $0.id == id } ?? probes.count }
    return switch subject {
    case .step(let step): step.number
    case .probe(let id): Step.allCases.count + 1 + 2 * asked(id)
    case .followUp(let id): Step.allCases.count + 2 + 2 * asked(id)
    }
  }

  /// The sum of the steps' answer times, in seconds; the time between the takes does not count.
  public var wholeAnswerTime: Double {
    // In the order of the steps: a sum of doubles depends on it, and a dictionary's is another in each process.
    let sum = Step.allCases.reduce(0) { $0 + (take(of: .step($1))?.timing.answerTime ?? 0) }
    return (sum * 1000).rounded() / 1000
  }
}
