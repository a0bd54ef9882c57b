import Capture
import SpeechTiming
import Synchronization

/// What is heard in each channel of a microphone.
///
/// Each by itself: in their mean, the empty second input of an interface would hide what the first one clips.
final class HeardChannels: Sendable {
  private let analyzers: Mutex<[TakeAnalyzer]>

  init(_ format: CaptureFormat) {
    analyzers = Mutex(
      Array(repeating: TakeAnalyzer(sampleRate: format.sampleRate), count: format.channelCount))
  }

  /// Takes `count` interleaved samples, of whole frames, full scale -1...1.
  func append(_ count: Int, _ amplitude: (Int) -> Float) {
    analyzers.withLock { analyzers in
      for channel in analyzers.indices {
        let samples = stride(from: channel, to: count, by: analyzers.count).map(amplitude)
        analyzers[channel].append(samples.span)
      }
    }
  }

  /// The channel with the loudest speech, without any the one with the highest peak. Nothing can be taken after it.
  func best() -> TakeTiming {
    func rank(_ timing: TakeTiming) -> (Double, Double) {
      (timing.level.speech ?? -.infinity, timing.level.peak ?? -.infinity)
    }
    let timings = analyzers.withLock { analyzers in analyzers.indices.map { analyzers[$0].finish() } }
    return timings.dropFirst().reduce(timings[0]) { rank($0) < rank($1) ? $1 : $0 }
  }
}

/// Lets a recording be heard and keeps none of it.
struct ListeningSink: TakeSink {
  let heard: HeardChannels

  // Divided as libsndfile does when a take is read.
  func append(_ samples: Span<Int16>) { heard.append(samples.count) { Float(samples[$0]) / 32_768 } }
  func append(_ samples: Span<Int32>) { heard.append(samples.count) { Float(samples[$0]) / 2_147_483_648 } }
  func append(_ samples: Span<Float>) { heard.append(samples.count) { samples[$0] } }
  func finish() {}
}
