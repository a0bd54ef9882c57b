import Content
import Interview
import Scenarios
import Transcripts

/// The shape of what the JSON report says of a step's words.
struct StepWords: Encodable {
  struct Cue: Encodable {
    var phrase: String
    /// `nil` where it was not found, which does not mean that it was not said.
    var quote: Quote?
  }

  struct Found: Encodable {
    var finding: Finding
    var strength: Double
    var words: String
    var quote: Quote?
  }

  var count: Int
  var per_minute: Double?
  var cues: [Cue]
  var sentences_as_i: Int
  var sentences_as_we: Int
  var fillers: [Quote]
  var fillers_per_minute_at_least: Double?
  var hedges: [Quote]
  var hedges_per_minute_at_least: Double?
  var findings: [Found]
  var provenance: Transcript.Provenance

  /// What `content` shows of `take`, whose words are `transcript`.
  init(_ content: StepContent, in take: Take, _ transcript: Transcript) {
    func rounded(_ rate: Double?) -> Double? { rate.map { ($0 * 10).rounded() / 10 } }
    count = content.wordCount
    per_minute = rounded(take.wordsPerMinute)
    cues = content.cues.map { Cue(phrase: $0.phrase, quote: $0.quote?.printable) }
    sentences_as_i = content.sentencesAsI
    sentences_as_we = content.sentencesAsWe
    fillers = content.fillers.map(\.printable)
    fillers_per_minute_at_least = rounded(take.perMinute(content.fillers.count))
    hedges = content.hedges.map(\.printable)
    hedges_per_minute_at_least = rounded(take.perMinute(content.hedges.count))
    findings = content.findings.map {
      Found(finding: $0.finding, strength: $0.strength, words: $0.words, quote: $0.quote?.printable)
    }
    provenance = transcript.provenance
  }
}

extension Report {
  /// What the words of the step in `row` show; `nil` where no transcript of it is accepted.
  func words(in row: StepRow) -> StepWords? {
    guard let take = row.take, let transcript = take.transcript,
      let content = contents.first(where: { $0.step == row.step })
    else { return nil }
    return StepWords(content, in: take, transcript)
  }
}

extension Quote {
  /// The quote without what would steer a terminal: JSON does not escape all of it.
  fileprivate var printable: Quote {
    var quote = self
    quote.words = String(words.printable)
    return quote
  }
}
