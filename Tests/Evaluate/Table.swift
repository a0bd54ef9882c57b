import Evaluation
import Foundation

/// Scores as the lines of a table: times in milliseconds, medians and 90th percentiles of absolute errors.
enum Table {
  static let header =
    "set".padding(toLength: 24, withPad: " ", startingAt: 0)
    + "frame F1   acc.  pause P      R      F  bound. med  p90  speech time  answer med   max  syllables"

  static func row(_ name: String, _ score: Score) -> String {
    let answers = score.answerTimeErrors.map(abs).sorted()
    let boundaries = score.boundaryErrors.sorted()
    let speechTime = score.speechTimeErrors.map(abs).reduce(0, +) / Double(max(1, score.speechTimeErrors.count))
    let syllables = score.syllableErrors.map(abs)
    let shown = name.count > 23 ? "…" + name.suffix(22) : name
    return shown.padding(toLength: 24, withPad: " ", startingAt: 0)
      + [
        figure(score.frameF1, 8), figure(score.accuracy, 7), figure(score.pausePrecision, 9),
        figure(score.pauseRecall, 7), figure(score.pauseF, 7), milliseconds(quantile(0.5, boundaries), 12),
        milliseconds(quantile(0.9, boundaries), 5), milliseconds(speechTime, 13),
        milliseconds(quantile(0.5, answers), 12), milliseconds(answers.last, 6),
        syllables.isEmpty
          ? "–".leftPadded(11)
          : String(format: "%.1f %%", syllables.reduce(0, +) / Double(syllables.count) * 100).leftPadded(11),
      ].joined()
  }

  private static func quantile(_ share: Double, _ sorted: [Double]) -> Double? {
    sorted.isEmpty ? nil : sorted[min(sorted.count - 1, Int(share * Double(sorted.count)))]
  }

  private static func figure(_ value: Double, _ width: Int) -> String {
    String(format: "%.3f", value).leftPadded(width)
  }

  private static func milliseconds(_ seconds: Double?, _ width: Int) -> String {
    (seconds.map { String(Int(($0 * 1000).rounded())) } ?? "–").leftPadded(width)
  }
}

extension String {
  fileprivate func leftPadded(_ width: Int) -> String {
    String(repeating: " ", count: max(0, width - count)) + self
  }
}
