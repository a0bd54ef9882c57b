import Interview
import Scenarios
import SpeechTiming
import Testing
import Transcripts

/// What the words of a session's takes add to what was measured.
@Suite struct SessionWordsTests {
  private func transcript(_ text: String, isAccepted: Bool = true) -> Transcript {
    Transcript(
      words: text.split(separator: " ").map { .init(String($0)) }, provenance: .init(format: .plain, file: "words.txt"),
      isAccepted: isAccepted)
  }

  private func session(_ texts: [Step: String] = [:], isAccepted: Bool = true) -> Session {
    var session = Session(scenario: "owned-failure", level: .sde2, started: nil, seed: 1)
    for (step, timing) in answers() {
      session.keep(
        Take(
          subject: .step(step), file: "x.wav", timing: timing,
          transcript: texts[step].map { transcript($0, isAccepted: isAccepted) }))
    }
    return session
  }

  @Test func `only an accepted transcript counts`() throws {
    let scenario = try shipped("owned-failure")
    let words = [Step.task: "My manager asked me to look into it."]
    let found = session(words).observed(in: scenario).evidence
    #expect(found.contains { $0.finding == .disqualifier && $0.source == .transcript && $0.quote != nil })
    #expect(session(words, isAccepted: false).observed(in: scenario).evidence == [])
  }

  @Test func `words decide where the candidate says no, and leave a yes that they do not show open`() throws {
    let scenario = try shipped("owned-failure")
    let boundary = Point(step: .task, finding: .noBoundary)
    var said = session([.task: "The service was not my team's, and nobody had asked me."])
    said.keep(SelfCheck(boundary, wasSaid: false))
    #expect(!said.observed(in: scenario).evidence.contains { $0.finding == .noBoundary })
    #expect(!said.observed(in: scenario).covered.contains(boundary))

    var unsaid = session([.task: "I started to look into the failures."])
    unsaid.keep(SelfCheck(boundary, wasSaid: true))
    #expect(!unsaid.observed(in: scenario).evidence.contains { $0.finding == .noBoundary })
    #expect(!unsaid.observed(in: scenario).covered.contains(boundary))
  }

  @Test func `the candidate's own word stands where there are no words`() throws {
    let scenario = try shipped("owned-failure")
    var session = session()
    session.keep(SelfCheck(Point(step: .result, finding: .noMetric), wasSaid: false))
    session.keep(SelfCheck(Point(step: .result, finding: .noBusinessValue), wasSaid: true))
    let observed = session.observed(in: scenario)
    #expect(observed.evidence.map(\.words) == ["By your own word, Result named no change of a metric"])
    // Money is a number.
    #expect(observed.covered.map(\.finding).sorted { $0.rawValue < $1.rawValue } == [.noBusinessValue, .noNumber])
  }

  @Test func `a later answer to a question takes the place of the earlier`() {
    var session = session()
    let point = Point(step: .result, finding: .noMetric)
    session.keep(SelfCheck(point, wasSaid: false))
    session.keep(SelfCheck(point, wasSaid: true))
    #expect(session.selfChecks == [SelfCheck(point, wasSaid: true)])
  }

  @Test func `a number is asked for where the words of a probe's answer hold none`() {
    var session = session()
    session.probes = [ChosenProbe(id: "measured-impact", reasons: ["."])]
    for (text, question) in [
      ("It worked and everybody saw it.", "Can you put a number on that?"), ("It fell by forty percent.", nil),
    ] {
      session.keep(
        Take(
          subject: .probe("measured-impact"), file: "6.wav", timing: built(answer: 40), transcript: transcript(text)))
      #expect(session.followUp(after: "measured-impact")?.question == question)
    }
  }
}
