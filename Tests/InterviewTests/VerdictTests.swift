import Interview
import Testing

@Suite struct VerdictTests {
  @Test(arguments: [
    (0.0, Verdict.missing), (0.1, .farTooShort), (14.9, .farTooShort), (15, .short), (23.9, .short), (24, .onTarget),
    (30, .onTarget), (34.5, .onTarget), (34.6, .long), (45, .long), (45.1, .overLimit), (600, .overLimit),
  ])
  func `an answer to a target of 30 s with a limit of 45`(answerTime: Double, expected: Verdict) {
    #expect(Verdict(answerTime: answerTime, target: StepTarget(seconds: 30, limit: 45)) == expected)
  }
}
