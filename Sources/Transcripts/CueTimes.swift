/// The times in a line such as `00:00:01.000 --> 00:00:02.500 align:start`, in seconds.
///
/// Hours may be missing, fractions too; a comma does for a point. Sources: W3C WebVTT, "collect a WebVTT timestamp";
/// SubRip has no specification.
func cueTimes(in line: ArraySlice<UInt8>) -> (start: Double, end: Double)? {
  var rest = line.trimmed
  guard let start = takeTime(from: &rest) else { return nil }
  rest = rest.drop(while: \.isSpace)
  guard rest.starts(with: "-->".utf8) else { return nil }
  rest = rest.dropFirst(3).drop(while: \.isSpace)
  guard let end = takeTime(from: &rest) else { return nil }
  return (start, end)
}

/// Whether a line is meant to have times: a digit first, and an arrow. Text with an arrow is text.
func isMeantAsTimes(_ line: ArraySlice<UInt8>) -> Bool {
  guard let first = line.first(where: { !$0.isSpace }), first.isDigit else { return false }
  var rest = line
  while let dash = rest.firstIndex(of: UInt8(ascii: "-")) {
    rest = rest[dash...]
    if rest.starts(with: "-->".utf8) { return true }
    rest = rest.dropFirst()
  }
  return false
}

/// A line's times.
///
/// - Throws: where they cannot be read.
func cueTimes(inLine number: Int, _ line: ArraySlice<UInt8>) throws(Fault) -> (start: Double, end: Double) {
  guard let times = cueTimes(in: line) else {
    throw Fault(line: number, "the times cannot be read", advice: "write them as 00:00:01.000 --> 00:00:02.500")
  }
  return times
}

/// A time from the beginning of `text`, which then has what follows it.
func takeTime(from text: inout ArraySlice<UInt8>) -> Double? {
  var parts: [Double] = []
  while true {
    let digits = text.prefix { $0.isDigit }
    // Nine digits of hours are more than any recording has, and a double holds them exactly.
    guard (1...9).contains(digits.count) else { return nil }
    parts.append(digits.reduce(0) { $0 * 10 + Double($1 - UInt8(ascii: "0")) })
    text = text.dropFirst(digits.count)
    guard text.first == UInt8(ascii: ":"), parts.count < 3 else { break }
    text = text.dropFirst()
  }
  guard parts.count >= 2, parts.dropFirst().allSatisfy({ $0 < 60 }) else { return nil }
  var fraction = 0.0
  if text.first == UInt8(ascii: ".") || text.first == UInt8(ascii: ",") {
    let digits = text.dropFirst().prefix { $0.isDigit }
    guard (1...9).contains(digits.count) else { return nil }
    let value = digits.reduce(0) { $0 * 10 + Double($1 - UInt8(ascii: "0")) }
    fraction = value / (0..<digits.count).reduce(1) { scale, _ in scale * 10 }
    text = text.dropFirst(1 + digits.count)
  }
  return parts.reduce(0) { $0 * 60 + $1 } + fraction
}
