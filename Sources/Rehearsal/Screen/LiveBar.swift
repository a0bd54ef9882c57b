import Interview

/// The time since the first word as a bar that ends at the limit, over a ruler with the marks of the timing lights.
struct LiveBar {
  /// The bar, with its end marked; `▸` where the answer went past the limit.
  let bar: String
  /// The marks at 50, 75 and 100 % of the target and at the limit.
  let ruler: String

  /// A bar of `cells` cells after `elapsed` seconds.
  init(elapsed: Double, target: StepTarget, cells: Int) {
    let limit = max(target.limit, target.seconds, 0.001)
    func cell(_ seconds: Double) -> Int { Int((seconds / limit * Double(cells)).rounded()) }
    // The first moment is seen: half a cell at least.
    let halves = elapsed > 0 ? max(1, min(2 * cells, Int(elapsed / limit * Double(2 * cells)))) : 0
    bar =
      String(repeating: "█", count: halves / 2) + (halves % 2 == 1 ? "▌" : "")
      + String(repeating: "·", count: cells - (halves + 1) / 2) + (elapsed > limit ? "▸" : "┆")
    var marks = ""
    for (share, name) in [(0.5, "▴50"), (0.75, "▴75"), (1, "▴100 %")] {
      let place = cell(share * target.seconds)
      // A mark that would lie on another's name is left out.
      guard place >= marks.count, place + name.count <= cells - 6 || share == 1 else { continue }
      marks += String(repeating: " ", count: place - marks.count) + name
    }
    let end = "limit▴"
    let room = cells + 1 - marks.count - end.count
    ruler = room >= 1 ? marks + String(repeating: " ", count: room) + end : marks
  }
}
