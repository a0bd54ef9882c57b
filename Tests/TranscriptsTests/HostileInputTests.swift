import Acoustics
import Testing
import Transcripts

/// Whatever the bytes are, there is a transcript with words that are words, or an error in one sentence.
@Suite(.serialized) struct HostileInputTests {
  @Test(arguments: fixtures.indices)
  func `a file may end at any byte`(index: Int) {
    let bytes = Array(fixtures[index].text.utf8)
    for count in bytes.indices { check(Array(bytes.prefix(count))) }
  }

  @Test(arguments: fixtures.indices)
  func `any bytes may be others`(index: Int) {
    var random = SeededGenerator(seed: UInt64(index))
    let whole = Array(fixtures[index].text.utf8)
    for _ in 0..<300 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...8, using: &random) {
        let place = Int.random(in: bytes.indices, using: &random)
        switch Int.random(in: 0..<5, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        case 2: bytes.remove(at: place)
        case 3: bytes.insert(Array("\"[]{}<>,:-!&;\u{1B}\n 9".utf8).randomElement(using: &random) ?? 0, at: place)
        default: bytes.insert(contentsOf: bytes[place..<min(place + 40, bytes.count)], at: place)
        }
      }
      check(bytes)
    }
  }

  @Test(arguments: fixtures.indices)
  func `any value of JSON and any number may be of another kind`(index: Int) {
    let others = [
      "null", "true", "-1", "1e999", "-1e999", "NaN", "\"x\"", "[]", "{}", "[{\"text\": \" a\"}]", "1e-400",
    ]
    let text = fixtures[index].text
    let places = text.indices.filter { text[$0].isNumber || text[$0] == "\"" || text[$0] == "[" || text[$0] == "{" }
    for (number, place) in places.enumerated() {
      check(Array(text.replacingCharacters(from: place, with: others[number % others.count]).utf8))
    }
  }

  /// Each fills about ten megabytes.
  @Test(arguments: [
    "[", "{\"a\":", "[{\"text\":\"a\"},", "{\"text\":\"a\"}\n", "{\"text\":\"", "a", "a ", "\n", "\u{1B}]", "\u{1B}[3",
    "\u{9D}",
    "é\u{301}", "WEBVTT\n\n00:01.000 --> 00:02.000\na\n\n", "00:00:01,000 --> 00:00:02,000\n<", "1\n", "<a", "&amp;",
    "[ ",
    "( * ", "-->", "9-", "\"ooTextFile\" \"TextGrid\" 0 1 <exists> 99999 ", "-", "\u{202E}",
  ])
  func `ten megabytes of anything are read or refused`(unit: String) {
    check(tenMegabytes(of: unit))
  }

  /// Each begins as a format does and goes on for about ten megabytes.
  @Test(arguments: [
    ("WEBVTT\n\n00:01.000 --> 00:02.000\n", "<a"), ("WEBVTT\n\n00:01.000 --> 00:02.000\n", "&amp;"),
    ("WEBVTT\n\n00:01.000 --> 00:02.000\n", "a<00:01.000>"), ("WEBVTT\n\n", "00:01.000 --> 00:02.000\n"),
    ("WEBVTT\n\n00:01.000 --> 00:02.000\n", "{\\"), ("{\"transcription\": [", "{\"text\": \"a\"},"),
    ("{\"transcription\": [{\"text\": \"", "[_"), ("{\"text\": \"", "[ "), ("{\"text\": \"", "\\u001b]"),
    ("\"ooTextFile\" \"TextGrid\" 0 1 <exists> 99999999 ", "\"IntervalTier\" \"words\" 0 1 0 "),
    ("\"ooTextFile\" \"TextGrid\" 0 1 <exists> 1 \"IntervalTier\" \"words\" 0 1 99999999 ", "0 1 \"a\" "),
  ])
  func `ten megabytes in one of the formats are read or refused`(beginning: String, unit: String) {
    check(Array(beginning.utf8) + tenMegabytes(of: unit))
  }

  @Test(arguments: [
    Limit("a ", 100_001, at: "line 1", "there are more than 100000 words"),
    Limit("a", 1_001, after: "we\n", at: "line 2", "a word has more than 1000 bytes"),
    Limit("we\n\n", 100_001, at: "line 200001", "there are more than 100000 lines"),
    Limit("00:01 --> 00:02\n", 100_002, at: "line 100001", "there are more than 100000 cues"),
    Limit("{\"a\":[", 40, after: "[", at: "line 1", "values lie more than 32 deep in one another"),
    Limit(",0", 1_000_000, after: "[{}", at: "line 1", "there are more than 1000000 values"),
    Limit("a", 17 << 20, at: nil, "the file is larger than 16 MiB"),
  ])
  func `each limit is named where it is passed`(limit: Limit) {
    let error = #expect(throws: TranscriptError.self) { try read(limit.text) }
    #expect(error?.place == limit.place)
    #expect(error?.problem == limit.problem)
  }

  /// A text that passes a limit; named by its problem, since a test prints its arguments.
  struct Limit: Sendable, CustomTestStringConvertible {
    let text: String
    let place: String?
    let problem: String

    init(_ unit: String, _ count: Int, after start: String = "", at place: String?, _ problem: String) {
      text = start + String(repeating: unit, count: count)
      (self.place, self.problem) = (place, problem)
    }

    var testDescription: String { problem }
  }

  /// `unit` again and again, by doubling.
  private func tenMegabytes(of unit: String) -> [UInt8] {
    var bytes = Array(unit.utf8)
    while bytes.count < 10_000_000 { bytes += bytes.prefix(10_000_000 - bytes.count) }
    return bytes
  }

  private func check(_ bytes: [UInt8]) {
    do throws(TranscriptError) {
      let words = try Transcript(reading: bytes, file: "a").words
      let texts = words.map(\.text)
      #expect(texts.allSatisfy { !$0.isEmpty && !$0.contains(where: \.isWhitespace) })
      #expect(texts.allSatisfy { $0.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control } })
      let times = words.flatMap { [$0.start, $0.end] }.compactMap { $0 }
      #expect(times.allSatisfy { 0...86_400 ~= $0 })
      #expect(words.allSatisfy { $0.start ?? 0 <= $0.end ?? .infinity })
      let starts = words.compactMap(\.start)
      #expect(starts == starts.sorted())
    } catch {
      #expect(error.description.hasPrefix("a") && error.description.hasSuffix("."))
      #expect(!error.description.contains("\n"))
    }
  }
}

extension String {
  /// With the token that begins at `place` replaced: a run of digits or letters, or one sign.
  fileprivate func replacingCharacters(from place: Index, with other: String) -> String {
    let rest = self[place...].dropFirst().drop { $0.isNumber || $0 == "." }
    return self[..<place] + other + rest
  }
}
