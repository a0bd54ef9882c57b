import Interview
import SpeechTiming
import Testing

@Suite struct FollowUpTests {
  @Test func `an answer that took its time can stand`() {
    for seconds in [22.5, 45, 100] { #expect(followUp(to: built(answer: seconds)) == nil) }
  }

  @Test func `a far too short answer is asked about one level deeper`() {
    let deeper = followUp(to: built(answer: 9))
    #expect(deeper?.question == "Can you go one level deeper, with one concrete example?")
    #expect(deeper?.reason == "The answer took 9 s of 45.")
  }

  @Test func `silence is met with time, and with nothing that only a question about deeds could ask`() {
    let begin = followUp(to: built(answer: 0))
    #expect(begin?.question == "Take your time. What comes to mind first?")
    #expect(begin?.reason == "No answer was heard.")
  }

  @Test func `a number is asked for only where words show that there is none`() {
    #expect(followUp(to: built(answer: 40), hasNumber: false)?.question == "Can you put a number on that?")
    #expect(followUp(to: built(answer: 40), hasNumber: true) == nil)
    #expect(followUp(to: built(answer: 40), hasNumber: nil) == nil)
    #expect(followUp(to: built(answer: 9), hasNumber: false)?.question.contains("deeper") == true)
  }

  @Test func `a recording that cannot be trusted calls for nothing`() {
    var noisy = built(answer: 9)
    noisy.level = TakeLevel(speech: -50, noiseFloor: -52, peak: -40, clippedSamples: 0)
    #expect(!noisy.isTrusted)
    #expect(followUp(to: noisy) == nil)
  }
}
