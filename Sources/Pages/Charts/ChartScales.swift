import Acoustics
import Glibc
import SpeechTiming

/// The scales of the curves, the same for all takes of a report, so that they can be held against each other.
struct ChartScales: Sendable {
  /// The level that fills a lane, 0...1 of full scale.
  let fullLevel: Float
  /// The lowest and the highest pitch of the lane, in Hz; `nil` without any.
  let pitch: ClosedRange<Double>?
  /// The rate at the top of the lane, in syllables a second.
  let fullRate: Double

  /// The scales for takes with such curves and rates.
  init(curves: [TakeCurves], paces: [Pace]) {
    // Not the loudest: one knock at the microphone would make the voice small.
    fullLevel = max(1e-4, (percentile(99.5, of: curves.flatMap(\.level)) ?? 1) * 1.1)
    let pitches = curves.flatMap(\.pitch).filter { $0 > 0 }
    pitch = percentile(1, of: pitches).flatMap { low in
      percentile(99, of: pitches).map { high in Self.octaveOrMore(around: Double(low), Double(high)) }
    }
    let rates = paces.flatMap(\.rateOverTime).map(\.rate)
    fullRate = min(20, max(6, rates.max() ?? 0)).rounded(.up)
  }

  /// A range of an octave at least: a voice that hardly moves is to look like one.
  private static func octaveOrMore(around low: Double, _ high: Double) -> ClosedRange<Double> {
    let middle = (low * high).squareRoot()
    let half = max(2.0.squareRoot(), (high / low).squareRoot() * 1.06)
    return middle / half...middle * half
  }

  /// Where `pitch` (Hz) lies in the lane, 0 at the bottom; by octaves, as it is heard.
  func share(ofPitch hertz: Double) -> Double {
    guard let pitch, hertz > 0 else { return 0 }
    return log2(hertz / pitch.lowerBound) / log2(pitch.upperBound / pitch.lowerBound)
  }

  /// Round pitches within the lane, so far from each other that their labels are.
  var pitchLines: [Double] {
    guard pitch != nil else { return [] }
    let round: [Double] = [75, 100, 150, 200, 300, 400, 600, 125, 175, 250, 350, 500]
    var lines: [Double] = []
    for line in round where 0.08...0.8 ~= share(ofPitch: line) {
      if lines.allSatisfy({ abs(share(ofPitch: $0) - share(ofPitch: line)) > 0.3 }) { lines.append(line) }
    }
    return lines.sorted()
  }

  /// Round rates within the lane.
  var rateLines: [Double] { stride(from: 2, to: fullRate, by: fullRate > 8 ? 4 : 2).map { $0 } }
}
