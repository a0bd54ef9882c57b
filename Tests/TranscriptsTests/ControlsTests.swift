import Testing
import Transcripts

@Suite struct ControlsTests {
  @Test(arguments: [
    "\u{1B}[31mwe\u{1B}[0m left", "we\u{1B}]0;a title\u{7} left", "we\u{1B}]8;;x y\u{1B}\\ left",
    "we\u{1B}Pq x\u{9C} left",
    "we\u{9B}2J left", "we\u{1B}(B left", "w\u{8}e l\u{7F}eft", "we\u{85}left", "we\u{2028}left", "we\u{A0}left",
    "\u{202E}we left", "w\u{AD}e \u{200B}left", "we\u{1B}", "we\u{1B}\u{1B}[1m left", "we\u{1B}]0;left", "we\u{1B}[31",
    "we\u{1B}\u{E9} left",
  ])
  func `neither control characters nor terminal sequences get into words`(text: String) throws {
    let words = try read(text).words.map(\.text)
    #expect(words.first == "we" || words.first == "we0;left" || words.first == "weé")
    #expect(
      words.joined().unicodeScalars.allSatisfy {
        $0.properties.generalCategory != .control && $0.properties.generalCategory != .format
      })
  }

  @Test func `the joiners of scripts that need them stay`() throws {
    #expect(try read("می\u{200C}خواهم").text == "می\u{200C}خواهم")
  }

  @Test func `the file's name is fit to be printed`() throws {
    let name = "folder/\u{1B}[31m1\u{202E}-situation\n2.txt"
    #expect(try Transcript(reading: Array("we".utf8), file: name).provenance.file == "1-situation 2.txt")
    let error = #expect(throws: TranscriptError.self) { try Transcript(reading: [], file: "/") }
    #expect(error?.description == "transcript: the file is empty; have the recording transcribed again.")
  }
}
