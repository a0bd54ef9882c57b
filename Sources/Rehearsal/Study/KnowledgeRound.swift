import Reports
import Scenarios

/// The knowledge checks of a scenario, and what the reader answered. Nothing of it is stored.
struct KnowledgeRound {
  /// In the order in which they are asked.
  let checks: [KnowledgeCheck]
  /// The index of the option that was chosen, for each check; `nil` for one that was left open.
  private(set) var answers: [Int?]

  init(of scenario: Scenario) {
    checks = scenario.knowledgeChecks
    answers = checks.map { _ in nil }
  }

  /// Takes `option` (from 0) for the answer to `check`; whether it counts: the first does, one that does not exist never.
  mutating func answer(_ check: Int, with option: Int) -> Bool {
    guard answers[check] == nil, checks[check].options.indices.contains(option) else { return false }
    answers[check] = option
    return true
  }

  /// Whether anything was answered.
  var isBegun: Bool { answers.contains { $0 != nil } }

  /// The page that asks `check`, and tells right from wrong once it is answered.
  func page(of check: Int) -> Page {
    Page(place: "Check \(check + 1) of \(checks.count)", paragraphs: question(check) + verdict(on: check))
  }

  /// The question with its options, numbered from 1.
  func question(_ check: Int) -> [Page.Paragraph] {
    let options = checks[check].options.enumerated().map { index, option in
      Page.Paragraph(
        text: option, role: role(of: index, in: check), indent: 4, mark: "\(sign(of: index, in: check)) \(index + 1) ")
    }
    return [.heading("Check \(check + 1): \(checks[check].question)")] + options
  }

  /// What is told of an answered `check`; nothing of one that is open.
  func verdict(on check: Int) -> [Page.Paragraph] {
    guard let answer = answers[check] else { return [] }
    let right = checks[check].right
    let verdict =
      answer == right
      ? Page.Paragraph(text: "Right.", role: .good)
      : Page.Paragraph(text: "Wrong: \(answer + 1) was your answer, \(right + 1) is right.", role: .bad)
    return [.space, verdict, .said(checks[check].why)]
  }

  /// How many were right, and which to look at again.
  var scorePage: Page {
    let right = checks.indices.filter { answers[$0] == checks[$0].right }
    let open = answers.count { $0 == nil }
    let others = checks.indices.filter { !right.contains($0) }
    var paragraphs = [
      Page.Paragraph.heading("\(right.count) of \(checks.count) right" + (open == 0 ? "" : ", \(open) left open"))
    ]
    if !others.isEmpty {
      paragraphs += [.space, Page.Paragraph(text: "To look at again:")]
      paragraphs += others.map { Page.Paragraph(text: checks[$0].question, indent: 4, mark: "\($0 + 1) ") }
    }
    return Page(place: "Score", paragraphs: paragraphs)
  }

  /// The questions, and after them the answers with their reasons, to be read without a screen.
  var printedPages: [Page] {
    let answers = checks.enumerated().map { index, check in
      Page.Paragraph.said("Check \(index + 1): \(check.right + 1) is right. \(check.why)")
    }
    return checks.indices.map { Page(place: "", paragraphs: question($0)) }
      + [Page(place: "", paragraphs: [.heading("Answers to the checks")] + answers)]
  }

  private func sign(of option: Int, in check: Int) -> String {
    guard let answer = answers[check] else { return " " }
    return option == checks[check].right ? "✓" : option == answer ? "✗" : " "
  }

  private func role(of option: Int, in check: Int) -> Style.Role? {
    guard let answer = answers[check] else { return nil }
    return option == checks[check].right ? .good : option == answer ? .bad : nil
  }
}
