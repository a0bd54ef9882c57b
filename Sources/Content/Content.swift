public import Scenarios
public import Transcripts

/// What the words of each answer show, in the order of the steps; a step without a transcript is left out.
///
/// The transcripts should be accepted ones: what a recogniser misheard must not count. What is not found may have been
/// said all the same, so an absence is worded "was not found". A step in which no word was recognised has no findings.
/// Takes time in proportion to the words.
public func content(of answers: [Step: Transcript], scenario: Scenario, level: Level) -> [StepContent] {
  let utterances = answers.mapValues { Utterance($0.words) }
  let redFlags = RedFlags(scenario.weakAnswer.redFlags)
  return utterances.sorted { $0.key < $1.key }.map { step, utterance in
    StepReading(step: step, utterance: utterance, all: utterances, scenario: scenario, redFlags: redFlags, level: level)
      .content(wordCount: answers[step]?.words.count ?? 0)
  }
}

/// The first number that is claimed in an answer, in figures or in words; `nil` where none was found.
public func number(in answer: Transcript) -> Quote? {
  let utterance = Utterance(answer.words)
  return Signs.of(.noNumber)?.matches(in: utterance).first { utterance.isClaimed($0) }.map(utterance.quote)
}
