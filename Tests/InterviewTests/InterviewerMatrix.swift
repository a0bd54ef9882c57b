import Interview
import Scenarios
import SpeechTiming
import Testing

/// A whole interview as a row of a table: what an interviewer has noticed, and what a bar raiser asks then, and why.
///
/// The expectations were written before the rules of the scenario files were weighed.
struct Situation: Sendable, CustomTestStringConvertible {
  var scenario: String
  /// What the bar raiser thinks.
  var why: String
  var level = Level.sde2
  /// Answers that differ from five at their targets.
  var timing: [Step: TakeTiming] = [:]
  /// What is heard beside the times: a step that was rushed, or a voice that fades.
  var heard: [Point] = []
  /// What the candidate says was not said.
  var no: [Point] = []
  /// What the candidate says was said.
  var yes: [Point] = []
  /// What an accepted transcript shows.
  var words: [Point] = []
  /// What an accepted transcript shows to be there.
  var found: [Point] = []
  var history = PracticeHistory()
  /// The probes in order; one where the second is open.
  var asks: [String]

  var testDescription: String { "\(scenario): \(why)" }

  /// What the interviewer has noticed.
  func observed(in scenario: Scenario) -> Observed {
    var observed = Observed(
      evidence: evidence(of: answers(timing), targets: Targets(of: scenario, at: level)), covered: Set(yes + found))
    for point in heard {
      observed.evidence.append(Evidence(step: point.step, finding: point.finding, strength: 0.5, words: "It is heard"))
    }
    for point in no {
      observed.evidence.append(
        Evidence(
          source: .selfCheck, step: point.step, finding: point.finding, strength: 1, words: "By your own word, it lacks"
        ))
    }
    for point in words {
      observed.evidence.append(
        Evidence(source: .transcript, step: point.step, finding: point.finding, strength: 1, words: "The words show it")
      )
    }
    return observed
  }
}

/// Points of one step.
func at(_ step: Step, _ findings: Finding...) -> [Point] { findings.map { Point(step: step, finding: $0) } }

/// Every content of a good Result.
let wholeResult = at(.result, .noNumber, .noMetric, .noBusinessValue, .noSecondOrder)

/// Every point that a step is asked about below the senior level.
let everyCheck =
  at(.situation, .noImpact) + at(.task, .noBoundary) + at(.action, .sharedCredit, .noFollowThrough)
  + at(.result, .noMetric, .noBusinessValue, .noSecondOrder) + at(.reflection, .generic)

/// An answer that ended with Situation.
let onlySituation: [Step: TakeTiming] = [
  .task: built(answer: 0), .action: built(answer: 0), .result: built(answer: 0), .reflection: built(answer: 0),
]

