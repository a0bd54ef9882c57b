import Interview
import Scenarios
import SpeechTiming

/// What an interviewer can notice, one thing after the other through the five steps, and the probe that a bar raiser asks
/// then in each of the five stories.
///
/// The probes stand in the order of `shippedIDs`: admitted-wrong, kept-commitment, owned-failure, pushed-back,
/// wrong-call. They were written down before the rules were held against them. None is named where two would do.
let evidenceMatrix: [Situation] =
  timingOfSituationAndTask + timingOfAction + timingOfResultAndReflection + wordsOfTheSteps + severalThings + levels

/// `noticed` in each of the five stories; a story without an expected probe is left out.
private func inEach(_ noticed: Situation, _ probes: [String]) -> [Situation] {
  zip(shippedIDs, probes).filter { !$1.isEmpty }.map { id, probe in
    var situation = noticed
    (situation.scenario, situation.asks) = (id, [probe])
    return situation
  }
}

/// The rows of the table: what was noticed and the probes of the five stories.
private func rows(_ rows: (Situation, [String])...) -> [Situation] { rows.flatMap { inEach($0.0, $0.1) } }

/// What was noticed, in any story.
private func noticed(
  _ why: String, level: Level = .sde2, timing: [Step: TakeTiming] = [:], heard: [Point] = [], no: [Point] = [],
  words: [Point] = [], found: [Point] = []
) -> Situation {
  Situation(
    scenario: "", why: why, level: level, timing: timing, heard: heard, no: no, words: words, found: found, asks: [])
}

private let timingOfSituationAndTask = rows(
  (
    noticed("no Situation: what was this about, and why did you care?", timing: [.situation: built(answer: 0)]),
    ["self-awareness", "crossing-boundaries", "motivation", "data", "motivation"]
  ),
  (
    noticed("ten seconds of Situation: how bad was it?", timing: [.situation: built(answer: 10)]),
    ["self-awareness", "crossing-boundaries", "motivation", "data", "motivation"]
  ),
  (
    noticed("a tour of the architecture: what did it mean to you?", timing: [.situation: built(answer: 60)]),
    ["self-awareness", "crossing-boundaries", "motivation", "data", "motivation"]
  ),
  (
    noticed("no Task: was it your job, and who sent you?", timing: [.task: built(answer: 0)]),
    ["initiative", "crossing-boundaries", "motivation", "resistance", "motivation"]
  ),
  (
    noticed("six seconds of Task hold no boundary", timing: [.task: built(answer: 6)]),
    ["initiative", "crossing-boundaries", "motivation", "resistance", "motivation"]
  ),
  (
    noticed("forty seconds of Task: say it in a sentence", timing: [.task: built(answer: 40)]),
    ["initiative", "crossing-boundaries", "motivation", "resistance", "motivation"]
  ),
  (
    noticed(
      "a break of four seconds in Task, where the boundary belongs", timing: [.task: built(answer: 20, pause: 4)]),
    ["initiative", "crossing-boundaries", "motivation", "resistance", "motivation"]
  ),
  (
    noticed("four seconds before Task begins: whose job was it?", timing: [.task: built(answer: 20, latency: 4)]),
    ["initiative", "crossing-boundaries", "motivation", "resistance", "motivation"]
  ))

private let timingOfAction = rows(
  (
    noticed("no Action: what did you do, and how did it get in?", timing: [.action: built(answer: 0)]),
    ["acceptance", "acceptance", "acceptance", "acceptance", "acceptance"]
  ),
  (
    noticed("thirty seconds of Action: how did it get in?", timing: [.action: built(answer: 30)]),
    ["acceptance", "acceptance", "acceptance", "acceptance", "acceptance"]
  ),
  (
    noticed("two and a half minutes of Action: did they take it in the end?", timing: [.action: built(answer: 150)]),
    ["acceptance", "acceptance", "acceptance", "acceptance", "acceptance"]
  ),
  (
    noticed("a break of five seconds in Action: what held you up?", timing: [.action: built(answer: 90, pause: 5)]),
    ["acceptance", "crossing-boundaries", "hard-across-boundaries", "resistance", "acceptance"]
  ),
  (
    noticed("Action was rushed through: which step was yours?", heard: at(.action, .rushed)),
    ["acceptance", "acceptance", "acceptance", "resistance", "acceptance"]
  ),
  (
    noticed("Action dragged, each step cost words: what was hard about it?", heard: at(.action, .dragging)),
    ["acceptance", "crossing-boundaries", "hard-across-boundaries", "resistance", "acceptance"]
  ))

