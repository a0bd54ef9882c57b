/// Compares the frames that a device delivers with the time that passes: what stays away was lost.
///
/// The frames yet to come lag behind the time that passed since the start, more or less from read to read. Two
/// clocks that differ make the least of it grow slowly; sound that was dropped makes it larger at once and for
/// good. What waits in the device's memory is on its way, not missing.
struct Delivery {
  /// How much two clocks may differ: 0.1 %, ten times what the crystals of sound cards do (100 ppm).
  static let greatestSkew = 0.001
  /// A larger lag than usual that counts. Our own choice, shown in DeliveryTests: above what sound servers vary.
  static let tolerance: Duration = .milliseconds(150)
  /// The lag has to last for so long, and for so many reads: a busy sound server catches up. Our own choice.
  static let confirmation: (time: Duration, readCount: Int) = (.seconds(1), 10)

  private let format: CaptureFormat
  /// The frames at which a reader has caught up with the device: less than these wait.
  private let period: Int
  private var frameCount = 0
  private var lastRead: Duration = .zero
  /// The least lag that clocks explain, in frames; nil before the first read.
  private var usualLag: Double?
  private var suspicion: Suspicion?

  /// A lag that is too large, and has been so since some time.
  private struct Suspicion {
    let since: Duration
    var leastLag: Double
    var readCount: Int
  }

  init(format: CaptureFormat, period: Int) {
    self.format = format
    self.period = period
  }

  /// Notes `frames` that were read at a time since the start, while more were `waiting` in the device.
  mutating func note(_ frames: Int, waiting: Int, at time: Duration) {
    frameCount += frames
    let lag = lag(waiting: waiting, at: time)
    var usual = usualLag ?? lag
    usual = min(usual + greatestDrift(from: lastRead, to: time), lag)
    // Sound that comes before its time was stored somewhere, or is not heard in real time at all: when it stops
    // to be early, nothing is lost.
    usual = max(usual, -greatestDrift(from: .zero, to: time))
    usualLag = usual
    lastRead = time

    if lag - usual <= toleratedLag {
      suspicion = nil
    } else if waiting < period {
      // A reader that has yet to catch up knows nothing about what the device holds back.
      var current = suspicion ?? Suspicion(since: time, leastLag: lag, readCount: 0)
      current.leastLag = min(current.leastLag, lag)
      current.readCount += 1
      suspicion = current
    }
  }

  /// The frames that were dropped without an error, once that is certain.
  var droppedFrames: Int? {
    guard let suspicion, let usualLag, suspicion.readCount >= Self.confirmation.readCount,
      lastRead - suspicion.since >= Self.confirmation.time
    else { return nil }
    return Int((suspicion.leastLag - usualLag).rounded())
  }

  /// The frames that stayed away until now, of a device that may have delivered nothing for some time.
  ///
  /// Nil where there are too few to tell.
  func missingFrames(waiting: Int, at time: Duration) -> Int? {
    guard let usualLag else { return nil }
    let missing = lag(waiting: waiting, at: time) - usualLag - greatestDrift(from: lastRead, to: time)
    return missing > toleratedLag ? Int(missing.rounded()) : nil
  }

  /// Takes frames for lost: they are no longer waited for.
  mutating func giveUp(_ frames: Int, at time: Duration) {
    frameCount += frames
    lastRead = time
    suspicion = nil
  }

  private func lag(waiting: Int, at time: Duration) -> Double {
    Double(format.frames(in: time) - frameCount - waiting)
  }

  private func greatestDrift(from start: Duration, to end: Duration) -> Double {
    Double(format.frames(in: end - start)) * Self.greatestSkew
  }

  private var toleratedLag: Double { Double(format.frames(in: Self.tolerance)) }
}
