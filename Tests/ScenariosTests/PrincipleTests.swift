import Testing

@testable import Scenarios

@Suite struct PrincipleTests {
  private func scenario(_ principles: [String]) -> Scenario {
    Scenario(
      id: "a-story", title: "A story", principle: "Ownership", question: "Which?", overview: "Much happened.",
      keyTakeaways: [], steps: [:], probes: [],
      weakAnswer: WeakAnswer(text: "Well.", redFlags: [], interviewerThinks: "No."), knowledgeChecks: [],
      otherPrinciples: principles.map { OtherPrinciple(principle: $0, lead: "a", emphasise: "b", playDown: "c") },
      levels: [:])
  }

  @Test(arguments: ["Dive Deep", "dive deep", "DIVE", "di"])
  func `a principle is found by its name or its beginning, in any case`(name: String) throws {
    #expect(try scenario(["Deliver Results", "Dive Deep"]).telling(for: name).principle == "Dive Deep")
  }

  @Test func `a whole name goes before a longer one that begins with it`() throws {
    #expect(try scenario(["Earn Trust Early", "Earn Trust"]).telling(for: "earn trust").principle == "Earn Trust")
  }

  @Test func `an unknown principle is told with those there are`() {
    let error = #expect(throws: PrincipleError.self) {
      try scenario(["Deliver Results", "Dive Deep", "Ownership"]).telling(for: "Frugality\u{1B}[2J")
    }
    #expect(
      error?.description == "a-story does not tell its story for 'Frugality [2J' as another principle; "
        + "name one of 'Deliver Results', 'Dive Deep' or 'Ownership'.")
  }

  @Test(arguments: ["d", ""])
  func `the beginning of several is told with these`(name: String) {
    let error = #expect(throws: PrincipleError.self) {
      try scenario(["Deliver Results", "Dive Deep"]).telling(for: name)
    }
    #expect(error?.description == "'\(name)' could be 'Deliver Results' or 'Dive Deep'; write more of it.")
  }
}
