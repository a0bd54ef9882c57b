import Foundation

/// A report as JSON, as far as tests look at it.
struct ReplayedReport: Decodable {
  struct Scenario: Decodable {
    let id: String
  }

  struct Take: Decodable {
    let file: String
    let offset_s: Double
    let answer_time_s: Double
    let remarks: [String]
    let timing: Timing
  }

  struct Timing: Decodable, Equatable {
    let duration_s: Double
    let speech: [[Double]]
    let pauses: [[Double]]
  }

  struct Step: Decodable {
    let step: String
    let target_s: Double
    let limit_s: Double
    let verdict: String
    let take: Take?
    let words: Words?
  }

  struct Words: Decodable {
    struct Quote: Decodable {
      let words: String
      let place_s: Double?
    }

    struct Found: Decodable {
      let finding: String
      let quote: Quote?
    }

    struct Provenance: Decodable {
      let format, file: String
      let command: String?
      let corrected: Bool
    }

    let count: Int
    let sentences_as_i, sentences_as_we: Int
    let findings: [Found]
    let provenance: Provenance
  }

  struct Probe: Decodable {
    let id: String
    let reasons: [String]
    let verdict: String?
    let take: Take?
    let follow_up: FollowUp?
  }

  struct FollowUp: Decodable {
    let question: String
    let take: Take?
  }

  struct Evidence: Decodable {
    let source, step, finding, words: String
    let strength: Double
    let place_s: Double?
  }

  struct Whole: Decodable {
    let answer_time_s: Double
    let at_most_s: Double
    let targets_are_scaled: Bool
  }

  let starpace_report: Int
  let scenario: Scenario
  let level: String
  let whole: Whole
  let steps: [Step]
  let probes: [Probe]
  let evidence: [Evidence]

  init(_ text: String) throws {
    self = try JSONDecoder().decode(ReplayedReport.self, from: Data(text.utf8))
  }

  var answerTimes: [Double?] { steps.map { $0.take?.answer_time_s } }
}
