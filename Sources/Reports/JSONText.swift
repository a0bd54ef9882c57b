import Foundation

/// `value` as JSON, keys sorted: the same value gives the same text.
///
/// What would steer a terminal, turn a line's direction or end a line for some reader of JSON Lines (NEL, U+2028) is
/// written as `\u…`, which loses nothing.
func jsonText(of value: some Encodable, isOneLine: Bool) throws -> String {
  let encoder = JSONEncoder()
  encoder.outputFormatting =
    isOneLine ? [.sortedKeys, .withoutEscapingSlashes] : [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
  return withoutControls(String(decoding: try encoder.encode(value), as: UTF8.self))
}

/// `json` with control and format characters beyond ASCII as escapes; the encoder has seen to those below.
private func withoutControls(_ json: String) -> String {
  // Most have none.
  if json.utf8.allSatisfy({ $0 < 0x7F }) { return json }
  var escaped = String.UnicodeScalarView()
  for scalar in json.unicodeScalars {
    switch scalar.properties.generalCategory {
    case .control where scalar.value >= 0x7F, .format, .lineSeparator, .paragraphSeparator:
      for unit in String(scalar).utf16 {
        let digits = String(unit, radix: 16)
        escaped.append(contentsOf: ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).unicodeScalars)
      }
    default: escaped.append(scalar)
    }
  }
  return String(escaped)
}
