/// The format of a text, told by its content, and what the text holds in it.
///
/// A name that ends as those of another format do is a reason to refuse what would otherwise be plain text: the marks of
/// a broken subtitle file must not be taken for words.
func recognised(_ text: [UInt8], file: String) throws(Fault) -> (TranscriptFormat, FileContent) {
  let start = text.drop { $0.isSpace }
  if start.first == UInt8(ascii: "{") || start.isListOfObjects {
    return try recognisedJSON(JSONReader.values(of: text))
  }
  if start.isWebVTT { return (.webVTT, try webVTT(text)) }
  let head = String(decoding: start.prefix(100), as: UTF8.self)
  if head.contains("ooBinaryFile") {
    throw Fault(place: nil, "this is a binary file of Praat", advice: "save it with Save as text file")
  }
  if head.contains("ooTextFile") { return (.textGrid, try textGrid(text)) }
  if isSubRip(text) { return (.subRip, try subRip(text)) }
  let lowercasedHead = head.lowercased()
  if ["<?xml", "<!doctype", "<html", "<tt ", "%pdf"].contains(where: lowercasedHead.hasPrefix) {
    throw Fault(place: nil, "this is XML, HTML or PDF", advice: "give one of: \(formatTitles)")
  }
  let ending = file.split(separator: ".").last?.lowercased()
  if let claimed = TranscriptFormat.allCases.first(where: { $0.nameEnding.lowercased() == ending }), claimed != .plain {
    throw Fault(
      place: nil, "the content is not what the name's ending says",
      advice: "name it .txt if it is plain text, or have it written again")
  }
  return (.plain, try plainText(text))
}

private func recognisedJSON(_ values: [JSON]) throws(Fault) -> (TranscriptFormat, FileContent) {
  if values.count == 1, let only = values.first {
    if only["transcription"] != nil { return (.whisper, try whisper(only)) }
    if only["monologues"] != nil { return (.voskTranscriber, try voskTranscriber(only)) }
  }
  return (.vosk, try vosk(values))
}

extension ArraySlice<UInt8> {
  /// Whether it begins as a list of JSON objects, or an empty one: words in square brackets are no JSON.
  fileprivate var isListOfObjects: Bool {
    guard first == UInt8(ascii: "[") else { return false }
    let next = dropFirst().first { !$0.isSpace }
    return next == UInt8(ascii: "{") || next == UInt8(ascii: "]")
  }

  /// Whether it begins as WebVTT does: the word, and then white space or nothing.
  fileprivate var isWebVTT: Bool {
    starts(with: "WEBVTT".utf8) && dropFirst(6).first?.isSpace ?? true
  }
}
