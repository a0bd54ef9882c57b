import Reports
import SpeechTiming

/// One curve of a take below its title, with the lines of its scale.
struct Lane: Sendable {
  let kind: String
  let title: String
  let height: Int
  /// Height of the part below the title.
  let inner: Int
  let curve: Curve
  let lines: [Line]

  /// A line across the lane at a round value.
  struct Line: Sendable {
    let y: String
    let label: String
  }

  static let titleHeight = 17

  private init(_ kind: String, _ title: String, inner: Int, curve: Curve, lines: [Line] = []) {
    self.kind = kind
    self.title = title
    self.inner = inner
    height = inner + Self.titleHeight
    self.curve = curve
    self.lines = lines
  }

  /// The envelope of the sound.
  static func level(_ curves: TakeCurves, _ scales: ChartScales, _ axis: TimeAxis) -> Lane {
    let curve = Curve(envelope: curves.level, spacing: curves.spacing, full: scales.fullLevel, axis: axis)
    return Lane("level", "Envelope of the sound", inner: 56, curve: curve)
  }

  /// The pitch, by octaves; `nil` where nothing is voiced.
  static func pitch(_ curves: TakeCurves, _ scales: ChartScales, _ axis: TimeAxis) -> Lane? {
    guard curves.pitch.contains(where: { $0 > 0 }) else { return nil }
    let shares = curves.pitch.map { $0 > 0 ? scales.share(ofPitch: Double($0)) : nil }
    return Lane(
      "pitch", "Pitch, Hz", inner: 52, curve: Curve(line: shares, spacing: curves.spacing, axis: axis),
      lines: scales.pitchLines.map { Line(y: percent(1 - scales.share(ofPitch: $0)), label: "\(Int($0))") })
  }

  /// The rate of syllables over the answer; `nil` without one.
  static func rate(_ timing: TakeTiming, _ scales: ChartScales, _ axis: TimeAxis) -> Lane? {
    guard let answer = timing.answer, let pace = timing.pace, let first = pace.rateOverTime.first,
      let last = pace.rateOverTime.last
    else { return nil }
    // A window's rate stands at its centre; the first and the last reach to the ends of the answer.
    let all =
      [(time: answer.start, rate: first.rate)] + pace.rateOverTime.map { (time: $0.time, rate: $0.rate) }
      + [(time: answer.end, rate: last.rate)]
    let curve = Curve(through: all.map { (time: $0.time, share: $0.rate / scales.fullRate) }, axis: axis)
    return Lane(
      "rate", "Syllables a second, over \(Int(Pace.windowLength)) s", inner: 44, curve: curve,
      lines: scales.rateLines.map { Line(y: percent(1 - $0 / scales.fullRate), label: "\(Int($0))") })
  }
}
