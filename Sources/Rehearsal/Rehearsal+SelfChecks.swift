import Interruption
import Interview
import Reports
import Scenarios
import SpeechTiming

extension Rehearsal {
  /// Asks the candidate what `step` held, one key a question; whether the rehearsal goes on.
  ///
  /// Enter leaves a question open. Nothing is asked about a step in which nothing was heard, nor in the room.
  mutating func askSelfChecks(
    about step: Step, _ keyboard: borrowing Keyboard, _ stage: inout Stage
  ) -> Bool {
    guard habits.asksSelfChecks, plan.showsHelp, session.take(of: .step(step))?.timing.answer != nil,
      let checks = scenario.steps[step]?.checks(at: session.level), !checks.isEmpty
    else { return true }
    var answered: [String] = []
    for (index, check) in checks.enumerated() {
      let question = Page.Paragraph(text: check.question, role: .heading)
      var before = answered.map { Page.Paragraph(text: $0, role: .quiet, indent: 2) }
      if !before.isEmpty { before.append(.space) }
      let place = "\(step.title): question \(index + 1) of \(checks.count)"
      stage.show(Page(place: place, paragraphs: stage.waitsForReaders ? before + [question] : [question]))
      let point = Point(step: step, finding: check.finding)
      stage.tellKeys(Self.keysForAnswer)
      let key = waitForKey(Self.keysForAnswer, keyboard, &stage) { [.yes, .no, .next, .skip, .quit].contains($0) }
      let words: String
      switch key {
      case .yes, .no:
        session.keep(SelfCheck(point, wasSaid: key == .yes))
        // One by one: a crash leaves what was answered.
        guard save(&stage) else { return false }
        words = key == .yes ? "Yes." : "No."
      case .next, .skip: words = "Left open."
      default: return false
      }
      answered.append("\(check.question) \(words)")
    }
    return true
  }

  private static let keysForAnswer = "y yes · n no · Enter leave open · q stop and keep"
}
