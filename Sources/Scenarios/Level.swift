/// The seniority that an answer is held against.
public enum Level: String, CaseIterable, Codable, Sendable, CodingKeyRepresentable {
  case sde1, sde2, senior

  /// The level's name as interviewers write it, such as `SDE 2`.
  public var title: String {
    switch self {
    case .sde1: "SDE 1"
    case .sde2: "SDE 2"
    case .senior: "Senior SDE"
    }
  }
}
