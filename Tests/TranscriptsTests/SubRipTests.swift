import Testing
import Transcripts

let subRipFile = """
  1
  00:00:00,420 --> 00:00:01,230
  <i>Nobody</i> knew

  2
  00:00:02,100 --> 00:00:02,500 X1:40 X2:600
  {\\an8}why, or
  <font color="#ff0000">when</font>

  """

@Suite struct SubRipTests {
  @Test func `cues give words, without numbers, positions and tags`() throws {
    let transcript = try read(subRipFile)
    #expect(
      transcript.shown == ["Nobody 0.42 -", "knew - 1.23", "why, 2.1 -", "or - -", "when - 2.5"])
    #expect(transcript.provenance.format == .subRip)
  }

  @Test func `a byte order mark and lines that end as on Windows make no difference`() throws {
    let other =
      "\u{FEFF}" + subRipFile.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
    #expect(try read(other).words == read(subRipFile).words)
  }

  @Test func `a blank line may be missing before a cue, and may stand inside one`() throws {
    let text = "1\n00:00:01,000 --> 00:00:02,000\nYes\n\nindeed\n2\n00:00:03,000 --> 00:00:04,000\nNo"
    #expect(try read(text).text == "Yes indeed No")
  }

  @Test func `numbers of cues may be missing, and a number that was said stays`() throws {
    let text = "00:00:01,000 --> 00:00:02,000\nWe cut it to\n42\n\n00:00:03,000 --> 00:00:04,000\n2019"
    #expect(try read(text).text == "We cut it to 42 2019")
  }

  @Test func `text before the first times keeps its words, without times`() throws {
    #expect(try read("Well\n1\n00:00:01,000 --> 00:00:02,000\nYes").shown == ["Well - -", "Yes 1.0 2.0"])
  }

  @Test func `an arrow in the text is text`() throws {
    #expect(try read("00:00:01,000 --> 00:00:02,000\nfrom A --> B").text == "from A B")
  }

  @Test(arguments: ["0:00:01 --> 0:00:02", "00:01,0 --> 00:02,000000", "00:00:01.000-->00:00:02.000"])
  func `times may leave out what is not needed`(times: String) throws {
    #expect(try read("\(times)\nYes").shown == ["Yes 1.0 2.0"])
  }

  @Test func `a later line of times that cannot be read is named`() {
    let error = #expect(throws: TranscriptError.self) {
      try read("00:00:01,000 --> 00:00:02,000\nsecret\n\n00:00:0x,000 --> 00:00:04,000\nsecret")
    }
    #expect(error?.place == "line 4")
  }
}