private let timingOfResultAndReflection = rows(
  (
    noticed("no Result: did anything come of it?", timing: [.result: built(answer: 0)]),
    ["acceptance", "acceptance", "measured-impact", "data", "proof"]
  ),
  (
    noticed("six seconds of Result hold no number", timing: [.result: built(answer: 6)]),
    ["prevention", "prevention", "measured-impact", "data", "proof"]
  ),
  (
    noticed("forty seconds of Result: which number counts, and does it last?", timing: [.result: built(answer: 40)]),
    ["prevention", "prevention", "measured-impact", "data", "proof"]
  ),
  (
    noticed("a break of four seconds in Result: how sure are you?", timing: [.result: built(answer: 20, pause: 4)]),
    ["prevention", "what-differently", "measured-impact", "data", "proof"]
  ),
  (
    noticed("the voice gives way where the numbers belong", heard: at(.result, .fading)),
    ["prevention", "prevention", "measured-impact", "data", "proof"]
  ),
  (
    noticed(
      "four seconds before Result begins: do you know the number?", timing: [.result: built(answer: 20, latency: 4)]),
    ["prevention", "prevention", "measured-impact", "data", "proof"]
  ),
  (
    noticed("no Reflection: what did it change?", timing: [.reflection: built(answer: 0)]),
    ["prevention", "what-differently", "hard-across-boundaries", "prevention", "what-differently"]
  ),
  (
    noticed("five seconds of Reflection hold no insight", timing: [.reflection: built(answer: 5)]),
    ["prevention", "what-differently", "hard-across-boundaries", "prevention", "what-differently"]
  ),
  (
    noticed("forty seconds of Reflection: and what came of it?", timing: [.reflection: built(answer: 40)]),
    ["prevention", "what-differently", "hard-across-boundaries", "prevention", "what-differently"]
  ))

private let wordsOfTheSteps = rows(
  (
    noticed("by the candidate's own word nobody was hurt: why bother?", no: at(.situation, .noImpact)),
    ["self-awareness", "crossing-boundaries", "motivation", "data", "motivation"]
  ),
  (
    noticed("“a bit high” is no problem: how bad was it?", words: at(.situation, .redFlag)),
    ["self-awareness", "crossing-boundaries", "motivation", "data", "motivation"]
  ),
  (
    noticed("the manager's idea, in Situation: would you have started?", words: at(.situation, .disqualifier)),
    ["initiative", "crossing-boundaries", "motivation", "resistance", "motivation"]
  ),
  (
    noticed("no boundary in the words: whose was it?", words: at(.task, .noBoundary)),
    ["initiative", "crossing-boundaries", "motivation", "resistance", "motivation"]
  ),
  (
    noticed("it was assigned: would you have started?", words: at(.task, .disqualifier)),
    ["initiative", "crossing-boundaries", "motivation", "resistance", "motivation"]
  ),
  (
    noticed("“we” all through Action: what of it was you?", words: at(.action, .sharedCredit)),
    ["acceptance", "acceptance", "hard-across-boundaries", "resistance", "acceptance"]
  ),
  (
    noticed("the story ends with the fix: how did it get in?", no: at(.action, .noFollowThrough)),
    ["acceptance", "acceptance", "acceptance", "acceptance", "acceptance"]
  ),
  (
    noticed("handed over in Action: so what did you do?", words: at(.action, .redFlag)),
    ["acceptance", "acceptance", "acceptance", "data", "acceptance"]
  ),
  (
    noticed("told what to do in Action: whose idea was it?", words: at(.action, .disqualifier)),
    ["initiative", "crossing-boundaries", "motivation", "resistance", "motivation"]
  ),
  (
    noticed("no number in the words of Result", words: at(.result, .noNumber, .noMetric)),
    ["prevention", "prevention", "measured-impact", "data", "proof"]
  ),
  (
    noticed("no change of a metric, by the candidate's own word", no: at(.result, .noMetric)),
    ["prevention", "prevention", "measured-impact", "data", "proof"]
  ),
  (
    noticed("no value to the business, by the candidate's own word", no: at(.result, .noBusinessValue)),
    ["prevention", "prevention", "measured-impact", "data", "proof"]
  ),
  (
    noticed("nobody adopted it: does it last without you?", no: at(.result, .noSecondOrder)),
    ["prevention", "prevention", "measured-impact", "prevention", "acceptance"]
  ),
  (
    noticed("the team was happy: and the numbers?", words: at(.result, .redFlag)),
    ["prevention", "prevention", "measured-impact", "data", "proof"]
  ),
  (
    noticed("communication is important: and what keeps it from happening again?", words: at(.reflection, .generic)),
    ["prevention", "what-differently", "hard-across-boundaries", "prevention", "what-differently"]
  ))

