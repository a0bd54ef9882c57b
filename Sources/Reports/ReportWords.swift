package import Interview
import Scenarios
import SpeechTiming

// What every form of the report says in the same words.
extension Report {
  /// `2026-11-20 19:04 UTC`, when the session began; `nil` for recordings of unknown date.
  package var date: String? {
    started.map { $0.prefix(16).replacing("T", with: " ") + " UTC" }
  }

  /// `2:20 to 3:21`, the window of the whole answer.
  package var window: String { "\(clock(whole.atLeast)) to \(clock(whole.atMost))" }

  /// How the whole answer stands to its window, lower case, and what kind of news that is.
  package var wholeVerdict: (words: String, role: Style.Role) {
    let untrusted = steps.filter { $0.verdict == .untrusted }.map(\.step.title)
    if !untrusted.isEmpty { return ("not judged, for \(untrusted.joined(separator: ", "))", .quiet) }
    return switch whole.answerTime {
    case ..<whole.atLeast: ("too short", .warning)
    case ...whole.atMost: ("in time", .good)
    default: ("too long", .warning)
    }
  }

  /// Why the targets are not the scenario's, a sentence; `nil` where they are.
  package var scalingNote: String? {
    whole.targetsAreScaled
      ? "\(level.title) has \(clock(whole.atMost)) in all: each step keeps its share of that time." : nil
  }

  /// The heading above the probes.
  package var probesTitle: String { wereAsked ? "What the interviewer asked" : "What the interviewer asks next" }

  /// Whether the weak and the strong pattern of the probes are told: while rehearsing they were shown after the answer.
  package var tellsPatterns: Bool { mode == .interview && wereAsked }

  /// The heading above the advice.
  package var adviceTitle: String { "What to change first" }

  /// What stands in the place of advice, a sentence; `nil` where there is advice, or a step could not be judged.
  package var nothingToChange: String? {
    advice.isEmpty && !steps.contains { $0.verdict == .untrusted }
      ? "Nothing to change: every step is on target, and nothing else stands out." : nil
  }

  /// `Listen: 1-situation.wav at 0:46`, where `item` can be heard; `nil` where there is no such place.
  package func whereToListen(_ item: Advice) -> String? {
    let take = steps.first { $0.step == item.step }?.take
    guard let place = item.place, let take else { return nil }
    return "Listen: \(take.file) at \(clock(take.offset + place))"
  }
}

extension Report.ProbeRow {
  /// `Your answer took 0:31 of 0:45`, of the answer `take` to the probe or to what was asked after it.
  package func timeOfAnswer(_ take: Take) -> String {
    "Your answer took \(clock(take.timing.answerTime)) of \(clock(target.seconds))"
  }

  /// What is said where an answer could have been given, and was not.
  package static var noAnswer: String { "You gave no answer." }
}

extension Verdict {
  /// What kind of news the verdict is.
  package var role: Style.Role {
    switch self {
    case .untrusted: .quiet
    case .onTarget: .good
    case .short, .long: .warning
    case .missing, .farTooShort, .overLimit: .bad
    }
  }
}
