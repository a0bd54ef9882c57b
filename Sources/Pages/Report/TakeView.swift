import Interview
import Reports
import Scenarios
import Sessions
import SpeechTiming

/// One take on the page: how long it took, its player, its timeline, and the same in words and tables.
struct TakeView: Sendable {
  let id: String
  let name: String
  let took: String
  let verdict: VerdictView
  let player: Player
  let timeline: TakeTimeline
  let events: [EventView]
  /// What may be wrong with the recording, a sentence each, beyond the events.
  let remarks: [String]
  let pausesCaption: String
  let pauses: [PauseView]
  let overTime: PageTable?

  /// Something that happened, by the number that it has in the timeline.
  struct EventView: Sendable {
    let number: Int
    let words: String
    let place: PlaceView
  }

  /// A pause, as a row of a table.
  struct PauseView: Sendable {
    let place: PlaceView
    let lasts: String
    let isLong: Bool
  }

  /// The take in `part`, the one of that `number` on the page.
  init(
    of part: Timeline.Part, number: Int, noticed: [Evidence], sound: TakeSound, scales: ChartScales,
    pageIn folder: String
  ) {
    let timing = part.take.timing
    id = "take-\(number)"
    name = part.name
    took = "\(clock(timing.answerTime)) of \(clock(part.target.seconds))"
    verdict = VerdictView(part.verdict.words, role: part.verdict.role)
    let player = Player(of: part, id: id, sound: sound, pageIn: folder)
    self.player = player
    timeline = TakeTimeline(of: part, noticed: noticed, curves: sound.curves, scales: scales)
    events = timeline.events.map { EventView(number: $0.number, words: $0.words, place: player.place($0.place)) }
    let told = Set(events.map(\.words))
    remarks = part.take.remarksAndDoubts.filter { !told.contains($0) }
    pausesCaption = "Pauses of \(Int((timing.pauseThreshold * 1000).rounded())) ms or more"
    pauses = timing.pauses.map {
      PauseView(
        place: player.place($0.start), lasts: "\(decimal($0.duration)) s",
        isLong: $0.duration >= longSilenceInSeconds)
    }
    overTime =
      timing.speech.isEmpty ? nil : PageTable(overTime: timing, curves: sound.curves, of: part.name)
  }
}

extension PageTable {
  /// The curves of a take in figures, twenty rows at most.
  fileprivate init(overTime timing: TakeTiming, curves: TakeCurves?, of name: String) {
    let lengths: [Double] = [5, 10, 15, 30, 60, 120, 300, 600, 1800]
    let length = lengths.first { timing.duration / $0 <= 20 } ?? timing.duration / 20
    let rows = stride(from: 0, to: timing.duration, by: length).map { start in
      let span = start..<min(timing.duration, start + length)
      let spoken = timing.speech.reduce(0) {
        $0 + max(0, min(span.upperBound, $1.end) - max(span.lowerBound, $1.start))
      }
      let rates = (timing.pace?.rateOverTime ?? []).filter { span.contains($0.time) }.map(\.rate)
      let rate = rates.isEmpty ? nil : rates.reduce(0, +) / Double(rates.count)
      return (
        name: "\(clock(span.lowerBound)) to \(clock(span.upperBound))",
        figures: ["\(decimal(spoken)) s", rate.map(decimal) ?? "–", curves?.pitch(in: span) ?? "–"]
      )
    }
    self.init(
      "Speech, rate and pitch over time in \(name)", columns: ["speech", "syllables/s", "pitch"], rows: rows)
  }
}

extension TakeCurves {
  /// The median pitch within `span` (seconds), such as `173 Hz`; `nil` where nothing is voiced.
  fileprivate func pitch(in span: Range<Double>) -> String? {
    let voiced = pitch.enumerated().filter { $0.element > 0 && span.contains((Double($0.offset) + 0.5) * spacing) }
      .map(\.element).sorted()
    return voiced.isEmpty ? nil : "\(Int(voiced[voiced.count / 2].rounded())) Hz"
  }
}
