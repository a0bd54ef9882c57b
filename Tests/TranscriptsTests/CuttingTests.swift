import Testing
import Transcripts

@Suite struct CuttingTests {
  @Test func `a word belongs where it begins, and times count from the cut`() {
    let cut = timed([("a", 0, 1), ("b", 1.5, 2.5), ("c", 2, 3), ("d", 3, 4)]).cut(from: 1.5, to: 2.5)
    #expect(cut?.shown == ["b 0.0 1.0", "c 0.5 1.0"])
    #expect(cut?.provenance.file == "whole.json")
  }

  @Test func `parts side by side have each word once`() {
    let whole = timed([("a", 0, nil), ("bb", nil, nil), ("cc", nil, nil), ("d", nil, 4), ("e", nil, nil)])
    let parts = [(0.0, 1.2), (1.2, 2.0), (2.0, 9.0)].compactMap { whole.cut(from: $0, to: $1) }
    #expect(parts.flatMap(\.words).map(\.text) == ["a", "bb", "cc", "d", "e"])
  }

  @Test func `a word without times is placed by its share of the letters around it, and gets none`() {
    // Six letters from 0 to 6 s: "bb" begins at 2 s, "cc" at 4 s.
    let whole = timed([("aa", 0, nil), ("bb", nil, nil), ("cc", nil, 6)])
    #expect(whole.cut(from: 0, to: 4)?.shown == ["aa 0.0 -", "bb - -"])
    #expect(whole.cut(from: 4, to: 6)?.shown == ["cc - 2.0"])
    #expect(whole.cut(from: 2, to: 4)?.shown == ["bb - -"])
  }

  @Test func `words before the first time and after the last belong with these`() {
    let whole = timed([("a", nil, nil), ("b", 2, 3), ("c", nil, nil)])
    #expect(whole.cut(from: 2, to: 3)?.text == "a b")
    #expect(whole.cut(from: 3, to: 4)?.text == "c")
  }

  @Test func `without times nothing can be cut`() {
    #expect(timed([("a", nil, nil)]).cut(from: 0, to: 1) == nil)
    #expect(timed([]).cut(from: 0, to: 1) == nil)
  }

  private func timed(_ words: [(String, Double?, Double?)]) -> Transcript {
    Transcript(
      words: words.map { .init($0.0, start: $0.1, end: $0.2) },
      provenance: .init(format: .whisper, file: "whole.json"))
  }
}
