/// One cue of a subtitle file.
struct Cue {
  /// In seconds; `nil` for text before the first times.
  var start: Double?
  /// In seconds; `nil` for text before the first times.
  var end: Double?
  /// The line of its times.
  var line: Int
  /// Its text with tags, lines joined by line feeds.
  var text: [UInt8] = []

  /// Adds a line of text.
  mutating func append(_ line: ArraySlice<UInt8>) {
    text += line
    text.append(UInt8(ascii: "\n"))
  }

  /// Its text without tags, with the times that it has inside.
  var utterance: Utterance { Utterance(runs: runs, place: "line \(line)") }

  /// Text after a time inside the cue begins then; what is before it does not end there for certain.
  private var runs: [Utterance.Run] {
    var runs = [Utterance.Run(text: [], start: start)]
    var position = 0
    while position < text.count {
      let byte = text[position]
      if byte == UInt8(ascii: "<"), let tag = tag(at: position, from: "<", to: ">") {
        var content = tag.dropFirst().dropLast()
        if content.first?.isDigit == true, let time = takeTime(from: &content), content.isEmpty {
          runs.append(.init(text: [], start: time))
        }
        position = tag.endIndex
      } else if byte == UInt8(ascii: "{"), let tag = tag(at: position, from: "{", to: "}") {
        position = tag.endIndex
      } else if byte == UInt8(ascii: "&"), let (scalar, end) = character(at: position) {
        runs[runs.count - 1].text += String(scalar).utf8
        position = end
      } else {
        runs[runs.count - 1].text.append(byte)
        position += 1
      }
    }
    runs[runs.count - 1].end = end
    return runs
  }

  /// The tag that begins at `position`; `nil` where the sign stands for itself ("a < b").
  ///
  /// Tags are `<v Name>`, `</i>`, `<00:01.000>` and the `{\an8}` of other subtitle formats.
  private func tag(at position: Int, from open: Unicode.Scalar, to close: Unicode.Scalar) -> ArraySlice<UInt8>? {
    let inside = text[(position + 1)...]
    guard let first = inside.first else { return nil }
    let begins =
      open == "<" ? first.isLetter || first.isDigit || first == UInt8(ascii: "/") : first == UInt8(ascii: "\\")
    guard begins,
      let end = inside.firstIndex(where: { $0 == UInt8(ascii: close) || $0 == UInt8(ascii: open) }),
      text[end] == UInt8(ascii: close)
    else { return nil }
    return text[position...end]
  }

  /// The character that the reference at `position` stands for, and the end of the reference.
  private func character(at position: Int) -> (Unicode.Scalar, Int)? {
    // The longest reference has 10 bytes: &#1114111;
    guard let end = text[position...].prefix(10).firstIndex(of: UInt8(ascii: ";")) else { return nil }
    let name = String(decoding: text[(position + 1)..<end], as: UTF8.self)
    if let scalar = namedCharacters[name] { return (scalar, end + 1) }
    guard name.hasPrefix("#") else { return nil }
    let digits = name.dropFirst()
    let value =
      digits.first == "x" || digits.first == "X" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits, radix: 10)
    return value.flatMap(Unicode.Scalar.init).map { ($0, end + 1) }
  }
}

/// Those that WebVTT has, and the two that XML adds.
private let namedCharacters: [String: Unicode.Scalar] = [
  "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "lrm": "\u{200E}", "rlm": "\u{200F}",
]

extension [Cue] {
  /// In the order of their starts, as a player shows them; those that start together keep the file's order.
  var inOrder: [Utterance] {
    enumerated()
      .sorted { ($0.element.start ?? 0, $0.offset) < ($1.element.start ?? 0, $1.offset) }
      .map(\.element.utterance)
  }
}