private let severalThings = rows(
  (
    noticed("all that was heard is Situation: what did you do?", timing: onlySituation),
    ["acceptance", "acceptance", "acceptance", "acceptance", "acceptance"]
  ),
  (
    noticed(
      "twelve seconds of Result hold it all; the lesson is for any story", timing: [.result: built(answer: 12)],
      words: at(.reflection, .generic), found: wholeResult),
    ["prevention", "what-differently", "hard-across-boundaries", "prevention", "what-differently"]
  ),
  (
    noticed(
      "nine seconds of Task hold the boundary; the Result is a mood", timing: [.task: built(answer: 9)],
      words: at(.result, .redFlag), found: at(.task, .noBoundary)),
    ["prevention", "prevention", "measured-impact", "data", "proof"]
  ),
  (
    noticed(
      "ten seconds of Situation name the harm; the story ends with the fix", timing: [.situation: built(answer: 10)],
      no: at(.action, .noFollowThrough), found: at(.situation, .noImpact)),
    ["acceptance", "acceptance", "acceptance", "acceptance", "acceptance"]
  ),
  (
    noticed(
      "assigned, and the voice fades at the end: the assignment is the question",
      heard: at(.result, .fading), words: at(.task, .disqualifier)),
    ["initiative", "crossing-boundaries", "motivation", "resistance", "motivation"]
  ),
  (
    noticed(
      "no Action, and a Reflection that is a little short: first what was done",
      timing: [.action: built(answer: 0), .reflection: built(answer: 11)]),
    ["acceptance", "acceptance", "acceptance", "acceptance", "acceptance"]
  ),
  (
    noticed(
      "no number, and a break in Action: the number first", timing: [.action: built(answer: 90, pause: 3)],
      words: at(.result, .noNumber, .noMetric, .noBusinessValue)),
    ["prevention", "prevention", "measured-impact", "data", "proof"]
  ),
  (
    noticed("everything lacks, by the candidate's own word: the heart of the question first", no: everyCheck),
    ["prevention", "crossing-boundaries", "motivation", "", ""]
  ))

private let levels = rows(
  (
    noticed("a senior who stops at the code", level: .senior, no: at(.reflection, .noSystemicCause)),
    ["prevention", "what-differently", "hard-across-boundaries", "prevention", "what-differently"]
  ),
  (
    noticed(
      "Task and Reflection both half as long as they should be: a senior is asked for the cause", level: .senior,
      timing: [.task: built(answer: 10), .reflection: built(answer: 7.4)]),
    ["prevention", "what-differently", "hard-across-boundaries", "prevention", "what-differently"]
  ),
  (
    noticed(
      "the same from an SDE 1: the boundary first", level: .sde1,
      timing: atSDE1.merging([.task: built(answer: 6.8), .reflection: built(answer: 5)]) { $1 }),
    ["initiative", "crossing-boundaries", "motivation", "resistance", ""]
  ),
  (
    noticed("a senior of whom nothing is open is asked what reaches across teams", level: .senior),
    ["prevention", "what-differently", "hard-across-boundaries", "prevention", "what-differently"]
  ),
  (
    noticed(
      "an SDE 1 of whom nothing is open is asked for initiative, the work itself, and numbers", level: .sde1,
      timing: atSDE1),
    ["initiative", "prevention", "measured-impact", "data", "proof"]
  ),
  (
    noticed(
      "at SDE 1 twelve seconds of Result are enough, five of Task are not", level: .sde1,
      timing: atSDE1.merging([.task: built(answer: 5)]) { $1 }),
    ["initiative", "crossing-boundaries", "motivation", "resistance", "motivation"]
  ),
  (
    noticed(
      "at SDE 1 a minute of Action is enough, no Reflection is not", level: .sde1,
      timing: atSDE1.merging([.reflection: built(answer: 0)]) { $1 }),
    ["prevention", "what-differently", "hard-across-boundaries", "prevention", "what-differently"]
  ))

/// Five answers that an SDE 1 has time for.
private let atSDE1: [Step: TakeTiming] = [
  .situation: built(answer: 20), .task: built(answer: 13), .action: built(answer: 60), .result: built(answer: 12),
  .reflection: built(answer: 10),
]
