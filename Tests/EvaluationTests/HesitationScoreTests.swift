import Evaluation
import SpeechTiming
import Testing

@Suite struct HesitationScoreTests {
  private let put = [Interval(start: 1, end: 1.5), Interval(start: 3, end: 3.4)]
  private let speech = [Interval(start: 0, end: 6.9)]

  @Test func `a guess that overlaps half of the shorter finds`() {
    func found(_ guesses: [Interval]) -> Int { HesitationScore(guesses: guesses, put: put, speech: speech).found }
    #expect(found(put) == 2)
    #expect(found([Interval(start: 1.2, end: 1.45)]) == 1)
    #expect(found([Interval(start: 1.4, end: 1.7)]) == 0)
    #expect(found([]) == 0)
  }

  @Test func `a guess that touches none is false, and the rest of the speech is what it is held against`() {
    let guesses = [Interval(start: 1.4, end: 1.7), Interval(start: 5, end: 5.3)]
    let score = HesitationScore(guesses: guesses, put: put, speech: speech)
    #expect(score.falseAlarms == 1)
    #expect(abs(score.minutes - 0.1) < 1e-9)
  }

  @Test func `hesitations follow the speech and move what comes after`() {
    let samples = (0..<32_000).map { Float($0 % 2) * 0.1 }
    let speech = [Interval(start: 0.25, end: 0.75), Interval(start: 1, end: 1.5)]
    let (changed, put) = withHesitations(
      samples, speech: speech, sampleRate: 16_000, pitch: 120, seconds: 0.5, isNasal: false)
    // After the first a gap of 0.2 s on both sides, after the second one behind it alone.
    #expect(put == [Interval(start: 0.95, end: 1.45), Interval(start: 2.4, end: 2.9)])
    #expect(changed.count == samples.count + 2 * 8_000 + 3 * 3_200)
    #expect(changed[..<12_000] == samples[..<12_000] && changed.suffix(8_000) == samples.suffix(8_000))
  }
}
