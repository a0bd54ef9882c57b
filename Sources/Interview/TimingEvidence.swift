public import Scenarios
public import SpeechTiming

/// From this response latency, in seconds, a start counts as late (PRODUCT: "over 2 s is named").
let lateStartInSeconds = 2.0

/// From this length, in seconds, a pause inside a step counts as a long silence.
///
/// Longer than the pauses of fluent speech and than the silences that listeners put down to planning:
/// E. Campione and J. Véronis, "A large-scale multilingual study of silent pause duration", Speech Prosody
/// 2002, class pauses of over one second as rare in read and found in spontaneous speech; two is our choice.
package let longSilenceInSeconds = 2.0

/// From this ratio to the candidate's other steps an articulation rate counts as rushed, from its inverse as dragging.
///
/// Listeners notice 5 % (H. Quené, "On the just noticeable difference for tempo in speech", J. Phonetics 35 (2007),
/// p. 353), PRODUCT names 10 %; a step differs so much from the others by its words alone, so twice that is our choice.
let rushedRatio = 1.2

/// Fewer syllables of a step have no rate worth comparing: syllables vary by some 40 % in length, so the mean of fifteen
/// by 10 %. Our own choice.
let leastSyllables = 15

/// With fewer other steps nobody can tell which of two is the unusual one.
private let leastOtherSteps = 2

/// From this fall towards the end of the answer, in dB, a voice counts as fading: half the amplitude. Our own choice,
/// far above what read answers fall by (the samples in Audio/: 1 dB at most).
let fadingInDecibels = 6.0

/// What the timings of the five steps show, in the order of the steps.
///
/// A step without a timing was skipped: it is missing. One whose recording cannot be trusted shows nothing. Within a
/// step the findings stand in the order missing, over the limit, long, short, late start, long silence, rushed or
/// dragging, fading.
public func evidence(of timings: [Step: TakeTiming], targets: Targets) -> [Evidence] {
  Step.allCases.flatMap { step in
    evidence(in: step, timing: timings[step], target: targets[step])
      + (timings[step].map { evidenceOfDelivery(in: step, timing: $0, others: timings.filter { $0.key != step }) } ?? [])
  }
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

/// The syllables of a take over its speech time, a second; `nil` for too few, or where the take cannot be trusted.
private func articulationRate(of timing: TakeTiming) -> Double? {
  guard timing.isTrusted, let count = timing.pace?.nuclei.count, count >= leastSyllables, timing.speechTime > 0 else {
    return nil
  }
  return Double(count) / timing.speechTime
}

/// The median, so that one rushed step does not make all others drag; the mean of the middle two of an even number.
private func median(of rates: [Double]) -> Double {
  let sorted = rates.sorted()
  return (sorted[sorted.count / 2] + sorted[(sorted.count - 1) / 2]) / 2
}

/// What the rate against the candidate's other steps shows, and the level.
private func evidenceOfDelivery(in step: Step, timing: TakeTiming, others: [Step: TakeTiming]) -> [Evidence] {
  guard timing.isTrusted else { return [] }
  var found: [Evidence] = []
  let otherRates = others.values.compactMap(articulationRate)
  if let rate = articulationRate(of: timing), otherRates.count >= leastOtherSteps {
    let usual = median(of: otherRates)
    let ratio = rate / usual
    let rates = "\(tenths(rate)) syllables a second, against \(tenths(usual)) in the other steps"
    // As strong as it gets at twice the threshold's distance.
    func add(_ finding: Finding, ratio: Double, at place: Double?, _ words: String) {
      let strength = (ratio - rushedRatio) / (rushedRatio - 1)
      found.append(
        Evidence(step: step, finding: finding, strength: strength, place: place, words: "\(words): \(rates)"))
    }
    if ratio >= rushedRatio {
      add(.rushed, ratio: ratio, at: place(in: timing) { $0 > $1 }, "\(step.title) was rushed")
    } else if ratio <= 1 / rushedRatio {
      add(.dragging, ratio: 1 / ratio, at: place(in: timing) { $0 < $1 }, "\(step.title) dragged")
    }
  }
  if let fall = timing.voice?.levelFall, fall >= fadingInDecibels, let answer = timing.answer {
    let words = "The voice fades by \(wholeSeconds(fall)) dB towards the end of \(step.title)"
    found.append(
      Evidence(
        step: step, finding: .fading, strength: (fall - fadingInDecibels) / fadingInDecibels,
        place: answer.end - answer.duration / 4, words: words))
  }
  return found
}

/// Where the window of the take's speech rate begins that goes before all others by `precedes`, the first of equals.
private func place(in timing: TakeTiming, _ precedes: (Double, Double) -> Bool) -> Double? {
  let windows = timing.pace?.rateOverTime ?? []
  guard let first = windows.first else { return nil }
  let most = windows.reduce(first) { precedes($1.rate, $0.rate) ? $1 : $0 }
  return max(timing.answer?.start ?? 0, most.time - Pace.windowLength / 2)
}

/// `seconds` as whole seconds in digits, such as `6`.
func wholeSeconds(_ seconds: Double) -> String { String(Int(seconds.rounded())) }

/// `seconds` with one decimal, such as `2.4`.
func tenths(_ seconds: Double) -> String {
  let tenths = Int((seconds * 10).rounded())
  return "\(tenths / 10).\(tenths % 10)"
}
