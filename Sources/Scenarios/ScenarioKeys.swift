/// The keys of one kind of mapping in a scenario file; a key that is not listed is a problem of the file.
///
/// `Scenarios/scenario.schema.json` says the same to editors; a test holds the two together.
protocol FormatKey: CaseIterable, RawRepresentable, Sendable where RawValue == String {
  /// The mapping as messages name it, with its article: `a step`.
  static var owner: String { get }
}

extension FormatKey {
  /// All keys, as messages list them.
  static var list: String { allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ") }
}

enum ScenarioKey: String, FormatKey {
  static let owner = "a scenario"
  case schema, id, title, principle, question, overview
  case keyTakeaways = "key_takeaways"
  case steps, probes
  case weakAnswer = "weak_answer"
  case knowledgeChecks = "knowledge_checks"
  case otherPrinciples = "other_principles"
  case levels
}

extension Step: FormatKey {
  static let owner = "the block `steps`"
}

enum StepKey: String, FormatKey {
  static let owner = "a step"
  case target = "target_s"
  case limit = "limit_s"
  case example, cues, checks, coaching
  case commonMistake = "common_mistake"
  case whyItHurts = "why_it_hurts"
}

enum StepCheckKey: String, FormatKey {
  static let owner = "a check of a step"
  case finding, ask, level
}

enum ProbeKey: String, FormatKey {
  static let owner = "a probe"
  case id, question, tests, weak, strong
  case keyLine = "key_line"
  case calledForBy = "called_for_by"
}

enum WeakKey: String, FormatKey {
  static let owner = "a weak answer to a probe"
  case answer, why
}

enum StrongKey: String, FormatKey {
  static let owner = "a strong answer to a probe"
  case answer
}

enum RuleKey: String, FormatKey {
  static let owner = "a rule of `called_for_by`"
  case step, finding, strength, level, because
}

enum WeakAnswerKey: String, FormatKey {
  static let owner = "the weak answer"
  case text
  case redFlags = "red_flags"
  case interviewerThinks = "interviewer_thinks"
}

enum RedFlagKey: String, FormatKey {
  static let owner = "a red flag"
  case flag, why
}

enum CheckKey: String, FormatKey {
  static let owner = "a knowledge check"
  case question, options, right, why
}

enum OtherPrincipleKey: String, FormatKey {
  static let owner = "a principle"
  case principle, lead, emphasise
  case playDown = "play_down"
}

extension Level: FormatKey {
  static let owner = "the block `levels`"
}

enum LevelKey: String, FormatKey {
  static let owner = "a level"
  case atLeast = "at_least_s"
  case atMost = "at_most_s"
  case guidance, reflection, bar
  case testedBy = "tested_by"
}
