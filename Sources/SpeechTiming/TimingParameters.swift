/// What a user may set about the measuring of a take; printed with the report.
public struct TimingParameters: Sendable, Equatable {
  /// The shortest silence between speech that counts as a pause, in seconds.
  public var pauseThreshold: Double
  /// The pitches that are looked for.
  public var pitchRange: PitchRange

  /// Parameters with a pause threshold in seconds, above zero.
  public init(pauseThreshold: Double, pitchRange: PitchRange = .standard) {
    precondition(pauseThreshold > 0, "a pause has a length")
    self.pauseThreshold = pauseThreshold
    self.pitchRange = pitchRange
  }

  /// A pause threshold of 250 ms: longer than the closures of stops, after F. Goldman-Eisler,
  /// "Psycholinguistics: experiments in spontaneous speech" (1968), p. 12.
  public static let standard = TimingParameters(pauseThreshold: 0.25)
}
