import Interview
import Reports
import Scenarios
import Testing

@testable import Rehearsal

@Suite struct StudyPagesTests {
  private func pages(level: Level? = nil, principle: String? = nil) throws -> [Page] {
    let scenario = try shippedScenario("owned-failure")
    return scenario.studyPages(at: level, for: try principle.map { try scenario.telling(for: $0) })
  }

  private func text(_ page: Page?) throws -> String {
    try #require(page).lines(Style(width: 80, isColoured: false)).joined(separator: "\n")
  }

  @Test func `the pages come in the order in which the story is learned`() throws {
    #expect(
      try pages().map(\.place) == [
        "Question", "Situation", "Task", "Action", "Result", "Reflection", "Probe 1 of 4", "Probe 2 of 4",
        "Probe 3 of 4", "Probe 4 of 4", "Weak answer", "Other principles", "Levels",
      ])
  }

  @Test func `a step has its target and limit, example, cues, coaching and mistake`() throws {
    #expect(
      try text(pages().first { $0.place == "Task" }) == """
        2 Task, 0:20
          Past 0:30 the interviewer has stopped listening.

          Example at SDE 2: “The service was not mine, there was no ticket, and nobody
          had asked me to step in. I decided to take ownership anyway, because merchants
          were being hurt and no one was on it. My goal was to find the root cause, get
          a fix into production with its owners, and prove that the losses had stopped.”

          Cue phrases: not mine · no ticket · nobody had asked · take ownership

          Coaching: Say the boundary of your scope aloud before you say what you decided
          to do. It proves that nobody assigned this to you.

          Common mistake: Opening with "I started investigating" and leaving out whose
          service it was.
          Why it hurts: Without the boundary it sounds assigned, and for this principle
          that is the whole question.
        """)
  }

  @Test func `a probe has what it tests, both answers and the line to remember`() throws {
    #expect(
      try text(pages().first { $0.place == "Probe 4 of 4" }) == """
        Probe 4: “How did you measure the impact afterwards?”
          It tests reasoning from data.

          Weak: “The error rate went down after the deployment, and the team said that
          it worked.”
          Why it fails: There is no number in it, and no meaning for the business.

          Strong: “I watched the delivery metrics before, during and after the rollout,
          and they confirmed that the drop rate went from 0.3% to zero. Then I worked
          with finance to turn the failed confirmations into money, and we arrived at
          $8K a week. I kept an eye on both for another week, so that I could be sure it
          was the fix.”

          To remember: “I watched the metrics, and I put a number on the revenue.”
        """)
  }

  @Test func `a principle stands in front of the steps, and it alone`() throws {
    let pages = try pages(principle: "dive")
    #expect(pages.map(\.place).prefix(3) == ["Question", "Another principle", "Situation"])
    #expect(!pages.contains { $0.place == "Other principles" })
    #expect(
      try text(pages[1]) == """
        Told for Dive Deep
          Lead: Open with the logs, then the reproduction, the root cause and the design
          of the fix.
          Emphasise: Rigour and depth, and how you ruled out what it was not.
          Play down: The value to the business, and the coordination.
        """)
  }

  @Test(arguments: [
    (nil, "2 Task, 0:20", "takes 2:20 to 3:21 at SDE 2."),
    (Level.sde1, "2 Task, 0:14", "takes 1:36 to 2:00 at SDE 1. Each step keeps its share of 2:00."),
    (.sde2, "2 Task, 0:20", "takes 2:20 to 3:21 at SDE 2."),
    (.senior, "2 Task, 0:20", "takes 2:30 to 3:00 at Senior SDE."),
  ])
  func `targets and whole answer are those of the level`(level: Level?, task: String, whole: String) throws {
    let pages = try pages(level: level)
    #expect(try text(pages.first { $0.place == "Task" }).hasPrefix(task + "\n"))
    #expect(try text(pages.first).replacing("\n  ", with: " ").contains(whole + "\n"))
  }

  @Test(arguments: Level.allCases)
  func `a level has its own reflection and bar, and no other's`(level: Level) throws {
    let scenario = try shippedScenario("owned-failure")
    let pages = try pages(level: level)
    let shown = pages.flatMap(\.paragraphs).map(\.text).joined(separator: "\n")
    let reflection = try #require(pages.first { $0.place == "Reflection" }).paragraphs.map(\.text)
    for other in Level.allCases {
      let guide = try #require(scenario.levels[other])
      #expect(shown.contains(guide.bar) == (other == level))
      #expect(shown.contains(guide.guidance) == (other == level))
      #expect(reflection.contains("Example at \(level.title): “\(guide.reflection)”") == (other == level))
    }
  }

  @Test func `without a level all three are told`() throws {
    let levels = try text(pages().last)
    for heading in ["SDE 1, 1:36 to 2:00 in all", "SDE 2, 2:20 to 3:21 in all", "Senior SDE, 2:30 to 3:00 in all"] {
      #expect(levels.contains("\n\n\(heading)\n"))
    }
  }
}
