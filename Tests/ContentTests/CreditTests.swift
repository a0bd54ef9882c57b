import Content
import Scenarios
import Testing

@Suite struct CreditTests {
  @Test(arguments: [
    ("We figured out the root cause.", 0, 1), ("I figured out the root cause.", 1, 0),
    ("I met their lead and we agreed on a window.", 1, 0), ("I pulled the logs and we figured it out.", 0, 1),
    ("I answered at night, because we work in different time zones.", 1, 0),
    ("We had four suspects, so I tested them.", 1, 0),
    ("We use the same tool.", 0, 0), ("I think we fixed it.", 0, 1), ("In the end we fixed it.", 0, 1),
    ("The fix that we made held.", 0, 0), ("They fixed it.", 0, 0), ("He said \"we fixed it\".", 0, 0),
    ("We did not fix it.", 0, 0), ("We could have fixed it.", 0, 0), ("I've traced it. We all looked at it.", 1, 1),
    ("Um, we just fixed it.", 0, 1), ("We argued for an hour.", 0, 0), ("We agreed, and I wrote it.", 1, 0),
  ]) func `each sentence is told as I, as we, or as neither`(words: String, asI: Int, asWe: Int) {
    let content = reading(words, of: .action)
    #expect(content?.sentencesAsI == asI && content?.sentencesAsWe == asWe)
  }

  @Test func `the strength is the share of we, and the quote is the first of them`() {
    let content = reading("I pulled the logs. We fixed it. I tested it. We shipped it.", of: .action)
    let shared = content?.findings.first { $0.finding == .sharedCredit }
    #expect(shared?.strength == 0.5 && shared?.quote?.words == "We fixed it")
    #expect(shared?.words == "2 of 4 sentences in Action are told as “we”")
    #expect(content?.covered[.sharedCredit] == nil)
  }

  @Test func `without punctuation a clause begins at I, at we behind a conjunction, and at a long silence`() {
    #expect(reading("i pulled the logs i traced them and we fixed it", of: .action)?.sentencesAsI == 2)
    #expect(reading("i pulled the logs i traced them and we fixed it", of: .action)?.sentencesAsWe == 1)
    #expect(reading("i pulled the logs / we fixed it / we tested it", of: .action)?.sentencesAsWe == 2)
    #expect(reading("i pulled the logs of the fix we made", of: .action)?.sentencesAsWe == 0)
  }
}
