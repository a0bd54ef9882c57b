import Testing

@testable import Transcripts

@Suite struct SoundsTests {
  @Test(arguments: [
    "[BLANK_AUDIO]", "[ Silence ]", "(music)", "(upbeat music).", "( music )", "*coughs*", "♪", "♪♪ ♪", "- ", "...",
    "[inaudible]", "<unk>", "[speaking in foreign language]", "(laughs) [door slams]",
  ])
  func `a sound is no word`(text: String) {
    #expect(words(text).isEmpty)
  }

  @Test(arguments: [
    "it (the queue) fell", "(I think) so (maybe)", "[not closed", "service(s)", "5 % + $3 & 2 €", "x*y", "*", "É",
    "((a))",
    "(one two three four five six seven eight nine ten eleven twelve thirteen)",
  ])
  func `what may have been said stays`(text: String) {
    #expect(words(text) == text.split(separator: " ").map(String.init).filter { $0 != "*" })
  }

  @Test func `words around a sound stay, and have the times only where they are at the ends`() {
    let utterance = Utterance(
      runs: [.init(text: Array("[door slams] we left - [laughs] early -".utf8), start: 1, end: 2)], place: "")
    #expect(utterance.words == [.init("we"), .init("left"), .init("early", end: 2)])
  }

  private func words(_ text: String) -> [String] {
    Utterance(runs: [.init(text: Array(text.utf8))], place: "").words.map(\.text)
  }
}
