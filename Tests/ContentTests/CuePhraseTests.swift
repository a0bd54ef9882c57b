import Content
import Scenarios
import Testing

@Suite struct CuePhraseTests {
  /// What is quoted for a cue of owned-failure, or of pushed-back where that has it.
  private func quote(of cue: String, in words: String) -> String? {
    for scenario in [shippedScenarios["owned-failure"], shippedScenarios["pushed-back"]] {
      for step in Step.allCases where scenario?.steps[step]?.cues.contains(cue) == true {
        return reading(words, of: step, in: scenario)?.cues.first { $0.phrase == cue }?.quote?.words
      }
    }
    return nil
  }

  @Test(arguments: [
    ("I traced", "So I've been tracing it.", "I've been tracing"),
    ("I pulled", "I actually pull the logs.", "I actually pull"),
    ("I traced", "I pulled the logs, then traced them.", "traced"),
    ("I wrote", "I had written it.", "I had written"),
    ("nobody had asked", "Nobody had actually asked me.", "Nobody had actually asked"),
    ("nobody had asked", "No one asked.", "No one asked"),
    ("not mine", "It wasn’t mine.", "wasn’t mine"),
    ("not my team", "that isnt my team", "isnt my team"),
    ("no ticket", "There wasn't even a ticket.", "wasn't even a ticket"),
    ("take ownership", "I took ownership.", "took ownership"),
    ("organizational gap", "An organisational gap!", "organisational gap"),
    ("zero shared visibility", "We had 0 shared visibility.", "0 shared visibility"),
    ("shared webhook reliability SLO", "a shared reliability SLO for webhooks", "shared reliability SLO for webhooks"),
  ]) func `a cue is found in another form`(cue: String, words: String, quoted: String) {
    #expect(quote(of: cue, in: words) == quoted)
  }

  @Test(arguments: [
    "from 0.3% to zero", "from point three percent to 0", "from zero point three percent to zero", "from .3% to 0%",
    "from 0.3 per cent down to zero", "down to zero from 0.3 percent",
  ]) func `a number is the same in words and in digits`(words: String) {
    #expect(quote(of: "0.3% to zero", in: words) != nil)
  }

  @Test(arguments: [
    "$8K weekly recovered", "$8,000 per week recovered", "we recovered eight thousand dollars a week",
    "8k per week were recovered", "eight grand recovered every week", "8 thousand dollars recovered each week",
  ]) func `a sum of money is the same however it is said`(words: String) {
    #expect(quote(of: "$8,000 per week recovered", in: words) != nil)
  }

  @Test(arguments: [
    ("I traced", "I did not trace it."), ("I traced", "I could have traced it."), ("I traced", "We traced it."),
    ("I traced", "If I traced it, nobody would care."), ("I traced", "They pulled the logs and traced them."),
    ("I wrote", "Some would say “I wrote it myself”."), ("take ownership", "I didn't take ownership."),
    ("0.3% to zero", "from 0.4% to zero"), ("0.3% to zero", "from 0.3% to 0.1%"),
    ("$8,000 per week recovered", "$9,000 recovered per week"),
    ("$8,000 per week recovered", "$8,000 recovered a month"),
    ("adopted my pattern", "Nobody adopted my pattern."), ("not my team", "It was my team."),
    ("no ticket", "There was a ticket."),
  ]) func `what was not said, or not meant, is no cue`(cue: String, words: String) {
    #expect(quote(of: cue, in: words) == nil)
  }

  @Test func `cues stand in the scenario's order, with the time of the first word`() {
    let content = reading("no ticket / and I noticed it", of: .situation)
    #expect(content?.cues.map(\.phrase) == ["I noticed", "not my team", "no ticket", "nobody had asked"])
    #expect(content?.cues[2].quote?.place == 0)
    let second = content?.cues[0].quote?.place ?? 0
    #expect(abs(second - 2.05) < 1e-9)
  }
}
