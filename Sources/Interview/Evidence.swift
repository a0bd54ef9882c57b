public import Scenarios

/// One thing in a step that an interviewer would notice: measured, found in words, or said by the candidate.
public struct Evidence: Codable, Sendable, Equatable {
  /// Where it comes from.
  public var source: Source
  /// The step in which it was found.
  public var step: Step
  /// What it is.
  public var finding: Finding
  /// How far past its threshold, from 0 (just) to 1 (as far as it goes).
  public var strength: Double
  /// Where to listen, in seconds from the start of the take; `nil` where there is no such place.
  public var place: Double?
  /// What was said, as the transcript has it; `nil` where no words show it.
  public var quote: String?
  /// What was found, as the start of a sentence: "Result took 6 s of 20".
  public var words: String

  /// Where evidence comes from.
  public enum Source: String, Codable, Sendable {
    /// Measured in the recording.
    case timing
    /// The candidate's own word, given after the step.
    case selfCheck = "self_check"
    /// The words of a transcript that the candidate has accepted.
    case transcript
  }

  /// Evidence as given; `strength` is held within 0...1 and rounded to a thousandth.
  public init(
    source: Source = .timing, step: Step, finding: Finding, strength: Double, place: Double? = nil,
    quote: String? = nil, words: String
  ) {
    self.source = source
    self.step = step
    self.finding = finding
    self.strength = (min(1, max(0, strength)) * 1000).rounded() / 1000
    self.place = place
    self.quote = quote
    self.words = words
  }

  enum CodingKeys: String, CodingKey {
    case source, step, finding, strength
    case place = "place_s"
    case quote, words
  }
}
