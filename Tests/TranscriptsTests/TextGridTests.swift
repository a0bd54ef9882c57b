import Testing
import Transcripts

/// As Praat saves it with "Save as text file".
let longTextGrid = #"""
  File type = "ooTextFile"
  Object class = "TextGrid"

  xmin = 0
  xmax = 2.5
  tiers? <exists>
  size = 3
  item []:
      item [1]:
          class = "IntervalTier"
          name = "phones"
          xmin = 0
          xmax = 2.5
          intervals: size = 2
          intervals [1]:
              xmin = 0
              xmax = 0.5
              text = ""
          intervals [2]:
              xmin = 0.5
              xmax = 2.5
              text = "aI"
      item [2]:
          class = "TextTier"
          name = "words"
          xmin = 0
          xmax = 2.5
          points: size = 1
          points [1]:
              number = 0.5
              mark = "click"
      item [3]:
          class = "IntervalTier"
          name = "Anna - words"
          xmin = 0
          xmax = 2.5
          intervals: size = 4
          intervals [1]:
              xmin = 0
              xmax = 0.5
              text = "sil"
          intervals [2]:
              xmin = 0.5
              xmax = 0.75
              text = "I"
          intervals [3]:
              xmin = 0.75
              xmax = 1.5
              text = "said ""stop"""
          intervals [4]:
              xmin = 1.5
              xmax = 2.5
              text = "<p>"
  """#

/// As Praat saves it with "Save as short text file".
let shortTextGrid = #"""
  File type = "ooTextFile"
  Object class = "TextGrid"

  0
  2.5
  <exists>
  1
  "IntervalTier"
  "Mary"
  0
  2.5
  2
  0
  0.5
  ""
  0.5
  1.5
  "we measured it"
  """#

@Suite struct TextGridTests {
  @Test func `the tier of words is read, not that of phones or points, and a doubled quote is one`() throws {
    let transcript = try read(longTextGrid)
    #expect(transcript.shown == ["I 0.5 0.75", "said 0.75 -", "\"stop\" - 1.5"])
    #expect(transcript.provenance.format == .textGrid)
  }

  @Test func `without a tier of words the first interval tier with text is read`() throws {
    #expect(try read(shortTextGrid).shown == ["we 0.5 -", "measured - -", "it - 1.5"])
  }

  @Test func `comments and numbers inside words are passed over`() throws {
    let text = shortTextGrid.split(separator: "\n", omittingEmptySubsequences: false)
      .joined(separator: " ! \"no\" 7\nxmin2= [3]: ")
    #expect(try read(text).words == read(shortTextGrid).words)
  }

  @Test(arguments: [true, false])
  func `UTF-16 is read in either order of bytes`(isLittleEndian: Bool) throws {
    let text = "\u{FEFF}" + longTextGrid.split(separator: "sil").joined(separator: "Über")
    let bytes = text.utf16.flatMap { unit -> [UInt8] in
      let pair = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      return isLittleEndian ? pair : pair.reversed()
    }
    #expect(try Transcript(reading: bytes, file: "a.TextGrid").text == "Über I said \"stop\"")
  }

  @Test func `a grid without text is a transcript without words`() throws {
    let text = shortTextGrid.split(separator: "we measured it").joined()
    #expect(try read(text).words.isEmpty)
  }

  @Test(arguments: [
    ("\"IntervalTier\"", "\"TextTier\"", nil), ("\"TextGrid\"", "\"Pitch\"", "line 2"),
    ("\n2\n", "\n200000000\n", "line 18"), ("\n2\n", "\n-2\n", "line 12"), ("\n2\n", "\n1.5\n", "line 12"),
    ("it\"", "it", "line 18"), ("<exists>", "", "line 7"),
  ])
  func `a grid that is not whole is refused with the line`(part: String, other: String, line: String?) {
    let pieces = shortTextGrid.split(separator: part, maxSplits: 1, omittingEmptySubsequences: false)
    let error = #expect(throws: TranscriptError.self) { try read(pieces.joined(separator: other)) }
    if let line { #expect(error?.place == line) }
    #expect(error?.description.contains("measured") == false)
  }

  @Test func `a binary file of Praat is refused with how to save it`() {
    let error = #expect(throws: TranscriptError.self) { try read("ooBinaryFile\u{8}TextGrid", as: "a.TextGrid") }
    #expect(error?.description == "a.TextGrid: this is a binary file of Praat; save it with Save as text file.")
  }
}
