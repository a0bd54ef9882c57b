import Evaluation
import Foundation
import Sessions
import SpeechTiming

/// How many built hesitations are guessed, by their length, and how many guesses a minute of speech are of nothing.
enum HesitationTable {
  private static let lengths = [0.25, 0.35, 0.5, 0.8]

  /// Prints a row for "uh" and one for "um", put into `samples`, and one for each of `folders`: those have no truth,
  /// what is guessed there may be hesitations or not.
  static func show(_ samples: [Evaluate.LabelledFile], folders: [(name: String, files: [Evaluate.LabelledFile])]) throws
  {
    let header = lengths.map { String(format: "%8.2f s", $0) }.joined() + "   guesses a minute elsewhere"
    print("\nfilled pauses".padding(toLength: 25, withPad: " ", startingAt: 0) + header)
    for (name, isNasal) in [("“uh” in the samples", false), ("“um” in the samples", true)] {
      let scores = try lengths.map { try score(samples, seconds: $0, isNasal: isNasal) }
      print(row(name, scores, elsewhere: scores.reduce(into: HesitationScore()) { $0.add($1) }))
    }
    for (name, files) in folders { print(row(name, [], elsewhere: try score(files))) }
  }

  private static func row(_ name: String, _ scores: [HesitationScore], elsewhere: HesitationScore) -> String {
    let shares = lengths.indices.map {
      scores.isEmpty ? "         –" : String(format: "%10.2f", Double(scores[$0].found) / Double(scores[$0].put))
    }
    return name.padding(toLength: 24, withPad: " ", startingAt: 0) + shares.joined()
      + String(format: "%29.2f", Double(elsewhere.falseAlarms) / max(1e-9, elsewhere.minutes))
  }

  /// The score over `files`, with hesitations of `seconds` put in, or as they are.
  private static func score(
    _ files: [Evaluate.LabelledFile], seconds: Double? = nil, isNasal: Bool = false
  ) throws -> HesitationScore {
    let scores = concurrentMap(files) { file in
      Result {
        let (samples, sampleRate) = try Evaluate.wholeFile(file.path)
        let plain = timing(of: samples, sampleRate: sampleRate)
        guard let seconds, let pitch = plain.voice?.pitchMedian else {
          return HesitationScore(guesses: plain.voice?.filledPauses ?? [], put: [], speech: plain.speech)
        }
        let changed = withHesitations(
          samples, speech: file.labels.speech, sampleRate: sampleRate, pitch: pitch, seconds: seconds,
          isNasal: isNasal)
        let timing = timing(of: changed.samples, sampleRate: sampleRate)
        return HesitationScore(
          guesses: timing.voice?.filledPauses ?? [], put: changed.hesitations, speech: timing.speech)
      }
    }
    return try scores.reduce(into: HesitationScore()) { $0.add(try $1.get()) }
  }
}
