import Glibc
package import Interview

/// A step's answer time as a bar in which every step's target stands in the same column.
package struct PaceBar: Sendable {
  /// Answer time over target; 1 is the target's mark.
  private let share: Double
  /// Limit over target; the bar's right end.
  private let limitShare: Double

  /// The bar of an answer of `answerTime` seconds held against `target`.
  package init(answerTime: Double, target: StepTarget) {
    share = target.seconds > 0 ? answerTime / target.seconds : 0
    limitShare = target.seconds > 0 ? max(1.01, target.limit / target.seconds) : 1.5
  }

  /// How many cells a bar has on a terminal of `width` columns; a multiple of three.
  package static func cells(in width: Int) -> Int {
    min(36, max(12, (width - 46) / 3 * 3))
  }

  /// The column of the target's mark: two thirds of the bar, the last third leads to the limit.
  private static func target(in cells: Int) -> Int { cells * 2 / 3 }

  /// The line above the bars: their marks stand at the target and at the limit.
  package static func ruler(cells: Int) -> String {
    let limit = "limit"
    let mark = Self.target(in: cells)
    return String(repeating: " ", count: mark) + "▾" + limit.aligned(to: cells - mark + 1)
  }

  /// The bar: `cells` cells, a mark at the target, one at the limit, `▸` where the answer went past it.
  package func drawn(cells: Int) -> String {
    let mark = Self.target(in: cells)
    let filled =
      share <= 1
      ? share * Double(mark)
      : Double(mark) + (share - 1) / (limitShare - 1) * Double(cells - mark)
    // An answer, however short, is seen: half a cell at least.
    let halves = share > 0 ? max(1, Int((filled * 2).rounded())) : 0
    var bar = ""
    for cell in 0..<cells {
      let isFull = halves >= 2 * cell + 2
      let isHalf = halves == 2 * cell + 1
      if cell == mark { bar += "│" }
      bar += isFull ? "█" : isHalf ? "▌" : "·"
    }
    return bar + (share > limitShare ? "▸" : "┆")
  }
}
