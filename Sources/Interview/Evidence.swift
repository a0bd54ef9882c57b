public import Scenarios
public import SpeechTiming

/// One thing that was measured in a step and that an interviewer would notice.
public struct Evidence: Codable, Sendable, Equatable {
  /// The step in which it was measured.
  public var step: Step
  /// What it is.
  public var finding: Finding
  /// How far past its threshold, from 0 (just) to 1 (as far as it goes).
  public var strength: Double
  /// Where to listen, in seconds from the start of the take; `nil` where there is no such place.
  public var place: Double?
  /// What was measured, as the start of a sentence: "Result took 6 s of 20".
  public var words: String

  /// Evidence as given; `strength` is held within 0...1 and rounded to a thousandth.
  public init(step: Step, finding: Finding, strength: Double, place: Double? = nil, words: String) {
    self.step = step
    self.finding = finding
    self.strength = (min(1, max(0, strength)) * 1000).rounded() / 1000
    self.place = place
    self.words = words
  }

  enum CodingKeys: String, CodingKey {
    case step, finding, strength
    case place = "place_s"
    case words
  }
}

/// From this response latency, in seconds, a start counts as late (PRODUCT: "over 2 s is named").
let lateStartInSeconds = 2.0

/// From this length, in seconds, a pause inside a step counts as a long silence.
///
/// Longer than the pauses of fluent speech and than the silences that listeners put down to planning:
/// E. Campione and J. Véronis, "A large-scale multilingual study of silent pause duration", Speech Prosody
/// 2002, class pauses of over one second as rare in read and found in spontaneous speech; two is our choice.
let longSilenceInSeconds = 2.0

/// What the timings of the five steps show, in the order of the steps.
///
/// A step without a timing was skipped: it is missing. One whose recording cannot be trusted shows nothing. Within a step the findings stand in the order missing,
/// over the limit, long, short, late start, long silence.
public func evidence(of timings: [Step: TakeTiming], targets: Targets) -> [Evidence] {
  Step.allCases.flatMap { evidence(in: $0, timing: timings[$0], target: targets[$0]) }
}

private func evidence(in step: Step, timing: TakeTiming?, target: StepTarget) -> [Evidence] {
  if let timing, !timing.isTrusted { return [] }
  guard let timing, let answer = timing.answer else {
    let words = timing == nil ? "\(step.title) was skipped" : "No speech was heard in \(step.title)"
    return [Evidence(step: step, finding: .missing, strength: 1, words: words)]
  }
  let share = timing.answerTime / target.seconds
  let took = "\(step.title) took \(wholeSeconds(timing.answerTime)) s of \(wholeSeconds(target.seconds))"
  var found: [Evidence] = []
  func add(_ finding: Finding, _ strength: Double, at place: Double?, _ words: String) {
    found.append(Evidence(step: step, finding: finding, strength: strength, place: place, words: words))
  }
  switch Verdict(answerTime: timing.answerTime, target: target) {
  case .overLimit:
    let limit = answer.start + target.limit
    add(.overLimit, 1, at: limit, "\(took), past the limit of \(wholeSeconds(target.limit))")
    add(.long, 1, at: answer.start + target.seconds, took)
  case .long:
    let past = (timing.answerTime - target.seconds) / max(0.001, target.limit - target.seconds)
    add(.long, past, at: answer.start + target.seconds, took)
  case .farTooShort, .short:
    add(.short, (0.8 - share) / 0.8, at: answer.start, took)
  case .onTarget, .missing, .untrusted:
    break
  }
  if answer.start > lateStartInSeconds {
    let words = "\(step.title) began after \(tenths(answer.start)) s of silence"
    add(.lateStart, (answer.start - lateStartInSeconds) / 4, at: 0, words)
  }
  if let longest = timing.longestPause, longest.duration >= longSilenceInSeconds {
    let others = timing.pauses.count { $0.duration >= longSilenceInSeconds } - 1
    let more = others == 0 ? "" : " and \(others) more of two seconds or over"
    let words = "\(step.title) holds a silence of \(tenths(longest.duration)) s\(more)"
    let strength = (longest.duration - longSilenceInSeconds) / 4 + 0.25 * Double(others)
    add(.longSilence, strength, at: longest.start, words)
  }
  return found
}

/// `seconds` as whole seconds in digits, such as `6`.
func wholeSeconds(_ seconds: Double) -> String { String(Int(seconds.rounded())) }

/// `seconds` with one decimal, such as `2.4`.
func tenths(_ seconds: Double) -> String {
  let tenths = Int((seconds * 10).rounded())
  return "\(tenths / 10).\(tenths % 10)"
}
