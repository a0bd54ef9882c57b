/// Tells while a take is recorded whether somebody speaks: a quick guess for the display alone.
///
/// The report never uses it: it measures the finished take with all of it known. Speech is a run of at least
/// 80 ms that stands 9 dB above the quietest 10 ms of the last three seconds and above -55 dBFS; after it, 200 ms
/// below that still count as speech. The figures were chosen on Audio/, see LiveSpeechTests.
public struct LiveSpeech: Sendable {
  /// Where the first speech began, in seconds from the start of the take; `nil` as long as there is none.
  public private(set) var firstSpeech: Double?
  /// Where the latest speech ended, in seconds; the present while somebody speaks.
  public private(set) var lastSpeech: Double?

  private let framesPerSecond = 100.0
  private let samplesInFrame: Int
  private var frame: [Float] = []
  private var frameCount = 0
  private var loudRun = 0
  private var hangover = 0
  /// The smallest power of each half second, the newest last: three seconds of floor.
  private var minima: [Float] = [.infinity]

  private static let floorFrames = 50
  private static let minimaKept = 7
  /// 9 dB above the floor.
  private static let overFloor: Float = 7.94
  /// -55 dBFS.
  private static let absolute: Float = 3.16e-6

  /// A listener to samples at `sampleRate` Hz.
  public init(sampleRate: Int) {
    samplesInFrame = max(1, sampleRate / 100)
    frame.reserveCapacity(samplesInFrame)
  }

  /// Hears the next samples of the take, mono, full scale -1...1.
  public mutating func append(_ samples: Span<Float>) {
    for i in samples.indices {
      frame.append(samples[i])
      if frame.count == samplesInFrame {
        judge(power: frame.reduce(0) { $0 + $1 * $1 } / Float(samplesInFrame))
        frame.removeAll(keepingCapacity: true)
      }
    }
  }

  private mutating func judge(power: Float) {
    if frameCount > 0, frameCount % Self.floorFrames == 0 {
      minima.append(.infinity)
      if minima.count > Self.minimaKept { minima.removeFirst() }
    }
    frameCount += 1
    let floor = minima.min() ?? .infinity
    minima[minima.count - 1] = min(minima[minima.count - 1], power)
    let isLoud = power > Self.absolute && (floor == .infinity || power > Self.overFloor * floor)
    loudRun = isLoud ? loudRun + 1 : 0
    if loudRun >= 8 { hangover = 20 } else if hangover > 0 { hangover -= 1 }
    guard hangover > 0 else { return }
    if firstSpeech == nil { firstSpeech = Double(frameCount - loudRun) / framesPerSecond }
    if isLoud { lastSpeech = Double(frameCount) / framesPerSecond }
  }
}
