import SpeechTiming
import Synchronization

/// When the candidate has spoken in the running take, told by the capture thread to the screen.
final class LiveClock: Sendable {
  /// Start of the first speech and end of the last, in milliseconds from the start of the take; -1 without any.
  private let first = Atomic(-1)
  private let last = Atomic(-1)

  /// What the capture thread calls with each block, mono at `sampleRate` Hz.
  func listener(sampleRate: Int) -> (Span<Float>) -> Void {
    var live = LiveSpeech(sampleRate: sampleRate)
    return { samples in
      live.append(samples)
      if let end = live.lastSpeech { self.last.store(Int(end * 1000), ordering: .relaxed) }
      if let start = live.firstSpeech { self.first.store(Int(start * 1000), ordering: .relaxed) }
    }
  }

  /// Seconds since the first word, `now` being seconds since the take began; 0 before it.
  func elapsed(at now: Double) -> Double {
    let start = first.load(ordering: .relaxed)
    return start < 0 ? 0 : max(0, now - Double(start) / 1000)
  }

  /// Seconds since the last word, 0 before the first.
  func silence(at now: Double) -> Double {
    let end = last.load(ordering: .relaxed)
    return end < 0 ? 0 : max(0, now - Double(end) / 1000)
  }
}
