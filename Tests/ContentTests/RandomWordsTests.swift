import Content
import Evaluation
import Scenarios
import Testing
import Transcripts

@Suite struct RandomWordsTests {
  /// Words at which the rules look twice, in any order that a candidate or a recogniser may bring them.
  private static let words = """
    I we they not never would have if had “ ” " ' 's n't - — / … . , $ % $8k .3% 0.3 zero point half a hundred grand percent
    times week per each every no one nobody said my manager told me to asked assigned team service another sent them Slack
    message escalated it like kind of sort you know um 2023 in version 2 ½ é 999999999999999999999999999999 I'd've 3x
    """.split(whereSeparator: \.isWhitespace).map(String.init)

  @Test(arguments: 0..<20) func `any words are read, and every quote stands in them`(seed: Int) throws {
    var state = UInt64(seed) &+ 1
    let text = (0..<200).map { _ in
      // Knuth's MMIX linear congruential generator.
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Self.words[Int(state >> 33) % Self.words.count]
    }.joined(separator: " ")
    let said = transcript(of: text).words.map(\.text).joined(separator: " ")
    for step in Step.allCases {
      let content = try #require(reading(text, of: step, level: .senior))
      let quotes =
        content.cues.compactMap(\.quote) + content.covered.values + content.findings.compactMap(\.quote)
        + content.fillers + content.hedges
      #expect(quotes.allSatisfy { !$0.words.isEmpty && said.contains($0.words) })
    }
  }
}
