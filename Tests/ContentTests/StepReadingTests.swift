import Evaluation
import Testing
import Transcripts

@testable import Content
@testable import Scenarios

@Suite struct StepReadingTests {
  @Test func `steps come in their order, and only those with a transcript`() throws {
    let scenario = try #require(shippedScenarios["owned-failure"])
    let answers: [Step: Transcript] = [.result: transcript(of: "It fell."), .situation: transcript(of: "It broke.")]
    #expect(content(of: answers, scenario: scenario, level: .sde2).map(\.step) == [.situation, .result])
    #expect(content(of: [:], scenario: scenario, level: .sde2) == [])
  }

  @Test(arguments: ["", "…", "-"]) func `where no word was recognised nothing is held against the candidate`(
    words: String
  ) {
    let content = reading(words, of: .result)
    #expect(content?.findings == [] && content?.covered == [:] && content?.cues.count == 3)
  }

  @Test func `findings stand in the order of the findings`() {
    let kinds = reading("We were told to fix it, and the team was happy.", of: .result)?.findings.map(\.finding)
    #expect(kinds == [.noNumber, .noMetric, .noBusinessValue, .noSecondOrder, .fewCues, .redFlag, .disqualifier])
  }

  @Test func `an absence is worded as not found`() {
    let findings = reading("It is fine now.", of: .result)?.findings ?? []
    #expect(findings.first?.words == "A number was not found in Result")
    #expect(findings.allSatisfy { !$0.words.contains("you did not") && !$0.words.hasSuffix(".") && $0.quote == nil })
  }

  @Test(arguments: [
    (Step.situation, Finding.noImpact, "A florist rang. That is how it began."),
    (.task, .noBoundary, "The buses are the school's thing."), (.action, .noFollowThrough, "I counted again later."),
    (.result, .noMetric, "Eleven of them, after a hundred and four."),
    (.result, .noSecondOrder, "The other six are next."),
  ]) func `what may be there in other words is neither covered nor called absent`(
    step: Step, finding: Finding, words: String
  ) {
    let content = reading(words, of: step)
    #expect(content?.kinds.contains(finding) == false && content?.covered[finding] == nil)
    #expect(reading("It went well.", of: step)?.kinds.contains(finding) == true)
  }

  @Test func `who was sent has no boundary, whatever may hint at one`() {
    let kinds = reading("The matron asked me to check the rota of the other ward.", of: .task)?.kinds
    #expect(kinds == [.noBoundary, .disqualifier])
  }

  @Test func `a lesson of virtues alone is generic, and one of rare words the candidate's own`() {
    #expect(reading("I learned to be a good listener.", of: .reflection)?.kinds == [.generic])
    #expect(reading("Communicate, communicate, communicate.", of: .reflection)?.kinds == [.generic])
    let own = reading("A green dashboard hides the arrow that points to nothing.", of: .reflection)
    #expect(own?.kinds == [] && own?.covered[.generic] != nil)
  }

