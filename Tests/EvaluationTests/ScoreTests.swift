import Evaluation
import SpeechTiming
import Testing

@Suite struct ScoreTests {
  private let truth = Labels(speech: [Interval(start: 1, end: 3), Interval(start: 4, end: 6)], syllables: 20)

  @Test func `what is found as labelled scores full marks`() {
    let score = Score(found: truth.speech, syllables: 20, labels: truth, duration: 8)
    #expect(score.frameF1 == 1 && score.accuracy == 1 && score.pauseF == 1)
    #expect(score.boundaryErrors == [0, 0] && score.answerTimeErrors == [0] && score.syllableErrors == [0])
  }

  @Test func `frames are counted by their centres`() {
    let score = Score(found: [Interval(start: 1, end: 3.5)], syllables: nil, labels: truth, duration: 8)
    #expect(score.truePositives == 200 && score.falsePositives == 50 && score.falseNegatives == 200)
    #expect(abs(score.frameF1 - 400 / 650) < 1e-12)
    #expect(score.accuracy == 0.6875)
    #expect(score.pausesFound == 0 && score.pauseRecall == 0)
  }

  @Test func `pauses match where they overlap by half of the longer`() {
    func matches(_ end: Double, _ start: Double) -> Int {
      let found = [Interval(start: 1, end: end), Interval(start: start, end: 6)]
      return Score(found: found, syllables: nil, labels: truth, duration: 8).pausesMatched
    }
    #expect(matches(3.1, 3.9) == 1)
    #expect(matches(2.5, 4.5) == 1)
    #expect(matches(2.4, 4.5) == 0)
    #expect(matches(3.51, 4) == 0)
  }

  @Test func `an answer that is missed has its whole length as error`() {
    let score = Score(found: [], syllables: 0, labels: truth, duration: 8)
    #expect(score.answerTimeErrors == [-5] && score.speechTimeErrors == [-4] && score.syllableErrors == [-1])
  }

  @Test func `scores add up`() {
    var sum = Score()
    for _ in 0..<2 { sum.add(Score(found: truth.speech, syllables: nil, labels: truth, duration: 8)) }
    #expect(sum.truePositives == 800 && sum.pausesMatched == 2 && sum.speechTimeErrors.count == 2)
  }
}
