public import Scenarios

/// How long a step's answer should last, and when it has lasted too long.
public struct StepTarget: Codable, Sendable, Equatable {
  /// Target for the answer time, in seconds.
  public var seconds: Double
  /// Past this answer time, in seconds, the interviewer has stopped listening.
  public var limit: Double

  /// A target and its limit, in seconds.
  public init(seconds: Double, limit: Double) {
    self.seconds = seconds
    self.limit = limit
  }

  /// What the answer to a probe is held against: 45 s, our own choice, not from the scenarios.
  public static let probe = StepTarget(probeOf: 45)

  /// The times that can be chosen for the answer to a probe, in seconds: a sentence to a story of its own.
  public static let probeSeconds = 10.0...300

  /// A probe's target of so many seconds; its limit is half as much again, as that of a step.
  public init(probeOf seconds: Double) { self.init(seconds: seconds, limit: 1.5 * seconds) }

  enum CodingKeys: String, CodingKey {
    case seconds = "target_s"
    case limit = "limit_s"
  }
}

/// What a level asks of the five steps and of the whole answer.
public struct Targets: Sendable, Equatable {
  /// One target for each step.
  public var steps: [Step: StepTarget]
  /// The window for the whole answer, in seconds.
  public var whole: ClosedRange<Double>
  /// Whether the level's own limit made the step targets shorter than the scenario's.
  public var areScaled: Bool

  /// The targets of `scenario` at `level`.
  ///
  /// Where the level allows less time than the step targets add up to, each keeps its share of that time.
  /// Where the level names no window, the whole answer is held against the verdict "on target" of the sum.
  public init(of scenario: Scenario, at level: Level) {
    let sum = Step.allCases.reduce(0) { $0 + (scenario.steps[$1]?.targetInSeconds ?? 0) }
    let guide = scenario.levels[level]
    let scale = guide?.atMostInSeconds.map { min(1, $0 / sum) } ?? 1
    steps = scenario.steps.mapValues {
      StepTarget(seconds: $0.targetInSeconds * scale, limit: $0.limitInSeconds * scale)
    }
    areScaled = scale < 1
    // To the millisecond, as all times: 175 s and 15 % are 201.25.
    let longest = guide?.atMostInSeconds ?? (sum * Verdict.onTargetShare.upperBound * 1000).rounded() / 1000
    let shortest = guide?.atLeastInSeconds ?? min(sum * scale, longest) * Verdict.onTargetShare.lowerBound
    whole = min(shortest, longest)...longest
  }

  /// The target of `step`; every scenario has one for each.
  public subscript(step: Step) -> StepTarget {
    steps[step] ?? StepTarget(seconds: 0, limit: 0)
  }
}
