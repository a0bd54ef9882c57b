import Scenarios

/// What to practise where `finding` was found: the step alone, its time, and the one thing to do otherwise.
func drill(for finding: Finding, in step: Step, target: StepTarget) -> String {
  "\(step.title) again, \(wholeSeconds(target.seconds)) s: \(exercise(for: finding, limit: target.limit))."
}

/// The one thing to do otherwise, without its full stop.
private func exercise(for finding: Finding, limit: Double) -> String {
  switch finding {
  case .missing: "say it once from beginning to end, however it comes"
  case .short: "say every cue once, a sentence each"
  case .long: "leave out every sentence that the next step does not need"
  case .overLimit: "say the last sentence before \(wholeSeconds(limit)) s, and stop there"
  case .lateStart: "know the first sentence by heart and begin with it"
  case .longSilence: "when the words stop, go on with the next cue"
  case .rushed: "close your mouth for a second after every sentence"
  case .dragging: "speak each sentence in one breath, without a break inside"
  case .fading: "say the last sentence as loud as the first"
  case .noImpact: "one sentence on whom it hurt, one on what it cost"
  case .noBoundary: "one sentence on whose it was, and that nobody had asked"
  case .sharedCredit: "begin every sentence with “I”"
  case .noFollowThrough: "go on after the fix: rollout, numbers, handing over"
  case .noNumber: "name one number in every sentence"
  case .noMetric: "say the metric, from what to what"
  case .noBusinessValue: "say what the change was worth, in money, customers or hours"
  case .noSecondOrder: "end with who has adopted it since"
  case .generic: "name something that you could not have learned in any other story"
  case .noSystemicCause: "name what let it happen beyond the code, and who could change it"
  case .fewCues: "say each cue once, in its order"
  case .redFlag: "tell the same moment by what you did yourself"
  case .disqualifier: "say what made you start, before anyone had asked"
  }
}
