public import SpeechTiming

/// A second question after the answer to a probe, one level deeper.
public struct FollowUp: Codable, Sendable, Equatable {
  /// The question: neutral, so that it gives nothing away and fits whatever the probe asked for.
  public var question: String
  /// Why it is asked, a sentence.
  public var reason: String

  /// A follow-up as given.
  public init(question: String, reason: String) {
    self.question = question
    self.reason = reason
  }
}

/// What an interviewer asks after the answer to a probe, `nil` where it can stand.
///
/// Nothing is asked about a recording that cannot be trusted. `hasNumber` is what an accepted transcript shows; `nil`
/// without one: then nothing is asked about numbers.
public func followUp(to answer: TakeTiming, target: StepTarget = .probe, hasNumber: Bool? = nil) -> FollowUp? {
  switch Verdict(on: answer, target: target) {
  case .untrusted: return nil
  case .missing:
    return FollowUp(question: "Take your time. What comes to mind first?", reason: "No answer was heard.")
  case .farTooShort:
    return FollowUp(
      question: "Can you go one level deeper, with one concrete example?",
      reason: "The answer took \(wholeSeconds(answer.answerTime)) s of \(wholeSeconds(target.seconds)).")
  case .short, .onTarget, .long, .overLimit:
    guard hasNumber == false else { return nil }
    return FollowUp(question: "Can you put a number on that?", reason: "No number was found in the answer.")
  }
}
