/// One part of a STAR answer, in the order in which it is spoken.
public enum Step: String, CaseIterable, Codable, Sendable, Comparable, CodingKeyRepresentable {
  case situation, task, action, result, reflection

  /// The step's place in the answer, from 1 to 5; also the number in a take's file name.
  public var number: Int { (Step.allCases.firstIndex(of: self) ?? 0) + 1 }

  /// The step's name as a heading, such as `Situation`.
  public var title: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }

  /// Whether `first` is spoken before `second`.
  public static func < (first: Step, second: Step) -> Bool { first.number < second.number }
}
