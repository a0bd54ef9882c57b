import Testing

@testable import Content

@Suite struct NumbersTests {
  @Test(arguments: [
    ("zero point three percent", 0.3, Number.Unit.percent), (".3 percent", 0.3, .percent), ("0.3%", 0.3, .percent),
    ("point two five percentage points", 0.25, .percent), ("eight thousand dollars", 8000, .money),
    ("$8K", 8000, .money),
    ("8 grand", 8000, .money), ("£2.5m", 2.5e6, .money), ("two million euros", 2e6, .money), ("8k", 8000, .none),
    ("a hundred and twenty", 120, .none), ("twenty-five", 25, .none), ("two thousand three hundred", 2300, .none),
    ("half a million", 5e5, .none), ("two dozen", 24, .none), ("12,000", 12_000, .none), ("3x", 3, .times),
    ("one percent", 1, .percent), ("one hundred", 100, .none), ("two thirds", 2.0 / 3, .none),
    ("three quarters", 0.75, .none),
  ]) func `a number has one value and one unit`(words: String, value: Double, unit: Number.Unit) {
    let tokens = Utterance(words: words).tokens
    #expect(tokens.count == 1)
    #expect(tokens.first?.number.map { $0.agrees(with: Number(value: value, unit: unit)) && $0.unit == unit } == true)
  }

  @Test(arguments: ["seven thousand a week", "8K per week", "12,000 monthly"])
  func `a sum over time of nothing that is named is money`(words: String) {
    #expect(Utterance(words: words).tokens.compactMap(\.number).map(\.unit) == [.money])
  }

  @Test(arguments: ["forty a week", "eight thousand webhooks a week", "two quarters"])
  func `what is counted by name, small numbers and quarters of a year are no money and no fraction`(words: String) {
    #expect(Utterance(words: words).tokens.compactMap(\.number).allSatisfy { $0.unit == .none && $0.value >= 2 })
  }

  @Test(arguments: ["one of them", "Q3", "in 2023", "version 2", "We chose Java 17", "the first", "p99", "a point"])
  func `what names something is no number`(words: String) {
    #expect(Utterance(words: words).tokens.allSatisfy { $0.number == nil })
  }

  @Test(arguments: ["two weeks later", "within 3 days", "for six months"]) func `a span of time measures nothing`(
    words: String
  ) {
    #expect(Utterance(words: words).tokens.compactMap(\.number).map(\.isSpan) == [true])
  }

  @Test func `numbers side by side stay apart`() {
    #expect(Utterance(words: "two three").tokens.compactMap(\.number?.value) == [2, 3])
    #expect(Utterance(words: "I saw two. Three fell.").tokens.compactMap(\.number?.value) == [2, 3])
  }

  @Test(arguments: ["weekly", "a week", "per week", "each week", "every week"]) func `a week is weekly`(words: String) {
    #expect(Utterance(words: words).tokens.map(\.text) == ["weekly"])
  }

  @Test(arguments: ["in a week", "a week ago", "for a week"]) func `a span of a week is not weekly`(words: String) {
    #expect(!Utterance(words: words).tokens.contains { $0.text == "weekly" })
  }
}
