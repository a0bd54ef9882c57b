import Testing

@testable import SpeechTiming

@Suite struct EdgeSnappingTests {
  /// 60 frames of a room at 1e-6 with speech at `speech` from frame 30 to 50.
  private func powers(speech: Float) -> [Float] {
    (0..<60).map { 30..<50 ~= $0 ? speech : 1e-6 }
  }

  @Test(arguments: [28, 29, 30]) func `in a quiet room a start moves on to where speech sets in`(start: Int) {
    #expect(tightened([start..<51], to: powers(speech: 0.01)) == [30..<51])
  }

  @Test func `a start further off stays, and so does one in a loud room`() {
    #expect(tightened([26..<51], to: powers(speech: 0.01)) == [26..<51])
    #expect(tightened([29..<51], to: powers(speech: 1e-4)) == [29..<51])
  }

  @Test func `a start at the take's edge stays`() {
    #expect(tightened([0..<51], to: powers(speech: 0.01)) == [0..<51])
  }

  @Test func `a boundary moves to where the level rises and falls, to a frame`() {
    // The level is smoothed over three frames: it rises and falls one frame early and late.
    let prominence = (0..<200).map { (60..<140).contains($0) ? Float(30) : 0 }
    #expect(snapped([50..<150], toEdgesOf: prominence) == [59..<141])
    #expect(snapped([70..<130], toEdgesOf: prominence) == [59..<141])
  }
}
