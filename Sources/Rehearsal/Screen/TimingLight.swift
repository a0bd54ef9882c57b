import Interview
import Reports

/// The light that a speaker is shown: green from half of the target, yellow from three quarters, red from the
/// target on, and a last sign at the limit.
///
/// Source: the timing lights of speech clubs (Toastmasters International, "Timer" role), with shares of the
/// target in place of their fixed minutes.
enum TimingLight: Equatable {
  case waiting, started, green, yellow, red, limit

  /// The light after `elapsed` seconds since the first word; 0 before it.
  init(elapsed: Double, target: StepTarget) {
    self =
      switch elapsed {
      case ...0: .waiting
      case _ where elapsed >= target.limit: .limit
      case _ where elapsed >= target.seconds: .red
      case _ where elapsed >= 0.75 * target.seconds: .yellow
      case _ where elapsed >= 0.5 * target.seconds: .green
      default: .started
      }
  }

  /// Columns of the longest words of a light, or of what goes before it.
  static let longestWords = 28

  /// The light in words, at most `longestWords` columns: nothing is told by colour alone.
  var words: String {
    switch self {
    case .waiting: "counts from your first word"
    case .started: "speaking"
    case .green: "green: past half"
    case .yellow: "yellow: come to the end"
    case .red: "red: target reached"
    case .limit: "limit: listening has stopped"
    }
  }

  /// Whether the light is one of the signs that a speaker waits for.
  var isNamed: Bool { self != .waiting && self != .started }

  /// How the words look.
  var role: Style.Role {
    switch self {
    case .waiting, .started: .quiet
    case .green: .good
    case .yellow: .warning
    case .red, .limit: .bad
    }
  }
}