let interviewerMatrix: [Situation] = [
  // Timing: a step that is missing, short, long or halting.
  Situation(
    scenario: "owned-failure", why: "no Task: was this not simply your job?", timing: [.task: built(answer: 0)],
    asks: ["motivation"]),
  Situation(
    scenario: "owned-failure", why: "nine seconds of Task hold no boundary", timing: [.task: built(answer: 9)],
    asks: ["motivation"]),
  Situation(
    scenario: "owned-failure", why: "six seconds of Result hold no number", timing: [.result: built(answer: 6)],
    asks: ["measured-impact"]),
  Situation(
    scenario: "owned-failure", why: "no Result weighs more than a Task that is a little short",
    timing: [.result: built(answer: 0), .task: built(answer: 15)], asks: ["measured-impact"]),
  Situation(
    scenario: "owned-failure", why: "without Action nothing tells how the fix got in",
    timing: [.action: built(answer: 0)], asks: ["acceptance"]),
  Situation(
    scenario: "owned-failure", why: "a break of four seconds in Action: what held you up?",
    timing: [.action: built(answer: 90, pause: 4)], asks: ["hard-across-boundaries"]),
  Situation(
    scenario: "owned-failure", why: "seventy seconds of setting: why did it matter to you?",
    timing: [.situation: built(answer: 70)], asks: ["motivation"]),
  Situation(
    scenario: "owned-failure", why: "nothing learned: what was hard?", timing: [.reflection: built(answer: 0)],
    asks: ["hard-across-boundaries"]),
  Situation(
    scenario: "owned-failure", why: "Task and Result both lack: the boundary first, then the impact",
    timing: [.task: built(answer: 0), .result: built(answer: 5)], asks: ["motivation", "measured-impact"]),
  Situation(
    scenario: "admitted-wrong", why: "a Task of eight seconds: whose idea was it?", timing: [.task: built(answer: 8)],
    asks: ["initiative"]),
  Situation(
    scenario: "admitted-wrong", why: "no lesson worth four seconds: does it come back?",
    timing: [.reflection: built(answer: 4)], asks: ["prevention"]),
  Situation(
    scenario: "admitted-wrong", why: "a minute of setting, and where was the mistake?",
    timing: [.situation: built(answer: 60)], asks: ["self-awareness"]),
  Situation(
    scenario: "admitted-wrong", why: "half a minute of Action has no room for the owners",
    timing: [.action: built(answer: 30)], asks: ["acceptance"]),
  Situation(
    scenario: "kept-commitment", why: "no lesson: what would you do differently?",
    timing: [.reflection: built(answer: 0)], asks: ["what-differently"]),
  Situation(
    scenario: "kept-commitment", why: "no Task: where did your scope end?", timing: [.task: built(answer: 0)],
    asks: ["crossing-boundaries"]),
  Situation(
    scenario: "kept-commitment", why: "a Result of seven seconds: does it last?", timing: [.result: built(answer: 7)],
    asks: ["prevention"]),
  Situation(
    scenario: "wrong-call", why: "a Result of seven seconds: how do you know?", timing: [.result: built(answer: 7)],
    asks: ["proof"]),
  Situation(
    scenario: "wrong-call", why: "a wrong call with hardly a lesson", timing: [.reflection: built(answer: 5)],
    asks: ["what-differently"]),
  Situation(
    scenario: "wrong-call", why: "no Task: why you?", timing: [.task: built(answer: 0)], asks: ["motivation"]),
  Situation(
    scenario: "pushed-back", why: "a Result of seven seconds: on what data?", timing: [.result: built(answer: 7)],
    asks: ["data"]),
  Situation(
    scenario: "pushed-back", why: "a break of five seconds: who stood in the way?",
    timing: [.action: built(answer: 90, pause: 5)], asks: ["resistance"]),
  Situation(
    scenario: "pushed-back", why: "no lesson: does it stay fixed?", timing: [.reflection: built(answer: 0)],
    asks: ["prevention"]),
  Situation(
    scenario: "pushed-back", why: "short Action and short Result are two places, not one",
    timing: [.action: built(answer: 30), .result: built(answer: 7)], asks: ["acceptance", "data"]),

  Situation(
    scenario: "owned-failure", why: "all that was heard is Situation: what did you do?", timing: onlySituation,
    asks: ["acceptance"]),
  Situation(
    scenario: "admitted-wrong", why: "after Situation nothing: how did a fix come about?", timing: onlySituation,
    asks: ["acceptance"]),
  Situation(
    scenario: "kept-commitment", why: "a commitment, and then nothing: what did you do?", timing: onlySituation,
    asks: ["acceptance"]),
  Situation(
    scenario: "pushed-back", why: "a decision, and then nothing: what did you do?", timing: onlySituation,
    asks: ["acceptance"]),
  Situation(
    scenario: "wrong-call", why: "a wrong call, and no recovery: what did you do?", timing: onlySituation,
    asks: ["acceptance"]),
  Situation(
    scenario: "kept-commitment", why: "a break of four seconds in Action: what was hard?",
    timing: [.action: built(answer: 90, pause: 4)], asks: ["crossing-boundaries"]),
  Situation(
    scenario: "wrong-call", why: "a break of four seconds in Action: how did they take it?",
    timing: [.action: built(answer: 90, pause: 4)], asks: ["acceptance"]),
  Situation(
    scenario: "kept-commitment", why: "no Result: was it ever merged?", timing: [.result: built(answer: 0)],
    asks: ["acceptance"]),
  Situation(
    scenario: "admitted-wrong", why: "no Result: did the owners take it?", timing: [.result: built(answer: 0)],
    asks: ["acceptance"]),
  Situation(
    scenario: "wrong-call", why: "no Situation: why did you take it on?", timing: [.situation: built(answer: 0)],
    asks: ["motivation"]),
  Situation(
    scenario: "owned-failure", why: "fifty seconds of Result: which number counts?",
    timing: [.result: built(answer: 50)], asks: ["measured-impact"]),
  Situation(
    scenario: "pushed-back", why: "fifty seconds of Task: who was against it?", timing: [.task: built(answer: 50)],
    asks: ["resistance"]),
  Situation(
    scenario: "kept-commitment", why: "a lesson of forty seconds: what is the one thing?",
    timing: [.reflection: built(answer: 40)], asks: ["what-differently"]),
  Situation(
    scenario: "wrong-call", why: "a break of four seconds in Result: how sure were you?",
    timing: [.result: built(answer: 20, pause: 4)], asks: ["proof"]),
  Situation(
    scenario: "pushed-back", why: "Action was rushed: which of it was hard?", heard: at(.action, .rushed),
    asks: ["resistance"]),

  // The candidate's own word.
  Situation(
    scenario: "owned-failure", why: "by the candidate's own word nothing tells whose service it was",
    no: at(.task, .noBoundary), asks: ["motivation"]),
  Situation(
    scenario: "owned-failure", why: "by the candidate's own word there was no metric", no: at(.result, .noMetric),
    asks: ["measured-impact"]),
  Situation(
    scenario: "owned-failure", why: "by the candidate's own word the story ended with the merge",
    no: at(.action, .noFollowThrough), asks: ["acceptance"]),
  Situation(
    scenario: "admitted-wrong", why: "told as we: how did you of all people get it accepted?",
    no: at(.action, .sharedCredit), asks: ["acceptance"]),
  Situation(
    scenario: "kept-commitment", why: "a lesson for any story: what would you really do differently?",
    no: at(.reflection, .generic), asks: ["what-differently"]),
  Situation(
    scenario: "wrong-call", why: "no metric: what made you sure?", no: at(.result, .noMetric), asks: ["proof"]),
  Situation(
    scenario: "pushed-back", why: "nobody's cost was named: on what data?", no: at(.situation, .noImpact),
    asks: ["data"]),
  Situation(
    scenario: "pushed-back", why: "no boundary: whose decision was it, and who resisted?", no: at(.task, .noBoundary),
    asks: ["resistance"]),
  Situation(
    scenario: "owned-failure", why: "the Result is short, but all of it was there: the boundary is the open end",
    timing: [.result: built(answer: 13)], no: at(.task, .noBoundary),
    yes: at(.result, .noMetric, .noBusinessValue, .noSecondOrder), asks: ["motivation"]),
  Situation(
    scenario: "wrong-call", why: "Task and Result by the candidate's own word: the proof outweighs the reason",
    no: at(.result, .noMetric, .noBusinessValue) + at(.situation, .noImpact), asks: ["proof", "motivation"]),
  Situation(
    scenario: "owned-failure", why: "nobody adopted it: how far did the impact go?", no: at(.result, .noSecondOrder),
    asks: ["measured-impact"]),
  Situation(
    scenario: "admitted-wrong", why: "no money: what would the next losses cost?", no: at(.result, .noBusinessValue),
    asks: ["prevention"]),
  Situation(
    scenario: "admitted-wrong", why: "everything lacks, so the question itself is asked again", no: everyCheck,
    asks: ["prevention", "self-awareness"]),
  Situation(
    scenario: "admitted-wrong", why: "everything lacks for a senior as well", level: .senior,
    no: everyCheck + at(.reflection, .noSystemicCause), asks: ["prevention", "self-awareness"]),

  // Words.
  Situation(
    scenario: "owned-failure", why: "no number in Result: how did you measure it?",
    words: at(.result, .noNumber, .noMetric, .noBusinessValue), asks: ["measured-impact"]),
  Situation(
    scenario: "owned-failure", why: "the manager suggested it: would you have moved by yourself?",
    words: at(.task, .disqualifier), asks: ["motivation"]),
  Situation(
    scenario: "owned-failure", why: "escalated with a message: how did the fix get in at all?",
    words: at(.action, .redFlag), asks: ["acceptance"]),
  Situation(
    scenario: "owned-failure", why: "the team was happy: what was measured?", words: at(.result, .redFlag),
    asks: ["measured-impact"]),
  Situation(
    scenario: "admitted-wrong", why: "the team was happy: will it last?", words: at(.result, .redFlag),
    asks: ["prevention"]),
  Situation(
    scenario: "kept-commitment", why: "the team was happy: will it last?", words: at(.result, .redFlag),
    asks: ["prevention"]),
  Situation(
    scenario: "pushed-back", why: "a bit high: on what data?", words: at(.situation, .redFlag), asks: ["data"]),
  Situation(
    scenario: "wrong-call", why: "a bit high, and the team was happy: the proof first, then the reason",
    words: at(.situation, .redFlag) + at(.result, .redFlag), asks: ["proof", "motivation"]),
  Situation(
    scenario: "owned-failure", why: "Action told as we: what was hard for you yourself?",
    words: at(.action, .sharedCredit), asks: ["hard-across-boundaries"]),
  Situation(
    scenario: "owned-failure", why: "assigned and without a number: initiative is the whole question, then the impact",
    words: at(.task, .disqualifier) + at(.result, .noNumber), asks: ["motivation", "measured-impact"]),
  Situation(
    scenario: "admitted-wrong", why: "the manager had the idea: was it yours?", words: at(.action, .disqualifier),
    asks: ["initiative"]),
  Situation(
    scenario: "admitted-wrong", why: "communication is important: does that keep it from coming back?",
    words: at(.reflection, .generic), asks: ["prevention"]),
  Situation(
    scenario: "admitted-wrong", why: "nobody was hurt in this Situation: what made you see it?",
    words: at(.situation, .noImpact), asks: ["self-awareness"]),
  Situation(
    scenario: "kept-commitment", why: "they handled the fix: how did your change get merged?",
    words: at(.action, .redFlag), asks: ["acceptance"]),
  Situation(
    scenario: "kept-commitment", why: "nobody adopted it: why an alert at all?", words: at(.result, .noSecondOrder),
    asks: ["prevention"]),
  Situation(
    scenario: "kept-commitment", why: "no boundary in the words: what was hard outside of your team?",
    words: at(.task, .noBoundary), asks: ["crossing-boundaries"]),
  Situation(
    scenario: "wrong-call", why: "a generic lesson after a wrong call", words: at(.reflection, .generic),
    asks: ["what-differently"]),
  Situation(
    scenario: "wrong-call", why: "it was assigned: why did you take it on?", words: at(.situation, .disqualifier),
    asks: ["motivation"]),
  Situation(
    scenario: "pushed-back", why: "told them it was high, and they agreed: what data?", words: at(.action, .redFlag),
    asks: ["data"]),
  Situation(
    scenario: "pushed-back", why: "no money: what data convinced them?", words: at(.result, .noBusinessValue),
    asks: ["data"]),
  Situation(
    scenario: "pushed-back", why: "told as we: who resisted, and what did you do?",
    words: at(.action, .sharedCredit), asks: ["resistance"]),

  // What was covered well is left alone where something else is open.
  Situation(
    scenario: "owned-failure", why: "twelve seconds that hold it all need no question; a lesson for any story does",
    timing: [.result: built(answer: 12)], words: at(.reflection, .generic), found: wholeResult,
    asks: ["hard-across-boundaries"]),
  Situation(
    scenario: "pushed-back", why: "the data were all there: what stands in the way is open",
    timing: [.result: built(answer: 14)], words: at(.task, .noBoundary), found: wholeResult + at(.situation, .noImpact),
    asks: ["resistance"]),
  Situation(
    scenario: "wrong-call", why: "the proof was given; the lesson is a little short",
    timing: [.result: built(answer: 11), .reflection: built(answer: 11)], found: wholeResult,
    asks: ["what-differently"]),
  Situation(
    scenario: "admitted-wrong", why: "the boundary was said in few words; the story ends with the merge",
    timing: [.task: built(answer: 9)], words: at(.action, .noFollowThrough),
    found: at(.task, .noBoundary, .disqualifier),
    asks: ["acceptance"]),

  // The level.
  Situation(
    scenario: "owned-failure", why: "a senior who stops at the code is asked about the teams", level: .senior,
    words: at(.reflection, .noSystemicCause), asks: ["hard-across-boundaries"]),
  Situation(
    scenario: "kept-commitment", why: "a senior without the systemic cause is asked what to change", level: .senior,
    no: at(.reflection, .noSystemicCause), asks: ["what-differently"]),
  Situation(
    scenario: "owned-failure", why: "at SDE 1 a Result of 12 s is nearly on target, and a Task of 5 s is not",
    level: .sde1, timing: [.result: built(answer: 12), .task: built(answer: 5)], asks: ["motivation"]),

  // Practice.
  Situation(
    scenario: "owned-failure", why: "nothing calls for a question: what went badly last time comes first",
    history: PracticeHistory([
      "acceptance": .init(timesAsked: 2), "motivation": .init(timesAsked: 2, lastWentBadly: true),
      "measured-impact": .init(timesAsked: 1), "hard-across-boundaries": .init(timesAsked: 1),
    ]), asks: ["motivation"]),
  Situation(
    scenario: "wrong-call", why: "nothing calls for a question: what was never practised comes first",
    history: PracticeHistory([
      "acceptance": .init(timesAsked: 2), "motivation": .init(timesAsked: 1), "proof": .init(timesAsked: 1),
    ]), asks: ["what-differently"]),
  Situation(
    scenario: "owned-failure", why: "both fit a missing Situation and Reflection alike; the practised one waits",
    timing: [.situation: built(answer: 0), .reflection: built(answer: 0)],
    history: PracticeHistory(["motivation": .init(timesAsked: 3)]), asks: ["hard-across-boundaries"]),
  Situation(
    scenario: "owned-failure", why: "practised often, and still the one question after a Result of six seconds",
    timing: [.result: built(answer: 6)], history: PracticeHistory(["measured-impact": .init(timesAsked: 5)]),
    asks: ["measured-impact"]),
  Situation(
    scenario: "owned-failure", why: "what was declined is not asked again, whatever calls for it",
    timing: [.result: built(answer: 0)], history: PracticeHistory(declined: ["measured-impact"]),
    asks: []),
]
