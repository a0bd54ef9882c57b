import Foundation
import Testing
import Transcripts

@Suite struct TranscriptTests {
  @Test func `a transcript is read from JSON as it was written`() throws {
    let transcript = Transcript(
      words: [.init("I", start: 0.5, end: 0.7), .init("noticed.")],
      provenance: .init(format: .whisper, file: "1-situation.json", model: "base.en"), isAccepted: true)
    let read = try JSONDecoder().decode(Transcript.self, from: JSONEncoder().encode(transcript))
    #expect(read == transcript)
  }
}
