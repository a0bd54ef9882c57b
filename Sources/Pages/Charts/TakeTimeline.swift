import Interview
import Reports
import Scenarios
import SpeechTiming

/// A take from left to right: its sound, speech and pauses, pitch and rate, the target and the limit, and what happened.
struct TakeTimeline: Sendable {
  /// Where the axis ends, in seconds.
  let axisEnd: String
  let ticks: [TimeAxis.Tick]
  /// Where the recording ends, if the axis goes on; `nil` elsewhere.
  let end: String?
  let beyondWidth: String
  let marks: [Mark]
  /// Height of the strip in which the marks and the events are named.
  let marksHeight: Int
  let eventsY, eventsTextY: Int
  /// `nil` where the sound is gone.
  let level: Lane?
  let lanes: [Lane]
  let speech: Curve
  let pauses: [Pause]
  let filled: [Point]
  let events: [Event]

  /// A line across all lanes that has a name.
  struct Mark: Sendable {
    let kind, x, label, anchor: String
    /// Where its label begins, beside the line.
    let labelX: Int
    let labelY: Int
  }

  /// A silence between speech.
  struct Pause: Sendable {
    let x, width, words, from: String
    let isLong: Bool
    /// `3.7 s` in the middle of a long one.
    let middle, label: String
  }

  /// A moment.
  struct Point: Sendable {
    let x: String
  }

  /// Something that happened at a moment, by its number.
  struct Event: Sendable {
    let number: Int
    let words: String
    let x: String
    let place: Double
  }

  /// The timeline of the take in `part`, with what an interviewer noticed in it.
  init(of part: Timeline.Part, noticed: [Evidence], curves: TakeCurves?, scales: ChartScales) {
    let timing = part.take.timing
    let start = timing.answer?.start ?? 0
    let target = start + part.target.seconds
    let limit = start + part.target.limit
    // The limit is shown where the answer comes near it: elsewhere it would only make the answer small.
    let isLong = timing.answerTime > Verdict.onTargetShare.upperBound * part.target.seconds
    let last = timing.speech.isEmpty ? timing.duration : max(target, isLong ? limit : 0)
    // A little further, so that a mark is not the edge.
    let axis = TimeAxis(to: max(timing.duration, 1.02 * last))
    axisEnd = "\(axis.end)"
    ticks = axis.ticks
    end = timing.duration < axis.end ? axis.x(timing.duration) : nil
    beyondWidth = axis.width(from: timing.duration, to: axis.end)
    var marks: [Mark] = []
    if !timing.speech.isEmpty {
      marks.append(Mark("target", at: target, "target \(clock(part.target.seconds))", row: 0, axis))
      if isLong { marks.append(Mark("limit", at: limit, "limit \(clock(part.target.limit))", row: 1, axis)) }
    }
    self.marks = marks
    let events = Self.events(in: part.take, noticed: noticed, axis)
    self.events = events
    let labels = marks.count * Mark.rowHeight
    marksHeight = labels + (events.isEmpty ? 2 : 20)
    eventsY = labels + 9
    eventsTextY = eventsY + 4
    let curves = curves.flatMap { $0.spacing > 0 ? $0 : nil }
    level = curves.map { Lane.level($0, scales, axis) }
    lanes = [
      curves.flatMap { Lane.pitch($0, scales, axis) }, Lane.rate(timing, scales, axis),
    ].compactMap(\.self)
    speech = Curve(spans: timing.speech, axis: axis)
    pauses = timing.pauses.map { Pause($0, axis) }
    filled = (timing.voice?.filledPauses ?? []).map { Point(x: axis.x(($0.start + $0.end) / 2)) }
  }

  /// What was noticed at a place of its own, and what happened to the recording at one, in order.
  private static func events(in take: Take, noticed: [Evidence], _ axis: TimeAxis) -> [Event] {
    // The marks say already where an answer is long.
    let isMarked: Set<Finding> = [.long, .overLimit, .short]
    let found = noticed.filter { !isMarked.contains($0.finding) }.compactMap { item in
      item.place.map { (words: "\(item.words).", place: $0) }
    }
    let happened = take.remarks.compactMap { remark in placeNamed(in: remark).map { (words: remark, place: $0) } }
    return (found + happened).enumerated().sorted { ($0.element.place, $0.offset) < ($1.element.place, $1.offset) }
      .enumerated().map { index, item in
        Event(
          number: index + 1, words: item.element.words, x: axis.x(item.element.place), place: item.element.place)
      }
  }
}

extension TakeTimeline.Mark {
  static let rowHeight = 14

  fileprivate init(_ kind: String, at seconds: Double, _ label: String, row: Int, _ axis: TimeAxis) {
    let isLate = axis.share(seconds) > 0.7
    self.init(
      kind: kind, x: axis.x(seconds), label: label, anchor: isLate ? "end" : "start", labelX: isLate ? -4 : 4,
      labelY: row * Self.rowHeight + 10)
  }
}

extension TakeTimeline.Pause {
  fileprivate init(_ pause: Interval, _ axis: TimeAxis) {
    let length = "\(decimal(pause.duration)) s"
    self.init(
      x: axis.x(pause.start), width: axis.width(from: pause.start, to: pause.end),
      words: "Pause of \(length) at \(clock(pause.start))", from: "\(pause.start)",
      isLong: pause.duration >= longSilenceInSeconds, middle: axis.x((pause.start + pause.end) / 2), label: length)
  }
}

/// The seconds that a remark on a recording names as its place: "0.3 s of sound were lost at 0:12, …".
func placeNamed(in remark: String) -> Double? {
  guard let match = remark.firstMatch(of: /\bat ([0-9]{1,5}):([0-5][0-9])\b/) else { return nil }
  return Double(match.1).flatMap { minutes in Double(match.2).map { minutes * 60 + $0 } }
}
