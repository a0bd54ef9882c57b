import Testing
import Transcripts

let plainFile = "I noticed it – nobody else did.\nWe cut the error rate\tto 0.3 %.\n"

@Suite struct PlainTextTests {
  @Test func `the words are those between white space, without lone dashes, and have no times`() throws {
    let transcript = try read(plainFile)
    #expect(transcript.text == "I noticed it nobody else did. We cut the error rate to 0.3 %.")
    #expect(transcript.words.allSatisfy { $0.start == nil && $0.end == nil })
    #expect(transcript.provenance == .init(format: .plain, file: "1-situation"))
  }

  @Test func `remarks at the top are passed over, a word that begins so is not`() throws {
    #expect(try read("# Heard in a.json.\n#\n\n#1 was latency\n# then cost").text == "#1 was latency then cost")
    #expect(try read("#1 was latency").text == "#1 was latency")
  }

  @Test func `what whisper.cpp prints is read without its times`() throws {
    let text =
      "\n[00:00:00.000 --> 00:00:02.400]   We cut the error rate\n[00:00:02.400 --> 00:00:03.000]   [BLANK_AUDIO]"
    #expect(try read(text).text == "We cut the error rate")
  }
}
