/// Everything a scenario file carries: one interview question with its model answer, probes and teaching.
public struct Scenario: Sendable, Equatable {
  /// The short name that commands take, such as `owned-failure`; also the file's name without `.yaml`.
  public var id: String
  /// The story in a few words, as a heading.
  public var title: String
  /// The leadership principle that the question tests.
  public var principle: String
  /// What the interviewer asks, one sentence.
  public var question: String
  /// The story in a paragraph, for a reader who does not know it.
  public var overview: String
  /// What a reader should keep, a sentence each.
  public var keyTakeaways: [String]
  /// One guide for each of the five steps.
  public var steps: [Step: StepGuide]
  /// At least one; ids are unique.
  public var probes: [Probe]
  /// The answer that sounds competent and fails.
  public var weakAnswer: WeakAnswer
  /// Questions to the reader.
  public var knowledgeChecks: [KnowledgeCheck]
  /// How the same story is told for other principles.
  public var otherPrinciples: [OtherPrinciple]
  /// One guide for each of the three levels.
  public var levels: [Level: LevelGuide]
}

/// What a scenario says of one step.
public struct StepGuide: Sendable, Equatable {
  /// Target for the answer time, in seconds.
  public var targetInSeconds: Double
  /// Past this answer time, in seconds, the interviewer has stopped listening.
  public var limitInSeconds: Double
  /// A spoken example at SDE 2 level.
  public var example: String
  /// Phrases that show that the step did its work, to the letter as a candidate would say them.
  public var cues: [String]
  /// What the step has to hold, as questions to the candidate; at most three, in the order in which they are asked.
  public var checks: [StepCheck]
  /// What to do in this step, a sentence or two.
  public var coaching: String
  /// What most candidates get wrong here.
  public var commonMistake: String
  /// What that mistake costs.
  public var whyItHurts: String
}

/// One thing that a step has to hold: asked of the candidate after the step, or looked for in a transcript.
public struct StepCheck: Sendable, Equatable {
  /// What it is called where it is absent; none of those of timing.
  public var finding: Finding
  /// Asks the candidate whether it was said; a "yes" is the better answer.
  public var question: String
  /// The one level at which it is asked for; `nil` for all.
  public var level: Level?
}

/// A follow-up question and what the interviewer makes of its answers.
public struct Probe: Sendable, Equatable {
  /// Unique within the scenario, lower-case words joined by `-`; part of the take's file name.
  public var id: String
  /// The question, as it is asked.
  public var question: String
  /// What the question tests, as a noun phrase.
  public var tests: String
  /// A spoken answer that fails.
  public var weakAnswer: String
  /// Why it fails.
  public var whyWeak: String
  /// A spoken answer that convinces.
  public var strongAnswer: String
  /// The one line to remember of the strong answer.
  public var keyLine: String
  /// Which evidence calls for the probe, in no order.
  public var calledForBy: [EvidenceRule]
}

/// "This finding in this step calls for the probe, so strongly, because …".
public struct EvidenceRule: Sendable, Equatable {
  /// Where the evidence lies.
  public var step: Step
  /// What was found there.
  public var finding: Finding
  /// 1 (fits), 2 (calls for it) or 3 (an interviewer would ask nothing else).
  public var strength: Int
  /// The one level at which the rule counts; `nil` for all.
  public var level: Level?
  /// Completes "Result took 6 s of 20: …"; no capital, no full stop.
  public var because: String
}

/// An answer that sounds competent and fails, with what gives it away.
public struct WeakAnswer: Sendable, Equatable {
  /// The answer as it is spoken.
  public var text: String
  /// What gives it away.
  public var redFlags: [RedFlag]
  /// What the interviewer concludes.
  public var interviewerThinks: String
}

/// A phrase, or an absence, that costs the candidate the principle.
public struct RedFlag: Sendable, Equatable {
  /// The phrase, or what is absent.
  public var flag: String
  /// The reason, a sentence.
  public var why: String
}

/// A question to the reader of a scenario, with exactly one right option.
public struct KnowledgeCheck: Sendable, Equatable {
  /// The question, as it is asked.
  public var question: String
  /// Four options, in the order in which they are shown.
  public var options: [String]
  /// Index of the right option in `options`, from 0.
  public var right: Int
  /// The reason, a sentence.
  public var why: String
}

/// How the same story is told for another principle.
public struct OtherPrinciple: Sendable, Equatable {
  /// The leadership principle.
  public var principle: String
  /// What to open with.
  public var lead: String
  /// What to dwell on.
  public var emphasise: String
  /// What to keep short.
  public var playDown: String
}

/// What a level asks of the whole answer.
public struct LevelGuide: Sendable, Equatable {
  /// Shortest whole answer, in seconds; `nil` where only the step targets speak.
  public var atLeastInSeconds: Double?
  /// Longest whole answer, in seconds; `nil` where only the step targets speak.
  public var atMostInSeconds: Double?
  /// How the answer changes at this level.
  public var guidance: String
  /// A spoken reflection at this level.
  public var reflection: String
  /// What an interviewer must hear at this level.
  public var bar: String
  /// The id of the probe that tests this bar more than the others do; `nil` where all do alike.
  public var testedBy: String?
}