  @Test func `a no-show denies nothing`() {
    #expect(
      reading("No-shows dropped by two thirds.", of: .result)?.covered[.noMetric]?.words == "dropped by two thirds")
  }

  @Test func `a quote has the words as they stand and the time of the first`() {
    let content = reading("well / It cost us, roughly, $8K, weekly.", of: .situation)
    #expect(content?.covered[.noImpact]?.words == "cost us, roughly, $8K")
    let place = content?.covered[.noImpact]?.place ?? 0
    #expect(abs(place - 1.7) < 1e-9)
    #expect(reading("It cost us $8K.", of: .situation)?.covered[.noImpact] == Quote(words: "cost us $8K", place: nil))
  }

  @Test func `where only a stretch of words is timed, a quote has the time at which the stretch begins`() throws {
    let scenario = try #require(shippedScenarios["owned-failure"])
    // As whisper.cpp writes segments and SubRip cues: the first word has the start, the last the end.
    let texts = ["I", "wrote", "it.", "I", "escalated", "it."]
    let times: [(Double?, Double?)] = [(0.5, nil), (nil, nil), (nil, 2), (2.5, nil), (nil, nil), (nil, 4)]
    let words = zip(texts, times).map { Transcript.Word($0, start: $1.0, end: $1.1) }
    let answer = Transcript(words: words, provenance: .init(format: .subRip, file: "action.srt"), isAccepted: true)
    let found = content(of: [.action: answer], scenario: scenario, level: .sde2).first
    #expect(found?.cues.first { $0.phrase == "I wrote" }?.quote?.place == 0.5)
    #expect(found?.findings.first { $0.finding == .redFlag }?.quote == Quote(words: "I escalated it", place: 2.5))
  }

  @Test func `a boundary in Situation serves Task, without a place in Task's take`() {
    let content = reading("I wanted to end it.", of: .task, situation: "hm / It was not my team.")
    #expect(content?.kinds == [] && content?.covered[.noBoundary] == Quote(words: "not my team", place: nil))
    #expect(reading("I wanted to end it.", of: .task, situation: "It was slow.")?.kinds == [.noBoundary])
  }

  @Test func `a systemic cause is asked of seniors alone`() {
    let words = "I learned to reproduce a timeout in the retry logic."
    #expect(reading(words, of: .reflection)?.kinds == [])
    #expect(reading(words, of: .reflection, level: .sde1)?.kinds == [])
    #expect(reading(words, of: .reflection, level: .senior)?.kinds == [.noSystemicCause])
  }

  @Test func `few cues are found where the example has more`() {
    let few = reading("I went home.", of: .action)?.findings.first { $0.finding == .fewCues }
    #expect(few?.strength == 1 && few?.words == "None of the 9 cue phrases was found in Action")
    #expect(
      reading("I pulled it. I wrote it. I added it.", of: .action)?.findings.contains { $0.finding == .fewCues }
        == false)
    // At SDE 2 the example reflection has none of the cues, which are a senior's.
    let words = "I learned to reproduce a timeout."
    #expect(reading(words, of: .reflection)?.findings.contains { $0.finding == .fewCues } == false)
    #expect(reading(words, of: .reflection, level: .senior)?.findings.contains { $0.finding == .fewCues } == true)
  }

  @Test func `a check of the scenario is looked for in its step, at its level`() throws {
    var scenario = try #require(shippedScenarios["owned-failure"])
    scenario.steps[.situation]?.checks = [
      StepCheck(finding: .noNumber, question: "Did you say a number?", level: .senior),
      StepCheck(finding: .noBoundary, question: "Did you say whose it was?", level: nil),
    ]
    #expect(
      reading("Customers left.", of: .situation, in: scenario, level: .senior)?.kinds == [.noBoundary, .noNumber])
    #expect(reading("Customers left.", of: .situation, in: scenario)?.kinds == [.noBoundary])
    #expect(reading("Customers left.", of: .situation)?.kinds == [])
  }

  @Test func `red flags that name an absence match no words, and what a flag quotes does`() throws {
    var scenario = try #require(shippedScenarios["owned-failure"])
    scenario.weakAnswer.redFlags = [
      RedFlag(flag: "No number, and no business value", why: ""),
      RedFlag(flag: "Says \"we got lucky\" at the end", why: ""),
    ]
    #expect(
      reading("I had no number and no business value. We got lucky.", of: .task, in: scenario)?.kinds == [
        .noBoundary, .redFlag,
      ])
  }

  @Test func `a story of another trade is measured by its own words`() throws {
    var scenario = try #require(shippedScenarios["owned-failure"])
    for step in Step.allCases {
      scenario.steps[step]?.example = "The kiln was too hot, so the glaze of the kiln cracked."
    }
    scenario.probes = []
    scenario.overview = "A potter and her glaze."
    for level in Level.allCases { scenario.levels[level]?.reflection = "I learned to fire the kiln slowly." }
    #expect(
      reading("I learned that patience is key, for the glaze cracks.", of: .reflection, in: scenario)?.kinds == [])
    #expect(reading("I learned that patience is key.", of: .reflection, in: scenario)?.kinds == [.generic])
    #expect(
      reading("I learned that patience is key for webhooks.", of: .reflection, in: scenario, situation: "Pots broke.")?
        .kinds
        == [.generic])
  }
}
