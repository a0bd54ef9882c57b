public import Scenarios

/// One thing that a step should hold, by the finding that it would be called without it.
public struct Point: Codable, Hashable, Sendable {
  /// The step.
  public var step: Step
  /// What its absence is called.
  public var finding: Finding

  /// A point of a step.
  public init(step: Step, finding: Finding) {
    self.step = step
    self.finding = finding
  }
}

/// What an interviewer has noticed in the five steps: what lacks, and what was said well.
public struct Observed: Sendable, Equatable {
  /// What lacks or disturbs, in the order of the steps within each source.
  public var evidence: [Evidence]
  /// What was there, by the words of a transcript or the candidate's own.
  public var covered: Set<Point>

  /// What was noticed. A metric's change, or money, is a number as well.
  public init(evidence: [Evidence], covered: Set<Point> = []) {
    self.evidence = evidence
    self.covered = covered
    for point in covered where point.finding == .noMetric || point.finding == .noBusinessValue {
      self.covered.insert(Point(step: point.step, finding: .noNumber))
    }
  }
}
