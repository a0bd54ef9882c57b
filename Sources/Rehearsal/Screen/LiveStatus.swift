import Capture
import Interview
import Reports

/// What changes while the candidate speaks.
struct LiveStatus: Sendable, Equatable {
  /// The step or probe, such as "Action".
  var title: String
  /// Seconds since the first word; 0 before it.
  var elapsed: Double
  /// `nil` where the time stands alone, as in the room.
  var target: StepTarget?
  /// Whether time is shown that is left, rather than time that has passed.
  var countsDown = false
  var isPaused = false
  /// Whether the microphone has sent nothing for a second.
  var isStarved = false
  /// How loud the last 25 ms were.
  var level = SignalLevel.silence

  /// The light, where there is a target.
  var light: TimingLight? { target.map { TimingLight(elapsed: elapsed, target: $0) } }

  /// The one cue: what keeps the take from being recorded goes before the light.
  var cue: (words: String, role: Style.Role) {
    if isPaused { return ("paused: p goes on", .warning) }
    if isStarved { return ("the microphone sends nothing", .bad) }
    return light.map { ($0.words, $0.role) } ?? (elapsed > 0 ? "" : TimingLight.waiting.words, .quiet)
  }

  /// The time that is shown, such as "1:04", or "-0:05" where a target that counts down is passed.
  var time: String {
    guard countsDown, let target else { return clock(elapsed) }
    let left = target.seconds - elapsed
    return left > -0.5 ? clock(max(0, left)) : "-" + clock(-left)
  }

  /// `Action      1:04 of 1:30  green: past half`; where that is too wide for the style without the title, and where no
  /// cue has room beside the time, the cue in a row of its own: rows stay where they are when it changes.
  func lines(_ style: Style) -> [String] {
    // As wide as the longest title, so that the times of all steps stand in one column.
    let name = title + String(repeating: " ", count: max(0, 10 - title.count)) + "  "
    let times = time + (target.map { (countsDown ? " left" : "") + " of \(clock($0.seconds))" } ?? "")
    let words = "  " + cue.words
    if times.count + 2 + TimingLight.longestWords > style.width {
      return [times] + style.wrapped(cue.words).map { style.styled($0, as: cue.role) }
    }
    let hasRoom = name.count + times.count + words.count <= style.width
    return [(hasRoom ? name : "") + times + style.styled(words, as: cue.role)]
  }
}
