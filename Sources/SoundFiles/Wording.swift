import Glibc

/// A path in quotes; line breaks and control characters, which would garble a terminal, become "?".
func quoted(_ path: String) -> String { "'\(printable(path))'" }

/// The last part of a path, safe to print.
func fileName(_ path: String) -> String {
  printable(path.split(separator: "/").last.map(String.init) ?? path)
}

/// A non-negative number with a decimal point in every locale, rounded half up.
func decimal(_ value: Double, places: Int) -> String {
  var scale = 1
  for _ in 0..<places { scale *= 10 }
  // 2^53 / 100: beyond it a Double has no decimals left to show.
  guard value >= 0, value < 9e13 else { return "\(value)" }
  let scaled = Int((value * Double(scale)).rounded())
  let decimals = String(scaled % scale)
  let zeros = String(repeating: "0", count: places - decimals.count)
  return "\(scaled / scale).\(zeros)\(decimals)"
}

/// The system's own words for an `errno`, such as "Input/output error".
func reason(_ code: Int32) -> String {
  // Not strerror, which shares one text among all threads.
  withUnsafeTemporaryAllocation(of: CChar.self, capacity: 256) { text in
    guard let start = text.baseAddress, strerror_r(code, start, text.count) == 0 else {
      return "error \(code)"
    }
    return String(cString: start)
  }
}

private func printable(_ text: String) -> String {
  String(
    String.UnicodeScalarView(
      text.unicodeScalars.map { scalar in
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: "?"
        default: scalar
        }
      }))
}
