/// What can be found in a step, as the rules and the checks of a scenario file name it.
public enum Finding: String, CaseIterable, Codable, Sendable {
  // What the timing shows.

  /// No speech was heard in the step, or it was skipped.
  case missing
  /// The answer time is under 0.8 of the target (far too short included).
  case short
  /// The answer time is over 1.15 of the target (over the limit included).
  case long
  /// The answer time is past the step's limit.
  case overLimit = "over_limit"
  /// The response latency is over two seconds.
  case lateStart = "late_start"
  /// A pause inside the step is two seconds long or longer.
  case longSilence = "long_silence"
  /// The step is spoken clearly faster than the candidate's other steps.
  case rushed
  /// The step is spoken clearly slower than the candidate's other steps.
  case dragging
  /// The voice loses level towards the end of the step.
  case fading

  // What the words of an accepted transcript show, or the candidate's own word.

  /// It is open what the problem cost, or whom it hurt.
  case noImpact = "no_impact"
  /// It is open that the work was not the candidate's to do.
  case noBoundary = "no_boundary"
  /// The steps are told as "we", so that the candidate's own part cannot be seen.
  case sharedCredit = "shared_credit"
  /// The story ends with the fix: no rollout, no watching, no handing over.
  case noFollowThrough = "no_follow_through"
  /// There is no number.
  case noNumber = "no_number"
  /// There is no change of a metric, from what to what.
  case noMetric = "no_metric"
  /// There is no value to the business.
  case noBusinessValue = "no_business_value"
  /// There is no second-order effect: who adopted it.
  case noSecondOrder = "no_second_order"
  /// The lesson would fit any other story.
  case generic
  /// The lesson stops at the code: what let the problem live so long is not named.
  case noSystemicCause = "no_systemic_cause"
  /// Hardly any of the step's cue phrases is there.
  case fewCues = "few_cues"
  /// A phrase that gives a weak answer away.
  case redFlag = "red_flag"
  /// A phrase that tells that the work was assigned or suggested by somebody else.
  case disqualifier

  /// Whether it is found in the timing; what is not, is found in words or said by the candidate.
  public var isOfTiming: Bool {
    switch self {
    case .missing, .short, .long, .overLimit, .lateStart, .longSilence, .rushed, .dragging, .fading: true
    case .noImpact, .noBoundary, .sharedCredit, .noFollowThrough, .noNumber, .noMetric, .noBusinessValue,
      .noSecondOrder, .generic, .noSystemicCause, .fewCues, .redFlag, .disqualifier:
      false
    }
  }
}
