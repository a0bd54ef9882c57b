import Mustache
import Reports

/// How text of people becomes text of a page: nothing in it is markup, nothing steers how it is read.
///
/// Every `{{value}}` of every template goes through here. Escaped sign by sign of Unicode: the engine's own escaping goes
/// by grapheme clusters, in which a quotation mark with an accent above is another character and stays.
struct PageText: MustacheContentType {
  /// The name by which templates ask for it.
  static let name = "PAGE"

  func escapeText(_ text: String) -> String {
    // Most values are numbers, and the largest are paths of curves.
    if text.utf8.allSatisfy({ 0x20..<0x7F ~= $0 && !Self.markup.contains($0) }) { return text }
    var escaped = ""
    for scalar in text.printable.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  private static let markup: Set<UInt8> = Set("&<>\"'".utf8)
}
