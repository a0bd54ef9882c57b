import Foundation
package import Scenarios

/// Where each step lies in one recording of a whole answer.
package struct StepMarks: Sendable, Equatable {
  /// Start and end of each step that is there, in seconds; `nil` for an end that is the end of the file.
  package var spans: [(step: Step, start: Double, end: Double?)]

  package static func == (first: StepMarks, second: StepMarks) -> Bool {
    first.spans.elementsEqual(second.spans) { $0 == $1 }
  }

  /// Marks from `0:31,0:52,2:20,2:41`: where Task, Action, Result and Reflection begin; a fifth ends Reflection.
  ///
  /// A time is `SS`, `M:SS` or `H:MM:SS`, each with decimals if wanted.
  /// - Throws: `usage` where a time cannot be read, they do not rise, or there are not four or five.
  package init(_ text: String) throws(SessionError) {
    let example =
      "Write where Task, Action, Result and Reflection begin, such as --marks 0:31,0:52,2:20,2:41."
    var times: [Double] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      guard let time = seconds(from: part) else {
        throw SessionError(.usage, "'\(part)' in --marks is not a time. \(example)")
      }
      guard time > times.last ?? 0 else {
        throw SessionError(.usage, "The times of --marks must rise, and '\(part)' does not. \(example)")
      }
      times.append(time)
    }
    guard times.count == 4 || times.count == 5 else {
      throw SessionError(.usage, "--marks has \(times.count) times and needs four. \(example)")
    }
    let starts = [0] + times
    spans = Step.allCases.indices.map { index in
      (Step.allCases[index], starts[index], index + 1 < starts.count ? starts[index + 1] : nil)
    }
  }

  /// Marks from an Audacity label file: `start TAB end TAB name`, seconds, a step's name a line.
  ///
  /// A label of no length begins a step that lasts until the next label. Lines of other labels are passed over;
  /// so are the lines beginning with `\` that hold a label's frequencies.
  /// Source: Audacity manual, "Importing and Exporting Labels".
  /// - Throws: `badData` where no step is named, one is named twice, a time cannot be read or two steps overlap.
  package init(labels text: String, file: String) throws(SessionError) {
    let advice = "Export it from Audacity with one label a step, named Situation to Reflection."
    var found: [(step: Step, start: Double, end: Double)] = []
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    where !line.isEmpty && !line.hasPrefix("\\") {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard fields.count >= 2, let start = Double(fields[0]), let end = Double(fields[1]), 0 <= start,
        start <= end
      else {
        throw SessionError(
          .badData, "Line \(index + 1) of \(file) is not a label (start, end, name). \(advice)")
      }
      let name = fields.count > 2 ? fields[2].lowercased() : ""
      guard let step = Step.allCases.first(where: { name.contains($0.rawValue) }) else { continue }
      guard !found.contains(where: { $0.step == step }) else {
        throw SessionError(.badData, "\(file) names \(step.title) twice. \(advice)")
      }
      found.append((step, start, end))
    }
    guard !found.isEmpty else { throw SessionError(.badData, "\(file) names no step. \(advice)") }
    found.sort { $0.start < $1.start }
    spans = []
    for (index, label) in found.enumerated() {
      let next = index + 1 < found.count ? found[index + 1].start : nil
      let end = label.end > label.start ? label.end : next
      if let end, let next, end > next {
        throw SessionError(.badData, "\(label.step.title) in \(file) runs into the next step. \(advice)")
      }
      spans.append((label.step, label.start, end))
    }
    spans.sort { $0.step < $1.step }
  }
}

/// The seconds that `text` means, as `SS`, `M:SS` or `H:MM:SS`; `nil` where it is none of these.
package func seconds(from text: Substring) -> Double? {
  let parts = text.split(separator: ":", omittingEmptySubsequences: false)
  guard (1...3).contains(parts.count),
    parts.allSatisfy({ $0.first?.isASCII == true && $0.first?.isNumber == true })
  else { return nil }
  let values = parts.compactMap { Double($0) }
  guard values.count == parts.count, values.allSatisfy({ $0.isFinite && $0 >= 0 }),
    values.dropFirst().allSatisfy({ $0 < 60 })
  else { return nil }
  return values.reduce(0) { $0 * 60 + $1 }
}
