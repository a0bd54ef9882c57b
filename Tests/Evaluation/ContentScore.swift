public import Content
public import Scenarios

/// How what the rules find in labelled answers agrees with the labels; counts of many answers add up.
public struct ContentScore: Sendable {
  /// The counts of each class by its name: each finding, each cover, and cues, fillers and hedges as a whole.
  public private(set) var classes: [String: Counts] = [:]
  /// What was found and is not labelled, or the other way round, a line each.
  public private(set) var faults: [String] = []

  /// How often something was found rightly, found wrongly, and missed.
  public struct Counts: Sendable, Equatable {
    /// Found and labelled.
    public var right = 0
    /// Found and not labelled.
    public var wrong = 0
    /// Labelled and not found.
    public var missed = 0

    /// Counts of nothing yet.
    public init() {}

    /// The share of what was found that is labelled; 1 where nothing was found.
    public var precision: Double { right + wrong == 0 ? 1 : Double(right) / Double(right + wrong) }
    /// The share of what is labelled that was found; 1 where nothing is labelled.
    public var recall: Double { right + missed == 0 ? 1 : Double(right) / Double(right + missed) }
  }

  /// A score of no answers.
  public init() {}

  /// The score of all `answers`; those whose scenario is not among `scenarios` are a fault.
  public init(_ answers: [LabelledAnswer], scenarios: [String: Scenario]) {
    for answer in answers {
      guard let content = scenarios[answer.scenario].flatMap(answer.content) else {
        faults.append("\(answer.about): no scenario \(answer.scenario)")
        continue
      }
      add(content, answer: answer)
    }
  }

  /// Over all findings, covers and cues (micro-average); fillers and hedges count by themselves.
  public var total: Counts {
    classes.filter { $0.key != "fillers" && $0.key != "hedges" }.values.reduce(into: Counts()) { sum, counts in
      sum.right += counts.right
      sum.wrong += counts.wrong
      sum.missed += counts.missed
    }
  }

  /// Adds what was found in one answer. `fewCues` is passed over: it follows from the cues.
  public mutating func add(_ content: StepContent, answer: LabelledAnswer) {
    let found = Set(
      content.findings.map(\.finding).filter { $0 != .fewCues }.map(Sign.finding)
        + content.covered.keys.map(Sign.cover) + content.cues.filter { $0.quote != nil }.map { Sign.cue($0.phrase) })
    for sign in found.union(answer.signs) {
      let name = if case .cue = sign { "cues" } else { sign.description }
      let quote = found.contains(sign) ? content.quote(of: sign).map { " by “\($0.words)”" } ?? "" : ""
      count(
        sign.description + quote, as: name, isFound: found.contains(sign), isLabelled: answer.signs.contains(sign),
        answer)
    }
    compare(content.fillers.map(\.words), answer.fillers, as: "fillers", answer)
    compare(content.hedges.map(\.words), answer.hedges, as: "hedges", answer)
  }

  private mutating func compare(_ found: [String], _ labelled: [String], as name: String, _ answer: LabelledAnswer) {
    var missing = labelled
    for words in found {
      let place = missing.firstIndex(of: words)
      if let place { missing.remove(at: place) }
      count(words, as: name, isFound: true, isLabelled: place != nil, answer)
    }
    for words in missing { count(words, as: name, isFound: false, isLabelled: true, answer) }
  }

  private mutating func count(
    _ sign: String, as name: String, isFound: Bool, isLabelled: Bool, _ answer: LabelledAnswer
  ) {
    switch (isFound, isLabelled) {
    case (true, true): classes[name, default: Counts()].right += 1
    case (true, false): classes[name, default: Counts()].wrong += 1
    default: classes[name, default: Counts()].missed += 1
    }
    if isFound != isLabelled {
      faults.append(
        "\(answer.about) (\(answer.step)): \(sign) \(isFound ? "found, not labelled" : "labelled, not found")")
    }
  }
}

extension StepContent {
  /// The words by which `sign` was found; `nil` for an absence.
  fileprivate func quote(of sign: Sign) -> Quote? {
    switch sign {
    case .finding(let finding): findings.first { $0.finding == finding }?.quote
    case .cover(let finding): covered[finding]
    case .cue(let phrase): cues.first { $0.phrase == phrase }?.quote
    }
  }
}
