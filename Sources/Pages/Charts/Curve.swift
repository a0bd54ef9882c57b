import Glibc
import SpeechTiming

/// A curve in a box that is stretched over its lane: `box` is a viewBox, `path` the data of a path in it.
struct Curve: Sendable {
  let box: String
  let path: String

  private static let height = 100.0

  /// Where a share of the lane's height lies in the box, 0 at the bottom.
  private static func y(_ share: Double) -> Int { Int((height * (1 - min(1, max(0, share)))).rounded()) }

  /// The envelope of `levels` about the middle of the lane, `full` reaching its edges, over `axis`.
  init(envelope levels: [Float], spacing: Double, full: Float, axis: TimeAxis) {
    let half = levels.map { level in
      // A line is left where there is no sound.
      max(1, Int((Double(min(1, level / full)) * Self.height / 2).rounded()))
    }
    // Along the top, and back along the bottom, each point as its distance from the one before.
    var path = "M0 \(Int(Self.height) / 2 - (half.first ?? 0))l"
    for (before, next) in zip(half, half.dropFirst()) { path += pair(1, before - next) }
    path += pair(0, 2 * (half.last ?? 0))
    for (before, next) in zip(half.reversed(), half.reversed().dropFirst()) { path += pair(-1, next - before) }
    self.path = path + "z"
    box = Self.box(points: axis.end / max(spacing, 0.001))
  }

  /// `values`, as shares of the lane's height, `spacing` seconds apart; a gap where there is none.
  init(line values: [Double?], spacing: Double, axis: TimeAxis) {
    var path = ""
    var last: Int?
    for (index, value) in values.enumerated() {
      guard let value else {
        last = nil
        continue
      }
      let y = Self.y(value)
      if let last {
        path += pair(1, y - last)
      } else {
        // Zero long at first: a point between two gaps is seen too, by its round ends.
        path += "M\(index) \(y)l" + pair(0, 0)
      }
      last = y
    }
    self.path = path
    box = Self.box(points: axis.end / max(spacing, 0.001))
  }

  /// `points`, each a time in seconds and a share of the lane's height, in order.
  init(through points: [(time: Double, share: Double)], axis: TimeAxis) {
    path = points.enumerated().map { index, point in
      "\(index == 0 ? "M" : "L")\(Int((axis.share(point.time) * 1000).rounded())) \(Self.y(point.share))"
    }.joined()
    box = Self.box(points: 1000)
  }

  /// `spans` as full boxes over the lane.
  init(spans: [Interval], axis: TimeAxis) {
    path = spans.map { span in
      let start = Int((axis.share(span.start) * 10_000).rounded())
      let end = Int((axis.share(span.end) * 10_000).rounded())
      return "M\(start) 0h\(max(1, end - start))v\(Int(Self.height))h\(min(-1, start - end))z"
    }.joined()
    box = Self.box(points: 10_000)
  }

  private static func box(points: Double) -> String {
    "0 0 \(Int(min(1e9, max(1, points.rounded())))) \(Int(height))"
  }
}

/// A relative place in a path, with no more signs than it needs.
private func pair(_ x: Int, _ y: Int) -> String { (x < 0 ? "\(x)" : " \(x)") + (y < 0 ? "\(y)" : " \(y)") }
