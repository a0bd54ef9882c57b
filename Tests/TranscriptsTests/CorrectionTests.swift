import Acoustics
import Testing

@testable import Transcripts

@Suite struct CorrectionTests {
  private let heard = Transcript(
    words: [
      .init("I", start: 0, end: 1), .init("noticed", start: 1, end: 2), .init("the", start: 2, end: 3),
      .init("cash", start: 3, end: 4), .init("miss.", start: 4, end: 5), .init("It", start: 5, end: 6),
    ], provenance: .init(format: .whisper, file: "1-situation.json"))

  @Test func `the text to edit comes back as it was, and then nothing is corrected`() {
    #expect(heard.corrected(by: heard.plainText) == heard)
  }

  @Test func `the text to edit says what it is, and its lines are short`() {
    var long = heard
    long.words = (0..<100).map { .init("word\($0)") } + [.init(String(repeating: "x", count: 100)), .init("#")]
    let lines = long.plainText.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[0] == "# Heard in 1-situation.json. Correct what was misheard; leave what you said as you said it.")
    #expect(lines[2].isEmpty)
    #expect(lines.dropFirst(3).allSatisfy { $0.count <= 72 || !$0.contains(" ") })
    #expect(long.corrected(by: long.plainText).words.count == 101)
  }

  @Test func `a word in place of another has its times`() {
    let corrected = heard.corrected(by: "I noticed the cache miss. It")
    #expect(corrected.shown[3] == "cache 3.0 4.0")
    #expect(corrected.shown[4] == "miss. 4.0 5.0")
    #expect(corrected.provenance.isCorrected)
    #expect(corrected.provenance.model == heard.provenance.model)
  }

  @Test func `case and punctuation change nothing about the times`() {
    #expect(heard.corrected(by: "i noticed the cash-miss it").shown.first == "i 0.0 1.0")
    #expect(
      heard.corrected(by: "I, noticed. The cash miss – it!").shown == [
        "I, 0.0 1.0", "noticed. 1.0 2.0", "The 2.0 3.0", "cash 3.0 4.0", "miss 4.0 5.0", "it! 5.0 6.0",
      ])
  }

  @Test func `other numbers of words share the span of what they replace`() {
    #expect(
      heard.corrected(by: "I noticed that our cache missed. It").shown == [
        "I 0.0 1.0", "noticed 1.0 2.0", "that 2.0 -", "our - -", "cache - -", "missed. - 5.0", "It 5.0 6.0",
      ])
    #expect(heard.corrected(by: "I noticed thecachemiss. It").shown[2] == "thecachemiss. 2.0 5.0")
  }

  @Test func `a word put in has no times, a word taken out is gone`() {
    #expect(
      heard.corrected(by: "Well I noticed the miss. It").shown == [
        "Well - -", "I 0.0 1.0", "noticed 1.0 2.0", "the 2.0 3.0", "miss. 4.0 5.0", "It 5.0 6.0",
      ])
    #expect(heard.corrected(by: "").words.isEmpty)
    #expect(heard.corrected(by: "").provenance.isCorrected)
  }

  @Test(arguments: 1...50 as ClosedRange<UInt64>)
  func `the words are those of the edited text, and the times never fall`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var whole = heard
    whole.words = (0..<60).map {
      .init("w\(Int.random(in: 0..<20, using: &random))", start: Double($0), end: Double($0) + 1)
    }
    var edited = whole.words.map(\.text)
    for _ in 0..<Int.random(in: 0...40, using: &random) {
      let place = Int.random(in: edited.indices, using: &random)
      switch Int.random(in: 0..<3, using: &random) {
      case 0: edited[place] = "x\(place)"
      case 1: edited.insert("y", at: place)
      default: edited.remove(at: place)
      }
      if edited.isEmpty { edited = ["z"] }
    }
    let corrected = whole.corrected(by: edited.joined(separator: "\n"))
    #expect(corrected.words.map(\.text) == edited)
    let starts = corrected.words.compactMap(\.start)
    #expect(starts == starts.sorted())
  }

  @Test(arguments: 1...50 as ClosedRange<UInt64>)
  func `the common words are as many as can be`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let first = (0..<9).map { _ in "\(Int.random(in: 0..<4, using: &random))" }
    let second = (0..<8).map { _ in "\(Int.random(in: 0..<4, using: &random))" }
    let pairs = commonWords(first, second)
    #expect(pairs.allSatisfy { first[$0.0] == second[$0.1] })
    #expect(zip(pairs, pairs.dropFirst()).allSatisfy { $0.0 < $1.0 && $0.1 < $1.1 })
    // Every choice of words of the first list, tried against the second.
    let most = (0..<(1 << first.count)).map { choice -> Int in
      var rest = second[...]
      var count = 0
      for (place, word) in first.enumerated() where choice & (1 << place) != 0 {
        guard let found = rest.firstIndex(of: word) else { return 0 }
        rest = second[(found + 1)...]
        count += 1
      }
      return count
    }.max()
    #expect(pairs.count == most)
  }

  @Test func `texts too long to compare keep what is the same at both ends`() {
    let common = ["a", "b"]
    let first = common + Array(repeating: "x", count: 6_000) + common
    let second = common + Array(repeating: "y", count: 5_000) + common
    #expect(commonWords(first, second).map(\.1) == [0, 1, 5_002, 5_003])
  }
}
