package import Interview
package import Scenarios
import SpeechTiming

/// The takes of a report on one line of time, in seconds: as they lie in their one file, else end to end.
///
/// End to end they lie as in the file that `sox 1-situation.wav 2-task.wav … answer.wav` makes of them.
package struct Timeline {
  /// One take on it.
  package struct Part {
    /// The step's title, or the probe's number.
    package var name: String
    /// `nil` for an answer to a probe.
    package var step: Step?
    package var verdict: Verdict
    package var target: StepTarget
    package var take: Take
    /// Where the take begins.
    var start: Double

    var end: Double { start + take.timing.duration }

    /// A span of the take, as a span of the timeline.
    func placed(_ span: Interval) -> Interval { Interval(start: start + span.start, end: start + span.end) }
  }

  /// In the order in which they were spoken.
  package let parts: [Part]

  /// The takes of `report`.
  package init(of report: Report) {
    let steps = report.steps.compactMap { row in
      row.take.map {
        Part(name: row.step.title, step: row.step, verdict: row.verdict, target: row.target, take: $0, start: 0)
      }
    }
    let probes = report.probes.enumerated().flatMap { index, row in
      let takes = [("Probe \(index + 1)", row.take), ("Probe \(index + 1), deeper", row.followUpTake)]
      return takes.compactMap { name, take in
        take.map {
          let verdict = Verdict(on: $0.timing, target: row.target)
          return Part(name: name, step: nil, verdict: verdict, target: row.target, take: $0, start: 0)
        }
      }
    }
    var parts = steps + probes
    let isOneFile = Set(parts.map(\.take.file)).count == 1
    var end = 0.0
    for index in parts.indices {
      parts[index].start = isOneFile ? parts[index].take.offset : end
      end = parts[index].end
    }
    self.parts = parts
  }

  /// Where the last take ends.
  var duration: Double { parts.map(\.end).max() ?? 0 }
}
