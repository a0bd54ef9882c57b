/// The words of one answer, as a recogniser or a person wrote them down.
public struct Transcript: Codable, Sendable, Equatable {
  /// The words in the order in which they were said; empty where nothing was recognised.
  public var words: [Word]
  /// Where the words come from.
  public var provenance: Provenance
  /// Whether the candidate has read and accepted it: a recogniser errs, and what it misheard must not count.
  public var isAccepted: Bool

  /// One word with its punctuation, as given.
  public struct Word: Codable, Sendable, Equatable {
    /// The word, such as `Slack,` or `0.3%.`; never empty, no white space.
    public var text: String
    /// When it begins, in seconds from the start of the take; `nil` where the source tells no times.
    public var start: Double?
    /// When it ends, in seconds from the start of the take; `nil` where the source tells no times.
    public var end: Double?

    /// A word; `start` and `end` in seconds from the start of the take.
    public init(_ text: String, start: Double? = nil, end: Double? = nil) {
      self.text = text
      self.start = start
      self.end = end
    }

    enum CodingKeys: String, CodingKey {
      case text
      case start = "start_s"
      case end = "end_s"
    }
  }

  /// Where a transcript comes from.
  public struct Provenance: Codable, Sendable, Equatable {
    /// The format that was read.
    public var format: TranscriptFormat
    /// The name of the file that was read, without its folders.
    public var file: String
    /// The recogniser's model as the file names it; `nil` where it does not.
    public var model: String?
    /// The command that made the file, where StarPace ran it.
    public var command: String?
    /// Whether a person has changed words since.
    public var isCorrected: Bool

    /// A provenance as given.
    public init(
      format: TranscriptFormat, file: String, model: String? = nil, command: String? = nil, isCorrected: Bool = false
    ) {
      self.format = format
      self.file = file
      self.model = model
      self.command = command
      self.isCorrected = isCorrected
    }

    enum CodingKeys: String, CodingKey {
      case format, file, model, command
      case isCorrected = "corrected"
    }
  }

  /// A transcript as given; not accepted unless said so.
  public init(words: [Word], provenance: Provenance, isAccepted: Bool = false) {
    self.words = words
    self.provenance = provenance
    self.isAccepted = isAccepted
  }

  enum CodingKeys: String, CodingKey {
    case words, provenance
    case isAccepted = "accepted"
  }
}
