public import Scenarios

/// What the words of one step show.
public struct StepContent: Sendable, Equatable {
  /// The step.
  public var step: Step
  /// Words in the transcript.
  public var wordCount: Int
  /// Each cue phrase of the step, in the scenario's order, with where it was found.
  public var cues: [CueSearch]
  /// What the step holds, by the finding that it would be called without it.
  public var covered: [Finding: Quote]
  /// What an interviewer would notice in the words, in the order of `Finding`.
  public var findings: [ContentFinding]
  /// Sentences told as "I".
  public var sentencesAsI: Int
  /// Sentences told as "we".
  public var sentencesAsWe: Int
  /// Fillers; at least these, since recognisers drop them.
  public var fillers: [Quote]
  /// Words that weaken what is said: "kind of", "maybe".
  public var hedges: [Quote]
}

/// Words that were said, and where.
public struct Quote: Codable, Sendable, Equatable {
  /// The words as the transcript has them.
  public var words: String
  /// When the first of them begins, in seconds from the start of the take, or the stretch of words that is timed as one;
  /// `nil` where the transcript tells no times.
  public var place: Double?

  enum CodingKeys: String, CodingKey {
    case words
    case place = "place_s"
  }
}

/// A cue phrase and where it was found.
public struct CueSearch: Sendable, Equatable {
  /// The phrase as the scenario has it.
  public var phrase: String
  /// Where it was found; `nil` where it was not, which does not mean that it was not said.
  public var quote: Quote?
}

/// One thing in the words of a step that an interviewer would notice.
public struct ContentFinding: Sendable, Equatable {
  /// What it is.
  public var finding: Finding
  /// From 0 (just) to 1 (as far as it goes).
  public var strength: Double
  /// What was said; `nil` where something was not found.
  public var quote: Quote?
  /// What was found, as the start of a sentence without its full stop: "No number was found in Result".
  public var words: String
}
