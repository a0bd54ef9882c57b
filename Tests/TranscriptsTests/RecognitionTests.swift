import Testing
import Transcripts

@Suite struct RecognitionTests {
  @Test func `the content decides, not the name`() throws {
    for (format, text) in fixtures {
      for name in ["a", "a.txt"] {
        #expect(try read(text, as: name).provenance.format == format)
      }
    }
    #expect(try read(whisperFull, as: "a.srt").provenance.format == .whisper)
  }

  @Test(arguments: ["a.json", "a.SRT", "a.vtt", "a.TextGrid"])
  func `plain text under the name of another format is refused`(name: String) {
    let error = #expect(throws: TranscriptError.self) { try read(plainFile, as: name) }
    #expect(
      error?.description
        == "\(name): the content is not what the name's ending says; name it .txt if it is plain text, or have it "
        + "written again.")
  }

  @Test(arguments: ["", " \n\t", "\u{FEFF}"])
  func `a file without content is refused`(text: String) {
    #expect(throws: TranscriptError.self) { try read(text) }
  }

  @Test(arguments: ["we\u{0}left", "%PDF-1.7\nwe", "<?xml version=\"1.0\"?><result>we</result>", "<!DOCTYPE html>we"])
  func `what is no text, or marked up otherwise, is refused with what can be given`(text: String) {
    let error = #expect(throws: TranscriptError.self) { try read(text) }
    #expect(error?.advice.hasSuffix("SubRip subtitles, Praat TextGrid, plain text") == true)
  }

  @Test(arguments: [
    (#"{"text": "secret"#, "line 1"), ("{\n\"text\":\n\"secret\" \"secret\"}", "line 3"),
    (#"{"text": secret}"#, "line 1"),
    ("{\"text\": \"we\"}\n{\"text\": \"se", "line 2"), (#"{"text": "\u12"}"#, "line 1"), (#"{"text" 1}"#, "line 1"),
    (#"{text: 1}"#, "line 1"), ("{\"text\": \"we\"}\r\n\r\nsecret", "line 3"), (#"{"text": 0x10}"#, "line 1"),
    (#"{"text": "we\"#, "line 1"), ("{", "line 1"), (#"{"text": 1\#(String(repeating: "0", count: 60))}"#, "line 1"),
  ])
  func `broken JSON is refused with its line, and no word is quoted`(text: String, line: String) {
    let error = #expect(throws: TranscriptError.self) { try read(text) }
    #expect(error?.place == line)
    #expect(error?.description.contains("secret") == false)
  }

  @Test func `escapes in JSON are read, also in pairs and broken`() throws {
    let text = #"{"text": "caf\u00e9 \ud83d\ude00x \ud83dy a\/b \"quoted\" tab\tbed \u001b[1mred"}"#
    #expect(try read(text).text == "café 😀x \u{FFFD}y a/b \"quoted\" tab bed red")
  }
}
