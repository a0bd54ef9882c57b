import Capture
import Synchronization

/// The samples of a take, kept in memory where a test can see them.
final class Heard: Sendable {
  struct Samples {
    var int16: [Int16] = []
    var int32: [Int32] = []
    var float32: [Float] = []
    var isFinished = false
  }

  private let storage = Mutex(Samples())

  var samples: Samples { storage.withLock { $0 } }

  func change(_ body: (inout Samples) -> Void) {
    storage.withLock { body(&$0) }
  }
}

/// A sink that fills `Heard`, and fails once it holds too many samples.
struct MemorySink: TakeSink {
  struct Full: Error {}

  let heard: Heard
  var limit = Int.max

  func append(_ samples: Span<Int16>) throws(Full) {
    if heard.samples.int16.count + samples.count > limit { throw Full() }
    heard.change { kept in samples.indices.forEach { kept.int16.append(samples[$0]) } }
  }

  func append(_ samples: Span<Int32>) throws(Full) {
    if heard.samples.int32.count + samples.count > limit { throw Full() }
    heard.change { kept in samples.indices.forEach { kept.int32.append(samples[$0]) } }
  }

  func append(_ samples: Span<Float>) throws(Full) {
    if heard.samples.float32.count + samples.count > limit { throw Full() }
    heard.change { kept in samples.indices.forEach { kept.float32.append(samples[$0]) } }
  }

  func finish() throws(Full) {
    heard.change { $0.isFinished = true }
  }
}
