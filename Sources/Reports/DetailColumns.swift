package import Interview
import SpeechTiming

extension Column<Take> {
  /// Where time went: speech, pauses, noise.
  package static var timing: [Column<Take>] {
    [
      Column(title: "speech", width: 7, priority: 0) { decimal($0.timing.speechTime) + " s" },
      Column(title: "of answer", width: 11, priority: 3) { take in
        take.timing.phonationRatio.map { "\(Int(($0 * 100).rounded())) %" }
      },
      Column(title: "latency", width: 9, priority: 1) { $0.timing.responseLatency.map { decimal($0) + " s" } },
      Column(title: "pauses", width: 8, priority: 0) { "\($0.timing.pauses.count)" },
      Column(title: "median", width: 8, priority: 5) { PauseSummary(of: $0.timing).map { decimal($0.median) + " s" } },
      Column(title: "longest", width: 16, priority: 2) { take in
        take.timing.longestPause.map { "\(decimal($0.duration)) s at \(clock($0.start))" }
      },
      Column(title: "SNR", width: 8, priority: 4) { take in
        take.timing.level.signalToNoise.map { "\(Int($0.rounded())) dB" }
      },
    ]
  }

  /// How it was spoken: rates, pitch, hesitations.
  package static var delivery: [Column<Take>] {
    [
      Column(title: "syllables", width: 11, priority: 4) { $0.timing.pace.map { "\($0.nuclei.count)" } },
      Column(title: "articulation", width: 14, priority: 0) { take in
        take.timing.pace.map { decimal($0.articulationRate) + " syl/s" }
      },
      Column(title: "words/min", width: 12, priority: 2) { take in
        take.wordsPerMinute.map { "\(Int($0.rounded()))" }
          ?? take.timing.pace.map { "\(Int($0.wordsPerMinute.atLeast))–\(Int($0.wordsPerMinute.atMost))" }
      },
      Column(title: "pitch", width: 9, priority: 1) { take in
        take.timing.voice?.pitchMedian.map { "\(Int($0.rounded())) Hz" }
      },
      Column(title: "spread", width: 13, priority: 1) { take in
        let voice = take.timing.voice
        return voice?.pitchSpread.map { decimal($0) + " st" + (voice?.isFlat == true ? " flat" : "     ") }
      },
      Column(title: "“uh”", width: 9, priority: 3) { take in
        (take.timing.voice?.filledPauses.count).map { $0 == 0 ? "0" : "guess: \($0)" }
      },
    ]
  }
}
