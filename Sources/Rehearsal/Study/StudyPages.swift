import Interview
import Reports
import Scenarios

extension Scenario {
  /// The walkthrough, a page a thought: the question, the steps, the probes, the weak answer, other principles, levels.
  ///
  /// Targets and the reflection are those of `level`; of SDE 2 and with a page of all levels where that is `nil`. The
  /// story for the `other` principle stands in front of the steps, and takes the place of all others.
  func studyPages(at level: Level?, for other: OtherPrinciple?) -> [Page] {
    let targets = Targets(of: self, at: level ?? .sde2)
    var pages = [questionPage(at: level ?? .sde2, targets)]
    if let other { pages.append(Page(place: "Another principle", paragraphs: telling(of: other))) }
    pages += Step.allCases.compactMap { page(of: $0, at: level ?? .sde2, targets) }
    pages += probes.enumerated().map { page(of: $1, number: $0 + 1) }
    pages.append(weakAnswerPage)
    if other == nil { pages.append(otherPrinciplesPage) }
    return pages + [page(of: level.map { [$0] } ?? Level.allCases)]
  }

  private func questionPage(at level: Level, _ targets: Targets) -> Page {
    let shares = targets.areScaled ? " Each step keeps its share of \(clock(targets.whole.upperBound))." : ""
    return Page(
      place: "Question",
      paragraphs: [
        .heading("“\(question)”"), .space,
        .said("It tests \(principle). The whole answer takes \(targets.wholeInWords) at \(level.title).\(shares)"),
        .space, .said(overview), .space, .heading("What to take away"),
      ] + keyTakeaways.map { .item($0) })
  }

  private func page(of step: Step, at level: Level, _ targets: Targets) -> Page? {
    guard let guide = steps[step] else { return nil }
    // The examples are spoken at SDE 2; each level has a reflection of its own.
    let reflection = step == .reflection ? levels[level]?.reflection : nil
    let speaker = reflection == nil ? Level.sde2 : level
    let target = targets[step]
    return Page(
      place: step.title,
      paragraphs: [
        .heading("\(step.number) \(step.title), \(clock(target.seconds))"),
        .said("Past \(clock(target.limit)) the interviewer has stopped listening."), .space,
        .said("Example at \(speaker.title): “\(reflection ?? guide.example)”"), .space,
        .said("Cue phrases: \(guide.cues.joined(separator: " · "))"), .space,
        .said("Coaching: \(guide.coaching)"), .space,
        .said("Common mistake: \(guide.commonMistake)"),
        .said("Why it hurts: \(guide.whyItHurts)"),
      ])
  }

  private func page(of probe: Probe, number: Int) -> Page {
    Page(
      place: "Probe \(number) of \(probes.count)",
      paragraphs: [
        .heading("Probe \(number): “\(probe.question)”"),
        .said("It tests \(probe.tests)."), .space,
        .said("Weak: “\(probe.weakAnswer)”"),
        .said("Why it fails: \(probe.whyWeak)"), .space,
        .said("Strong: “\(probe.strongAnswer)”"), .space,
        .said("To remember: “\(probe.keyLine)”"),
      ])
  }

  private var weakAnswerPage: Page {
    Page(
      place: "Weak answer",
      paragraphs: [
        .heading("The answer that fails"), .said("“\(weakAnswer.text)”"), .space, .heading("Its red flags"),
      ] + weakAnswer.redFlags.map { .item("\($0.flag): \($0.why)") } + [
        .space, .said("The interviewer thinks: \(weakAnswer.interviewerThinks)"),
      ])
  }

  private var otherPrinciplesPage: Page {
    Page(
      place: "Other principles",
      paragraphs: [.heading("The same story for other principles")]
        + otherPrinciples.flatMap { [.space] + telling(of: $0) })
  }

  private func telling(of other: OtherPrinciple) -> [Page.Paragraph] {
    let name = other.principle == principle ? "\(principle) itself" : other.principle
    return [
      .heading("Told for \(name)"), .said("Lead: \(other.lead)"), .said("Emphasise: \(other.emphasise)"),
      .said("Play down: \(other.playDown)"),
    ]
  }

  private func page(of levels: [Level]) -> Page {
    let guides = levels.flatMap { level -> [Page.Paragraph] in
      guard let guide = self.levels[level] else { return [] }
      return [
        .space, .heading("\(level.title), \(Targets(of: self, at: level).wholeInWords) in all"), .said(guide.guidance),
        .said("Reflection: “\(guide.reflection)”"), .said("The bar: \(guide.bar)"),
      ] + probes.filter { $0.id == guide.testedBy }.map { .said("Tested most by: “\($0.question)”") }
    }
    let title = levels.count == 1 ? "What the level must add" : "What each level must add"
    return Page(place: "Levels", paragraphs: [.heading(title)] + guides)
  }
}

extension Targets {
  /// The window of the whole answer, such as `2:30 to 3:00`.
  fileprivate var wholeInWords: String { "\(clock(whole.lowerBound)) to \(clock(whole.upperBound))" }
}

extension Page.Paragraph {
  /// A line that tells what follows.
  static func heading(_ text: String) -> Self { Self(text: text, role: .heading) }

  /// Text below a heading.
  static func said(_ text: String) -> Self { Self(text: text, indent: 2) }

  /// An item of a list below a heading.
  static func item(_ text: String) -> Self { Self(text: text, indent: 4, mark: "• ") }
}
