/// How loud speech and room are in a take, in dB relative to full scale (0 dBFS: a root mean square of 1).
public struct TakeLevel: Codable, Sendable, Equatable {
  /// Power of the speech segments; `nil` without speech.
  public var speech: Double?
  /// Power of what is not speech; `nil` where everything is speech or digital silence.
  public var noiseFloor: Double?
  /// The largest sample; `nil` where all samples are zero.
  public var peak: Double?
  /// Samples at full scale in runs of three or more: the recording was too loud there.
  public var clippedSamples: Int

  /// The levels as given, in dBFS, rounded to a tenth.
  public init(speech: Double?, noiseFloor: Double?, peak: Double?, clippedSamples: Int) {
    func tenths(_ level: Double?) -> Double? { level.map { ($0 * 10).rounded() / 10 } }
    self.speech = tenths(speech)
    self.noiseFloor = tenths(noiseFloor)
    self.peak = tenths(peak)
    self.clippedSamples = clippedSamples
  }

  /// Speech over noise floor, in dB; `nil` where one of them is not known.
  public var signalToNoise: Double? {
    guard let speech, let noiseFloor else { return nil }
    return ((speech - noiseFloor) * 10).rounded() / 10
  }

  /// Writes every value, `null` where it is not known.
  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(speech, forKey: .speech)
    try values.encode(noiseFloor, forKey: .noiseFloor)
    try values.encode(peak, forKey: .peak)
    try values.encode(clippedSamples, forKey: .clippedSamples)
  }

  enum CodingKeys: String, CodingKey {
    case speech = "speech_dbfs"
    case noiseFloor = "noise_floor_dbfs"
    case peak = "peak_dbfs"
    case clippedSamples = "clipped_samples"
  }
}
