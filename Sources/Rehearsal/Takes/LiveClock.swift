import SpeechTiming
import Synchronization

/// When the candidate has spoken in the running take.
///
/// The capture thread only puts the samples down; they are listened to where the screen is drawn, which may take its
/// time but no more than a tenth of it: on a slow machine the clock looks less often.
struct LiveClock {
  private let unheard = Unheard()
  private var speech: LiveSpeech
  private let sampleRate: Int
  private var heardCount = 0
  private var nextLook = ContinuousClock.now

  /// The clock of a take at `sampleRate` Hz.
  init(sampleRate: Int) {
    self.sampleRate = sampleRate
    speech = LiveSpeech(sampleRate: sampleRate)
  }

  /// What the capture thread calls with each block, mono.
  var listener: @Sendable (Span<Float>) -> Void {
    { [unheard] samples in unheard.append(samples) }
  }

  /// Listens to what came since the last look.
  mutating func listen() {
    let start = ContinuousClock.now
    guard start >= nextLook else { return }
    let samples = unheard.taken()
    speech.append(samples.span)
    heardCount += samples.count
    let end = ContinuousClock.now
    nextLook = end.advanced(by: start.duration(to: end) * 9)
  }

  /// Seconds since the first word, `now` being seconds since the take began; 0 before it.
  func elapsed(at now: Double) -> Double {
    speech.firstSpeech.map { max(0, now - $0) } ?? 0
  }

  /// Seconds from the last word to what was heard last, 0 before the first word.
  var silence: Double {
    speech.lastSpeech.map { max(0, Double(heardCount) / Double(sampleRate) - $0) } ?? 0
  }
}

/// Samples on their way from the capture thread, which waits at most for an exchange of two arrays.
private final class Unheard: Sendable {
  private let samples = Mutex<[Float]>([])

  func append(_ block: Span<Float>) {
    samples.withLock { samples in
      block.withUnsafeBufferPointer { samples += $0 }
    }
  }

  func taken() -> [Float] {
    samples.withLock { samples in
      defer { samples = [] }
      return samples
    }
  }
}
