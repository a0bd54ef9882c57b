import Reports
import Scenarios
import Testing

@testable import Rehearsal

@Suite struct KnowledgeRoundTests {
  private func round() throws -> KnowledgeRound { KnowledgeRound(of: try shippedScenario("owned-failure")) }

  private func text(_ page: Page) -> String {
    page.lines(Style(width: 80, isColoured: false)).joined(separator: "\n")
  }

  @Test func `a check asks, and does not tell`() throws {
    #expect(
      text(try round().page(of: 1)) == """
        Check 2: What disqualifies an answer for this principle?
          1 Saying that the service was not yours
          2 Saying "my manager suggested I look into this"
          3 Saying that you spoke with their engineers before you opened the pull
            request
          4 Saying that finance helped you with the number
        """)
  }

  @Test func `a wrong answer is told in words, with the right one and why`() throws {
    var round = try round()
    _ = round.answer(1, with: 3)
    #expect(
      text(round.page(of: 1)) == """
        Check 2: What disqualifies an answer for this principle?
          1 Saying that the service was not yours
        ✓ 2 Saying "my manager suggested I look into this"
          3 Saying that you spoke with their engineers before you opened the pull
            request
        ✗ 4 Saying that finance helped you with the number

        Wrong: 4 was your answer, 2 is right.
          It tells the interviewer that the work was assigned. Ownership has to be
          self-initiated.
        """)
  }

  @Test func `a right answer is told in words, with why`() throws {
    var round = try round()
    _ = round.answer(1, with: 1)
    #expect(text(round.page(of: 1)).contains("\n\nRight.\n  It tells the interviewer"))
  }

  @Test func `the first answer counts, and one that does not exist does not`() throws {
    var round = try round()
    let counts = [4, 2, 0].map { round.answer(0, with: $0) }
    #expect(counts == [false, true, false])
    #expect(round.answers == [2, nil, nil])
  }

  @Test func `the score names what was wrong or left open`() throws {
    var round = try round()
    _ = round.answer(0, with: 0)
    _ = round.answer(1, with: 0)
    #expect(
      text(round.scorePage) == """
        1 of 3 right, 1 left open

        To look at again:
          2 What disqualifies an answer for this principle?
          3 Which result statement meets the bar?
        """)
  }

  @Test func `nothing is left to look at where all was right`() throws {
    var round = try round()
    for (index, check) in round.checks.enumerated() { _ = round.answer(index, with: check.right) }
    #expect(text(round.scorePage) == "3 of 3 right")
  }
}
