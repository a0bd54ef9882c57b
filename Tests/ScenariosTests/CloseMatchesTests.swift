import Testing

@testable import Scenarios

@Suite struct CloseMatchesTests {
  @Test(arguments: [
    ("", "", 0), ("", "abc", 3), ("abc", "", 3), ("task", "task", 0), ("task", "tusk", 1),
    ("task", "taks", 1),
    ("failure", "falure", 1), ("kitten", "sitting", 3),
  ])
  func `the distance counts single edits and swaps`(first: String, second: String, edits: Int) {
    #expect(editDistance(first, second) == edits)
    #expect(editDistance(second, first) == edits)
  }

  @Test func `the closest word comes first`() {
    #expect(closeMatches(to: "wrong-cal", in: ["wrong-wall", "wrong-call"]) == ["wrong-call", "wrong-wall"])
  }

  @Test func `the beginning of a word is close to it`() {
    #expect(closeMatches(to: "own", in: ["owned-failure", "kept-commitment"]) == ["owned-failure"])
  }

  @Test func `a word unlike all others has no match`() {
    #expect(closeMatches(to: "xyz", in: ["owned-failure", "wrong-call"]).isEmpty)
    #expect(closeMatches(to: "", in: ["owned-failure"]).isEmpty)
    #expect(closeMatches(to: "word", in: []).isEmpty)
  }
}
