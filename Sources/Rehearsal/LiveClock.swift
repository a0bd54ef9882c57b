import SpeechTiming
import Synchronization

/// How long the candidate has been speaking in the running take, told by the capture thread to the screen.
final class LiveClock: Sendable {
  /// Start of the first speech, in milliseconds from the start of the take; -1 as long as there is none.
  private let first = Atomic(-1)

  /// What the capture thread calls with each block, mono at `sampleRate` Hz.
  func listener(sampleRate: Int) -> (Span<Float>) -> Void {
    var live = LiveSpeech(sampleRate: sampleRate)
    return { samples in
      live.append(samples)
      if let start = live.firstSpeech { self.first.store(Int(start * 1000), ordering: .relaxed) }
    }
  }

  /// Seconds since the first word, `now` being seconds since the take began; 0 before it.
  func elapsed(at now: Double) -> Double {
    let start = first.load(ordering: .relaxed)
    return start < 0 ? 0 : max(0, now - Double(start) / 1000)
  }
}
