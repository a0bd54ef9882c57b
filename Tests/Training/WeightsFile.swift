import Glibc

/// The source file that holds the trained network.
enum WeightsFile {
  /// The file's text for `nets`; the form of the numbers is told at `decodedWeights`.
  static func source(of nets: [Perceptron], figures: [String]) -> String {
    let rows = nets.flatMap { net in
      net.first + [net.firstBias, net.second, SIMD16(repeating: net.secondBias)]
    }.map(encoded)
    let lines = stride(from: 0, to: rows.count, by: 3).map { rows[$0..<min($0 + 3, rows.count)].joined() }
    return """
      /// The detector's trained network: written by `make train`, not by hand; the form is told at `decodedWeights`.
      ///
      \(figures.map { "/// " + $0 }.joined(separator: "\n"))
      enum DetectorWeights {
        static let encoded: StaticString = #\"""
      \(lines.map { "    " + $0 }.joined(separator: "\n"))
          \"""#
      }

      """
  }

  /// A row of sixteen numbers as 33 characters.
  private static func encoded(_ row: SIMD16<Float>) -> String {
    let largest = max(abs(row.min()), abs(row.max()), 1e-9)
    // The smallest exponent with which the largest mantissa stays within 2047.
    let exponent = min(23, max(-40, Int((log2(largest / 2047)).rounded(.up))))
    let unit = Float(sign: .plus, exponent: exponent, significand: 1)
    var text = character(exponent + 40)
    for i in 0..<16 {
      let digits = Int((row[i] / unit).rounded()) + 2048
      text += character(digits / 64) + character(digits % 64)
    }
    return text
  }

  private static func character(_ six: Int) -> String { String(UnicodeScalar(UInt8(48 + six))) }
}
