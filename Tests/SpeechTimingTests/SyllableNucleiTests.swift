import Testing

@testable import SpeechTiming

@Suite struct SyllableNucleiTests {
  @Test func `peaks need a dip on both sides`() {
    #expect(peaks(of: [0, 1, 0.95, 1, 0, 1, 0], dip: 0.1) == [1, 5])
    #expect(peaks(of: [1, 0, 0.05, 0, 1], dip: 0.1) == [4])
    #expect(peaks(of: [], dip: 0.1) == [] && peaks(of: [1, 1, 1], dip: 0.1) == [])
  }
}
