internal import Scenarios

/// Reads one step of an answer.
struct StepReading {
  var step: Step
  var utterance: Utterance
  /// The answers of all steps, this one included.
  var all: [Step: Utterance]
  var scenario: Scenario
  var redFlags: RedFlags
  var level: Level

  /// What the step's words show; only counts and cues where there are no words.
  func content(wordCount: Int) -> StepContent {
    let credits = utterance.sentences.map { ($0, utterance.credit(of: $0)) }
    var content = StepContent(
      step: step, wordCount: wordCount, cues: cues(in: utterance), covered: [:], findings: [],
      sentencesAsI: credits.count { $0.1 == .mine }, sentencesAsWe: credits.count { $0.1 == .ours },
      fillers: utterance.fillers.map(utterance.quote), hedges: utterance.hedges.map(utterance.quote))
    guard !utterance.tokens.isEmpty else { return content }
    for finding in lookedFor {
      let (cover, found) = reading(of: finding, credits: credits, cues: content.cues)
      content.covered[finding] = cover
      content.findings += found
    }
    return content
  }

  // MARK: - What is looked for

  /// What is looked for in the step, in the order of `Finding`: what any story has to hold there, what the scenario's own
  /// checks name, and what may stand anywhere.
  private var lookedFor: [Finding] {
    let checks = scenario.steps[step]?.checks.filter { $0.level == nil || $0.level == level }.map(\.finding) ?? []
    let wanted = Set(Self.always[step, default: []] + checks + [.fewCues, .redFlag, .disqualifier])
    return Finding.allCases.filter { wanted.contains($0) && ($0 != .noSystemicCause || level == .senior) }
  }

  private static let always: [Step: [Finding]] = [
    .situation: [.noImpact, .noBoundary], .task: [.noBoundary], .action: [.sharedCredit, .noFollowThrough],
    .result: [.noNumber, .noMetric, .noBusinessValue, .noSecondOrder], .reflection: [.generic, .noSystemicCause],
  ]

  private func reading(of finding: Finding, credits: [(Range<Int>, Credit)], cues: [CueSearch]) -> (
    Quote?, [ContentFinding]
  ) {
    switch finding {
    case .sharedCredit: sharedCredit(credits)
    case .generic: generic
    case .fewCues: (nil, fewCues(cues))
    case .redFlag: (nil, weakPhrases)
    case .disqualifier: (nil, disqualifier)
    default: sign(of: finding)
    }
  }

  // MARK: - Absences

  private func sign(of finding: Finding) -> (Quote?, [ContentFinding]) {
    guard let signs = Signs.of(finding) else { return (nil, []) }
    let match = signs.matches(in: utterance).first {
      isSaid($0, for: finding)
        && (finding != .noFollowThrough || !utterance.isDoneByOthers($0))
    }
    if let match { return (utterance.quote(match), []) }
    // The boundary may stand in Situation, where it is nobody's fault that Task lacks it; its place is in another take.
    if finding == .noBoundary, step == .task, let situation = all[.situation],
      let match = Signs.of(.noBoundary)?.matches(in: situation).first(where: { situation.isClaimed($0) })
    {
      return (Quote(words: situation.quote(match).words, place: nil), [])
    }
    // Precision before recall: what may be there in other words is not called absent.
    if disqualifier.isEmpty, isHinted(at: finding) { return (nil, []) }
    // Situation may hold the boundary, and need not.
    if finding == .noBoundary, step == .situation, !isChecked(.noBoundary) { return (nil, []) }
    return (nil, [found(finding, words: absence(of: finding))])
  }

  /// Whether `match` says what it seems to; a number that is only supposed is one all the same.
  private func isSaid(_ match: Range<Int>, for finding: Finding) -> Bool {
    if finding == .noNumber { return !match.contains { utterance.tokens[$0].isQuoted } }
    // What would have been lost is a cost as well.
    return utterance.isClaimed(match, allowingModals: finding == .noImpact)
  }

  /// Whether something in the step may say it in words that no sign knows.
  private func isHinted(at finding: Finding) -> Bool {
    if finding == .noMetric, openNumbers >= 2 { return true }
    return Signs.hints(of: finding)?.matches(in: utterance).contains { utterance.isClaimed($0) } ?? false
  }

