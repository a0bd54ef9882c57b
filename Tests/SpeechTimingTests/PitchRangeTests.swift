import SpeechTiming
import Testing

@Suite struct PitchRangeTests {
  @Test(arguments: [(75.0, 500.0), (70, 600), (100, 200)]) func `an octave or more within the limits is a range`(
    floor: Double, ceiling: Double
  ) {
    let range = PitchRange(floor: floor, ceiling: ceiling)
    #expect(range?.floor == floor && range?.ceiling == ceiling)
  }

  @Test(arguments: [(69.0, 500.0), (75, 601), (100, 199), (300, 100), (-75, 500), (.nan, 500), (75, .infinity)])
  func `anything else is none`(floor: Double, ceiling: Double) {
    #expect(PitchRange(floor: floor, ceiling: ceiling) == nil)
  }

  @Test func `a range is written and read with a hyphen`() {
    #expect(PitchRange("75-500") == .standard && PitchRange.standard.description == "75-500")
    #expect(PitchRange("82.5-300")?.description == "82.5-300")
  }

  @Test(arguments: ["", "75", "75-", "-75-500", "75-500-600", "75–500", "a-b", "75 - 500 Hz", "nan-500"])
  func `other text is no range`(text: String) {
    #expect(PitchRange(text) == nil)
  }

  @Test func `the usual range is one`() {
    let standard = PitchRange.standard
    #expect(PitchRange(floor: standard.floor, ceiling: standard.ceiling) == standard)
    #expect(TimingParameters.standard.pitchRange == standard)
  }
}
