import BuiltSignals
import SpeechTiming
import Testing

@Suite struct CurveAnalyzerTests {
  private static let take = builtTake([.silence(1), .speech(2), .silence(1), .speech(1), .silence(1)])

  private func curves(
    of take: [Float] = Self.take, in speech: [Interval]? = nil, sampleRate: Int = 16_000, pointCount: Int = 300,
    block: Int = 4_096
  ) -> TakeCurves {
    var analyzer = CurveAnalyzer(sampleRate: sampleRate)
    for start in stride(from: 0, to: take.count, by: block) {
      analyzer.append(take.span.extracting(start..<min(start + block, take.count)))
    }
    return analyzer.finish(
      speech: speech ?? timing(of: take, sampleRate: sampleRate).speech, pointCount: pointCount)
  }

  @Test func `the points lie at even distances over the whole take`() {
    let curves = curves()
    #expect(curves.level.count == 300 && curves.pitch.count == 300)
    #expect(abs(curves.spacing * 300 - 6) < 0.02)
  }

  @Test func `a take of fewer frames than points has a point a frame`() {
    let curves = curves(of: Array(Self.take[..<16_000]), pointCount: 300)
    #expect(curves.level.count == 100 && curves.spacing == 0.01)
  }

  @Test func `the level is that of the speech and of the room`() {
    let curves = curves()
    func level(_ seconds: Range<Double>) -> [Float] {
      curves.level.enumerated().filter { seconds.contains((Double($0.offset) + 0.5) * curves.spacing) }.map(\.element)
    }
    // Built at 0.1 rms over a room of 0.0005 rms.
    #expect(level(1.1..<2.9).allSatisfy { 0.02..<0.5 ~= $0 })
    #expect(level(3.1..<3.9).allSatisfy { $0 < 0.002 })
  }

  @Test func `the pitch is the one that was built, and none outside the speech`() {
    let curves = curves()
    let voiced = curves.pitch.enumerated().filter { $0.element > 0 }
    #expect(voiced.count > 100)
    // 120 Hz, moving by 5 % either way.
    #expect(voiced.allSatisfy { 110...130 ~= $0.element })
    let speech = timing(of: Self.take, sampleRate: 16_000).speech
    for point in voiced {
      let start = Double(point.offset) * curves.spacing
      #expect(speech.contains { start < $0.end && $0.start < start + curves.spacing })
    }
  }

  @Test func `its median is that of the take's timing`() throws {
    let median = try #require(timing(of: Self.take, sampleRate: 16_000).voice?.pitchMedian)
    // A point a frame: nothing is smoothed.
    let voiced = curves(pointCount: 1_000).pitch.filter { $0 > 0 }.sorted()
    #expect(abs(Double(voiced[voiced.count / 2]) / median - 1) < 0.002)
  }

  @Test(arguments: [1, 160, 100_000])
  func `how samples are cut into blocks changes nothing`(block: Int) {
    let take = builtTake([.silence(0.5), .speech(1), .silence(0.5)], sampleRate: 8_000)
    #expect(curves(of: take, sampleRate: 8_000, block: block) == curves(of: take, sampleRate: 8_000))
  }

  @Test(arguments: [[(-5.0, 2.0)], [(3, 1)], [(0, 1e300)], [(5.5, 90)], [(1, 2), (1.5, 2.5)]])
  func `speech that is none or lies outside of the take does no harm`(speech: [(Double, Double)]) {
    let curves = curves(in: speech.map { Interval(start: $0.0, end: $0.1) })
    #expect(curves.level.count == 300 && curves.pitch.count == 300)
  }

  @Test(arguments: [0, 1, 159, 160, 1_000])
  func `a take of a few samples has its curves`(count: Int) {
    let curves = curves(of: whiteNoise(count: count, rms: 0.01, seed: 4), in: [])
    #expect(curves.level.count == count / 160)
    #expect(curves.spacing == (count < 160 ? 0 : 0.01))
  }
}
