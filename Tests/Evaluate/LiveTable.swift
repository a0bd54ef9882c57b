import Foundation
import SpeechTiming

/// How far what is told while recording lies from the report, and what it costs.
enum LiveTable {
  /// Seconds from one look to the next, as in a rehearsal.
  private static let step = 0.1

  static func show(_ sets: [(name: String, files: [Evaluate.LabelledFile])]) throws {
    print("\nlive form                looks  unlike report  first word off by  cost, % of a core")
    for (name, files) in sets {
      var (looks, unlike, cost, duration) = (0, 0, Duration.zero, 0.0)
      var furthest = 0.0
      for file in files {
        let (samples, sampleRate) = try Evaluate.wholeFile(file.path)
        let report = timing(of: samples, sampleRate: sampleRate).speech
        var live = LiveSpeech(sampleRate: sampleRate)
        let samplesInStep = Int(step * Double(sampleRate))
        for start in stride(from: 0, to: samples.count, by: samplesInStep) {
          let end = min(samples.count, start + samplesInStep)
          cost += ContinuousClock().measure { live.append(samples.span.extracting(start..<end)) }
          let now = Double(end) / Double(sampleRate)
          // The state of some time within the last 200 ms.
          let told = [0.2, 0.15, 0.1].map { age in
            report.contains { $0.start <= now - age && now - age < $0.end }
          }
          looks += 1
          if !told.contains(live.isSpeaking) { unlike += 1 }
        }
        duration += Double(samples.count) / Double(sampleRate)
        if let first = report.first?.start, let told = live.firstSpeech { furthest = max(furthest, abs(first - told)) }
      }
      let share = 100 * Double(unlike) / Double(max(1, looks))
      let shown = name.count > 23 ? "…" + name.suffix(22) : name
      print(
        shown.padding(toLength: 24, withPad: " ", startingAt: 0)
          + String(
            format: "%5d  %12.1f %%  %15.3f s  %17.1f", looks, share, furthest, 100 * (cost / .seconds(1)) / duration))
    }
  }
}