  /// How many numbers stand in the step that are no money and adopt nothing: two may be a before and an after.
  private var openNumbers: Int {
    let known = Signs.of(.noSecondOrder)?.matches(in: utterance) ?? []
    return utterance.tokens.indices.count { index in
      utterance.tokens[index].number.map { !$0.isSpan && $0.unit != .money } ?? false
        && !known.contains { $0.contains(index) }
    }
  }

  private func isChecked(_ finding: Finding) -> Bool {
    scenario.steps[step]?.checks.contains { $0.finding == finding && ($0.level == nil || $0.level == level) } ?? false
  }

  private func absence(of finding: Finding) -> String {
    let what =
      switch finding {
      case .noImpact: "What the problem cost, or whom it hurt,"
      case .noBoundary: "The boundary of your scope"
      case .noFollowThrough: "What came after the fix"
      case .noNumber: "A number"
      case .noMetric: "The change of a metric"
      case .noBusinessValue: "The value to the business"
      case .noSecondOrder: "Who adopted it"
      default: "The systemic cause"
      }
    return "\(what) was not found in \(step.title)"
  }

  // MARK: - Faults

  private func sharedCredit(_ credits: [(Range<Int>, Credit)]) -> (Quote?, [ContentFinding]) {
    let mine = credits.filter { $0.1 == .mine }
    let ours = credits.filter { $0.1 == .ours }
    guard let first = ours.first else { return (mine.first.map { utterance.quote($0.0) }, []) }
    let share = Double(ours.count) / Double(mine.count + ours.count)
    let told = "\(ours.count) of \(mine.count + ours.count) sentences in \(step.title)"
    return (
      nil,
      [
        found(
          .sharedCredit, strength: share, quote: utterance.quote(first.0),
          words: "\(told) \(ours.count == 1 ? "is" : "are") told as “we”")
      ]
    )
  }

  private var generic: (Quote?, [ContentFinding]) {
    let others = all.filter { $0.key != step }.map(\.value)
    let (generic, specific, share) = Lessons(scenario: scenario, otherAnswers: others).reading(of: utterance)
    return (
      specific.map(utterance.quote),
      generic.map {
        [
          found(
            .generic, strength: share, quote: utterance.quote($0),
            words: "A lesson that would fit any other story was found in \(step.title)")
        ]
      } ?? []
    )
  }

  private var weakPhrases: [ContentFinding] {
    // In Situation a content team is part of the problem: "everybody was happy with that number".
    redFlags.matches(in: utterance, inAnyWords: step != .situation).map {
      found(.redFlag, quote: utterance.quote($0), words: "A phrase of the weak answer was found in \(step.title)")
    }
  }

  private var disqualifier: [ContentFinding] {
    Disqualifiers.first(in: utterance).map {
      [
        found(
          .disqualifier, quote: utterance.quote($0), words: "An assignment by somebody else was found in \(step.title)")
      ]
    } ?? []
  }

  private func found(_ finding: Finding, strength: Double = 1, quote: Quote? = nil, words: String) -> ContentFinding {
    ContentFinding(finding: finding, strength: strength, quote: quote, words: words)
  }

  // MARK: - Cues

  private func cues(in utterance: Utterance) -> [CueSearch] {
    scenario.steps[step]?.cues.map { phrase in
      CueSearch(phrase: phrase, quote: CuePhrase(phrase).match(in: utterance).map(utterance.quote))
    } ?? []
  }

  /// Under a third of the cues, our own choice; but only where the scenario's own example at this level has more.
  private func fewCues(_ found: [CueSearch]) -> [ContentFinding] {
    guard isFew(found), let example, !isFew(cues(in: Utterance(words: example))) else { return [] }
    let count = found.count { $0.quote != nil }
    let strength = 1 - Double(count) / Double(found.count)
    let words =
      count == 0
      ? "None of the \(found.count) cue phrases was found in \(step.title)"
      : "Only \(count) of \(found.count) cue phrases was found in \(step.title)"
    return [self.found(.fewCues, strength: strength, words: words)]
  }

  private var example: String? {
    step == .reflection ? scenario.levels[level]?.reflection : scenario.steps[step]?.example
  }

  private func isFew(_ cues: [CueSearch]) -> Bool { cues.count { $0.quote != nil } * 3 < cues.count }
}
