import Interview
import Scenarios
package import Trends

extension Measure {
  /// The measure as the name of a row.
  package var title: String {
    switch self {
    case .answerTime(let step): step.title
    case .whole: "Whole answer"
    case .articulation: "Syllables a second"
    case .phonation: "Speech in the answer"
    case .pauses: "Pauses a minute"
    }
  }

  /// The measure as the name of a value in JSON and CSV.
  var key: String {
    switch self {
    case .answerTime(let step): "\(step.rawValue)_share_of_target"
    case .whole: "whole_share_of_targets"
    case .articulation: "articulation_rate_per_s"
    case .phonation: "phonation_ratio"
    case .pauses: "pauses_per_minute"
    }
  }

  /// `value` with its unit; a share of a target as time, where the `target` is known (seconds).
  package func written(_ value: Double, target: Double?) -> String {
    switch self {
    case .answerTime, .whole: target.map { clock(value * $0) } ?? "\(Int((value * 100).rounded())) %"
    case .articulation, .pauses: decimal(value)
    case .phonation: "\(Int((value * 100).rounded())) %"
    }
  }

  /// What it is called to have more of it, or less.
  func comparative(isMore: Bool) -> String {
    switch self {
    case .answerTime, .whole: isMore ? "longer" : "shorter"
    case .articulation: isMore ? "faster" : "slower"
    case .phonation: isMore ? "less silence" : "more silence"
    case .pauses: isMore ? "more pauses" : "fewer pauses"
    }
  }
}

extension Changes.Change {
  /// `Situation is shorter: 0:33, before that 0:52; nearer to the target of 0:30.`
  var sentence: String {
    let comparative = measure.comparative(isMore: now > before)
    let values = "\(measure.written(now, target: target)), before that \(measure.written(before, target: target))"
    switch measure {
    case .answerTime, .whole:
      let nearer = isNearer.map { $0 ? "; nearer to" : "; further from" } ?? ""
      return "\(measure.title) is \(comparative): \(values)\(nearer) the target of \(clock(target ?? 0))."
    case .articulation: return "Speech is \(comparative): \(values) syllables a second."
    case .phonation: return "There is \(comparative): the answer is speech for \(values)."
    case .pauses: return "There are \(comparative): \(values) a minute."
    }
  }
}

extension Changes {
  /// `The last 3 sessions against the 9 before, at SDE 2, owned-failure`
  var comparison: String {
    let of = scenario.map { $0.cut(to: 40) } ?? "all scenarios, as shares of their targets"
    return "The last \(Self.laterCount) sessions against the \(earlierCount) before, at \(answerLevel.title), \(of)"
  }

  /// That nothing has changed, a sentence.
  var nothingNamed: String { "Nothing differs by more than chance and than what would be noticed." }

  /// What may lie behind the changes but progress, a sentence; `nil` where nothing is known.
  var caveat: String? {
    guard !named.isEmpty, let modes = otherModes else { return nil }
    return "The later ones were recorded with `\(modes.later.rawValue)`, the earlier with `\(modes.earlier.rawValue)`: "
      + "that alone may be why."
  }

  /// How a change comes to be named, a sentence or two.
  static let method = """
    A change is named where the medians differ by \(percent(.whole)) of the target (times), \(percent(.articulation)) \
    (syllables, speech) or \(percent(.pauses)) (pauses), and a t test over all measures together (Holm) leaves chance \
    \(Int((level * 100).rounded())) %: where nothing changes, less than one comparison in twenty names anything.
    """

  /// That there are not enough sessions yet, a sentence.
  package static let tooFew = """
    Changes are named from \(leastSessions) sessions at one level on: before that, how much they \
    scatter is not known.
    """

  private static func percent(_ measure: Measure) -> String { "\(Int((measure.leastNoticeable * 100).rounded())) %" }

  /// The changes under a heading.
  func lines(_ style: Style, heading: String) -> [String] {
    [style.styled(heading, as: .heading)] + sentences.flatMap { style.wrapped($0, indent: 2) }
  }

  /// What was compared and how.
  func methodLines(_ style: Style) -> [String] {
    style.wrapped(fullMethod, indent: 2).map { style.styled($0, as: .quiet) }
  }

  /// What was compared and how, sentences.
  package var fullMethod: String { "\(comparison); \(comparedCount) measures. \(Self.method)" }

  /// The heading of the changes in a history.
  package static var heading: String { "What has changed" }

  /// The heading of the changes in the report of a session.
  package static var reportHeading: String { "Changes against the sessions before" }

  /// What was compared, and where the method is told, sentences.
  package var reportMethod: String { "\(comparison). `starpace history` says how." }

  /// The section of a session's report; nothing where nothing is named.
  func reportLines(_ style: Style) -> [String] {
    guard !named.isEmpty else { return [] }
    let method = style.wrapped(reportMethod, indent: 2)
    return lines(style, heading: Self.reportHeading) + method.map { style.styled($0, as: .quiet) } + [""]
  }

  /// What is named, or that nothing is.
  package var sentences: [String] {
    (named.isEmpty ? [nothingNamed] : named.map(\.sentence)) + [caveat].compactMap(\.self)
  }

  /// The same as Markdown, without a heading.
  func markdown() -> [String] {
    sentences.map { "- " + safe($0) } + ["", safe(fullMethod)]
  }
}
