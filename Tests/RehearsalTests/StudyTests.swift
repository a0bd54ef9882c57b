import Scenarios
import Testing

@testable import Rehearsal

/// What the keys do to what is on the screen.
@Suite struct StudyTests {
  private let large = ScreenLayout(columns: 80, rows: 24, isColoured: false)
  private let small = ScreenLayout(columns: 40, rows: 12, isColoured: false)

  private func study(onlyChecks: Bool = false) throws -> Study {
    Study(of: try shippedScenario("owned-failure"), at: nil, for: nil, onlyChecks: onlyChecks)
  }

  /// All screens from the first to the score.
  private func screens(of study: Study, on layout: ScreenLayout) -> [[String]] {
    var study = study
    var screens: [[String]] = []
    while !study.isDone {
      screens.append(study.screen(layout))
      study.press(.next, on: layout)
    }
    return screens
  }

  @Test(arguments: [(80, 24), (60, 20), (40, 12), (30, 8)])
  func `every screen fits, and nothing is cut off`(columns: Int, rows: Int) throws {
    let layout = ScreenLayout(columns: columns, rows: rows, isColoured: false)
    let screens = try screens(of: study(), on: layout)
    #expect(screens.allSatisfy { $0.count == rows })
    #expect(screens.allSatisfy { $0.allSatisfy { $0.count < columns } })
    // Between the place and the keys stands the text of the pages, no line of it shortened.
    #expect(screens.allSatisfy { !$0.dropFirst().dropLast().contains { $0.hasSuffix("…") } })
    #expect(screens.filter { $0.contains { $0.hasPrefix("0 of 3 right") } }.count == 1)
  }

  @Test func `back shows each screen again, the last part of a page first`() throws {
    for layout in [large, small] {
      let forth = try screens(of: study(), on: layout)
      var study = try study()
      for _ in forth.dropFirst() { study.press(.next, on: layout) }
      var back: [[String]] = []
      for _ in forth {
        back.append(study.screen(layout))
        study.press(.back, on: layout)
      }
      #expect(Array(back.reversed()) == forth)
      #expect(study.screen(layout) == forth[0])
    }
  }

  @Test func `what is read stays in view when the screen changes its size`() throws {
    var study = try study()
    // The second screen of Action, on a small one.
    while !study.screen(small)[0].contains("Action") { study.press(.next, on: small) }
    study.press(.next, on: small)
    let read = study.screen(small)[2].split(separator: " ").prefix(4).joined(separator: " ")
    #expect(study.screen(large).joined().replacing(/\s+/, with: " ").contains(read))
    #expect(study.screen(large)[0].contains("Action, page 4 of 13 (1 of 2)"))
    #expect(study.screen(small)[2].contains(read))
  }

  @Test(arguments: [80, 40])
  func `a verdict is seen at once`(columns: Int) throws {
    let layout = columns == 80 ? large : small
    var study = try study(onlyChecks: true)
    study.press(.number(2), on: layout)
    #expect(study.screen(layout).contains { $0.hasPrefix("Wrong: 2 was your answer") })
    while !study.screen(layout)[0].contains("Check 2") { study.press(.next, on: layout) }
    #expect(study.screen(layout).last == "1–4 answer · Enter on · b back · q stop")
    study.press(.number(2), on: layout)
    #expect(study.screen(layout).contains { $0.hasPrefix("Right.") })
    #expect(study.screen(layout).last == "Enter next · b back · q stop")
  }

  @Test func `q stops anywhere, and keys without a meaning do nothing`() throws {
    var study = try study()
    let first = study.screen(large)
    for key in [Key.number(1), .again, .pause, .skip, .listen, .back] { study.press(key, on: large) }
    #expect(study.screen(large) == first)
    #expect(study.score(style: large.style) == nil)
    study.press(.quit, on: large)
    #expect(study.isDone)
  }

  @Test func `a title of several lines leaves the screen whole`() throws {
    var scenario = try shippedScenario("owned-failure")
    scenario.title = "A\nstory"
    let screen = Study(of: scenario, at: nil, for: nil).screen(large)
    #expect(screen[0].hasPrefix("A story · Ownership · SDE 2  "))
  }
}
