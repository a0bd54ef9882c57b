import Interview
import Reports
import Scenarios

/// A probe on the page: the question, why it is asked, and what came of it.
struct ProbeView: Sendable {
  let question: String
  let reasons: [String]
  let answer: AnswerView?
  let followUp: FollowUpView?
  let patterns: Patterns?
  let keyLine: String

  /// How long the candidate's answer was.
  struct AnswerView: Sendable {
    let words: String
    let verdictOnAnswer: VerdictView?
  }

  /// What was asked after the answer.
  struct FollowUpView: Sendable {
    let deeperQuestion: String
    let deeperAnswer: AnswerView?
  }

  /// An answer that fails and one that convinces.
  struct Patterns: Sendable {
    let weak, strong: String
  }

  /// The probe in `row` of `report`.
  init(_ row: Report.ProbeRow, in report: Report) {
    /// `nil` where no answer could be given.
    func answer(_ take: Take?, _ verdict: Verdict?) -> AnswerView? {
      guard let take, let verdict else {
        return report.wereAsked ? AnswerView(words: Report.ProbeRow.noAnswer, verdictOnAnswer: nil) : nil
      }
      return AnswerView(
        words: row.timeOfAnswer(take), verdictOnAnswer: VerdictView(verdict.words, role: verdict.role))
    }
    question = row.probe.question
    reasons = row.reasons
    self.answer = answer(row.take, row.verdict)
    followUp = row.followUp.map {
      FollowUpView(deeperQuestion: $0.question, deeperAnswer: answer(row.followUpTake, row.followUpVerdict))
    }
    patterns =
      report.tellsPatterns
      ? Patterns(weak: "\(row.probe.weakAnswer) \(row.probe.whyWeak)", strong: row.probe.strongAnswer) : nil
    keyLine = row.probe.keyLine
  }
}
