import Acoustics

/// Tells while a take is recorded whether somebody speaks, within 200 ms: for the display and for cues.
///
/// The detector of the report, run again with each 80 ms over the last 6 to 7 s, as if the take were those alone. The
/// report never uses it: it measures the finished take with all of it known. `HowTheDetectorWorks` says how far the
/// two differ and what this costs; memory is bounded.
public struct LiveSpeech: Sendable {
  /// Where the first speech began, in seconds from the start of the take; `nil` as long as there is none.
  ///
  /// It may still move, or be taken back, while it lies within the last 6 s.
  public var firstSpeech: Double? { settledFirst ?? recentSpeech.first?.start }
  /// Where the latest speech ended, in seconds; at most 200 ms before the present while somebody speaks.
  public var lastSpeech: Double? { recentSpeech.last?.end ?? settledLast }
  /// Whether somebody speaks: the state of at most 200 ms ago.
  public private(set) var isSpeaking = false

  /// Speech of the last 6 to 7 s; what begins within the last 110 ms is not decided yet and left out.
  package private(set) var recentSpeech: [Interval] = []
  /// The first and the last moment of the speech that lies further back.
  private var settledFirst: Double?
  private var settledLast: Double?

  private var resampler: Resampler
  private var frames = FrameExtractor()
  /// Log-odds of speech of the frames kept.
  private var logits: [Float] = []
  /// Frames no longer kept.
  private var forgottenCount = 0
  /// Samples at 16 kHz that do not make a whole step yet.
  private var waiting: [Float] = []

  /// Samples of 80 ms: an even number of frames, as the network takes them in pairs.
  private static let samplesInStep = 8 * FrameFeatures.hop
  /// Frames at the end that are not decided. Told after these 90 ms, 20 for the window of the last of them, a step's
  /// 80 and the resampler's 4 at most: 194 ms.
  private static let undecided = 9
  /// Frames kept at least and at most. 6 s: as good as 20 on Audio/ and on the TEN VAD test set.
  private static let kept = 600...700
  /// What comes is taken to mirror the last 0.6 s: an end of the take would make the floor too high.
  private static let mirrored = 60
  /// Frames whose log-odds are computed anew, the take going on behind them.
  private static let renewed = 120

  /// A listener to samples at `sampleRate` Hz (8 to 192 kHz).
  public init(sampleRate: Int) {
    resampler = Resampler(from: sampleRate, to: FrameFeatures.sampleRate)
  }

  /// Hears the next samples of the take, mono, full scale -1...1, and decides once, after the last whole 80 ms.
  public mutating func append(_ samples: Span<Float>) {
    var resampled: [Float] = []
    resampler.append(samples, to: &resampled)
    waiting += resampled
    let whole = waiting.count / Self.samplesInStep * Self.samplesInStep
    guard whole > 0 else { return }
    let steps = Array(waiting[..<whole])
    waiting.removeFirst(whole)
    frames.append(steps.span)
    frames.flush()
    decide()
  }

  /// Looks at the frames kept anew.
  private mutating func decide() {
    let features = frames.features
    let count = features.count
    guard count >= 10 else { return }
    var cues = SpeechCues(of: features.mirrored(Self.mirrored))
    cues.prominence.removeSubrange(count...)
    let first = max(0, count - Self.renewed) & ~1
    logits.removeSubrange(min(first, logits.count)...)
    logits += DetectorNetwork.trained.logits(of: cues.channels, in: logits.count..<count)
    let decided = count - Self.undecided
    let segments = speechSegments(in: cues, of: features, logits: logits).filter { $0.lowerBound < decided }
    isSpeaking = segments.last.map { $0.upperBound >= decided } ?? false
    recentSpeech = segments.map { segment in
      Interval(
        start: Double(forgottenCount + segment.lowerBound) / 100,
        end: Double(forgottenCount + segment.upperBound) / 100)
    }
    if count >= Self.kept.upperBound { forget((count - Self.kept.lowerBound) & ~1) }
  }

  /// Settles the first `count` of the frames kept.
  private mutating func forget(_ count: Int) {
    frames.forget(count)
    logits.removeFirst(count)
    forgottenCount += count
    let end = Double(forgottenCount) / 100
    for segment in recentSpeech where segment.start < end {
      if settledFirst == nil { settledFirst = segment.start }
      settledLast = min(end, segment.end)
    }
  }
}
