/// A time in digits five rows high, to be read from a step away.
enum BigTime {
  static let rowCount = 5

  /// The rows of `time`, which is made of digits, colons and minus signs; other characters are left out.
  static func rows(of time: String) -> [String] {
    let digits = time.compactMap { shapes[$0] }
    return (0..<rowCount).map { row in digits.map { $0[row] }.joined(separator: "  ") }
  }

  /// Each digit on a grid of three by five cells, two columns a cell, as cells are half as wide as they are high.
  private static let shapes: [Character: [String]] = [
    "0": drawn("###", "#.#", "#.#", "#.#", "###"), "1": drawn("..#", "..#", "..#", "..#", "..#"),
    "2": drawn("###", "..#", "###", "#..", "###"), "3": drawn("###", "..#", "###", "..#", "###"),
    "4": drawn("#.#", "#.#", "###", "..#", "..#"), "5": drawn("###", "#..", "###", "..#", "###"),
    "6": drawn("###", "#..", "###", "#.#", "###"), "7": drawn("###", "..#", "..#", "..#", "..#"),
    "8": drawn("###", "#.#", "###", "#.#", "###"), "9": drawn("###", "#.#", "###", "..#", "###"),
    ":": drawn(".", "#", ".", "#", "."), "-": drawn("..", "..", "##", "..", ".."),
  ]

  private static func drawn(_ rows: String...) -> [String] {
    rows.map { row in row.map { $0 == "#" ? "██" : "  " }.joined() }
  }
}
