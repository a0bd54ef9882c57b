import Testing
import Transcripts

/// Everything that the grammar has: header, style, region, comments, identifiers, settings, tags, references.
let webVTTFile = """
  WEBVTT - an answer
  Kind: captions

  STYLE
  ::cue { color: lime }

  REGION
  id:fred width:40%

  NOTE
  Not said,
  over two lines.

  intro
  00:00:00.500 --> 00:00:02.000 align:start position:0%
  <v Anna Lee>I <i>noticed</i> it &amp;
  told nobody.</v>

  NOTE times inside the cue

  00:02.500 --> 00:04.000
  We<00:00:03.000><c> cut</c><00:00:03.250><c> it &lt; 1 %</c>

  01:00:00.000 --> 01:00:01.000
  [door slams]

  """

@Suite struct WebVTTTests {
  @Test func `cues give words; comments, styles, identifiers, settings and tags do not`() throws {
    let transcript = try read(webVTTFile)
    #expect(
      transcript.shown == [
        "I 0.5 -", "noticed - -", "it - -", "& - -", "told - -", "nobody. - 2.0", "We 2.5 -", "cut 3.0 -", "it 3.25 -",
        "1 - -", "% - 4.0",
      ])
    #expect(transcript.provenance.format == .webVTT)
  }

  @Test func `a time inside a word does not divide it`() throws {
    #expect(
      try read("WEBVTT\n\n00:01.000 --> 00:02.000\nno<00:01.500>ticed it").shown == ["noticed 1.0 -", "it - 2.0"])
  }

  @Test func `cues come in the order of their starts, whatever ends their lines`() throws {
    let text = "WEBVTT\r\n\r\n00:03.000 --> 00:04.000\r\nthen this\r\r\n00:01.000 --> 00:02.000\r\nfirst that"
    #expect(try read(text).text == "first that then this")
  }

  @Test func `a byte order mark before the header is passed over`() throws {
    #expect(try read("\u{FEFF}WEBVTT\n\n00:01.000 --> 00:02.000\nYes").text == "Yes")
  }

  @Test func `a cue right after another, without a blank line, is one of its own`() throws {
    #expect(
      try read("WEBVTT\n00:01.000 --> 00:02.000\nYes\n00:03.000 --> 00:04.000\nNo").shown == [
        "Yes 1.0 2.0", "No 3.0 4.0",
      ])
  }

  @Test func `signs that are no tag or reference stay`() throws {
    let text = "WEBVTT\n\n00:01.000 --> 00:02.000\n4 <5 R&D a&b; x<y &#43;3 &#x24;5 &bogus; {here"
    #expect(try read(text).text == "4 <5 R&D a&b; x<y +3 $5 &bogus; {here")
  }

  @Test func `control characters written as references do not get through`() throws {
    #expect(try read("WEBVTT\n\n00:01.000 --> 00:02.000\nred&#27;[31m alert&#x202E;").text == "red alert")
  }

  @Test(arguments: ["1:2:3:4 --> 00:02.000", "00:61.000 --> 00:62.000", "00:01.000 --> soon", "12 --> 13"])
  func `times that cannot be read are named with their line`(times: String) {
    let error = #expect(throws: TranscriptError.self) { try read("WEBVTT\n\n\(times)\nsecret", as: "a.vtt") }
    #expect(
      error?.description == "a.vtt, line 3: the times cannot be read; write them as 00:00:01.000 --> 00:00:02.500.")
  }
}
