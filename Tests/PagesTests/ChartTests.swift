import Interview
import Reports
import SpeechTiming
import Testing

@testable import Pages

@Suite struct ChartTests {
  @Test(arguments: [
    (0.0, "0%"), (1, "100%"), (0.5, "50%"), (0.12345, "12.35%"), (0.12, "12%"), (0.1205, "12.05%"), (0.101, "10.1%"),
  ])
  func `shares are percentages with two decimals at most`(share: Double, expected: String) {
    #expect(percent(share) == expected)
  }

  @Test(arguments: [0.0, 0.4, 1, 6.2, 9, 33, 65, 91, 600, 3_600, 36_000, 1e300, .infinity, .nan, -5])
  func `an axis of any length has a few round ticks within it`(seconds: Double) {
    let axis = TimeAxis(to: seconds)
    #expect((2...8).contains(axis.ticks.count))
    #expect(axis.ticks[0].label == "0:00" && axis.ticks[0].anchor == "start")
    #expect(axis.end >= 1 && axis.end.isFinite)
    #expect(Set(axis.ticks.map(\.label)).count == axis.ticks.count)
  }

  @Test func `places outside of an axis lie at its ends`() {
    let axis = TimeAxis(to: 10)
    #expect([-1, 0, 5, 10, 11, .infinity, .nan].map(axis.x) == ["0%", "0%", "50%", "100%", "100%", "0%", "0%"])
    #expect(axis.width(from: 2, to: 4) == "20%")
  }

  @Test func `a line breaks where there is no value, and one value is a point`() {
    let curve = Curve(line: [nil, 0, 0.5, nil, 1, nil], spacing: 2, axis: TimeAxis(to: 12))
    #expect(curve.box == "0 0 6 100")
    #expect(curve.path == "M1 100l 0 0 1-50M4 0l 0 0")
  }

  @Test func `an envelope runs along the top and back along the bottom`() {
    let curve = Curve(envelope: [0, 0.5, 2], spacing: 1, full: 1, axis: TimeAxis(to: 6))
    #expect(curve.box == "0 0 6 100")
    #expect(curve.path == "M0 49l 1-24 1-25 0 100-1-25-1-24z")
    #expect(Curve(envelope: [], spacing: 0, full: 1, axis: TimeAxis(to: 6)).path == "M0 50l 0 0z")
  }

  @Test func `spans are boxes that can be seen`() {
    let spans = [Interval(start: 1, end: 2), Interval(start: 5, end: 5)]
    #expect(Curve(spans: spans, axis: TimeAxis(to: 10)).path == "M1000 0h1000v100h-1000zM5000 0h1v100h-1z")
  }

  @Test func `the scales are those of all takes, and a flat voice looks like one`() throws {
    let flat = TakeCurves(spacing: 1, level: [0.1, 0.2], pitch: [150, 151])
    let scales = ChartScales(curves: [flat], paces: [])
    let pitch = try #require(scales.pitch)
    #expect(pitch.upperBound / pitch.lowerBound >= 1.99)
    #expect(abs(scales.share(ofPitch: 150.5) - 0.5) < 0.02)
    #expect(scales.pitchLines == [150] && scales.rateLines == [2, 4] && scales.fullRate == 6)
    let lively = TakeCurves(spacing: 1, level: [0.5], pitch: [80, 100, 200, 400])
    let wide = ChartScales(curves: [flat, lively], paces: [])
    #expect(try #require(wide.pitch).contains(80) && wide.fullLevel > scales.fullLevel)
    #expect(wide.pitchLines == [100, 200])
  }

  @Test func `without any curve there is a scale all the same`() {
    let scales = ChartScales(curves: [], paces: [])
    #expect(scales.pitch == nil && scales.pitchLines == [] && scales.fullLevel > 0)
  }

  @Test func `an answer past the end of the axis is shown to go on`() {
    let axis = TimeAxis(to: 100)
    let cut = Bullet(answerTime: 300, zone: 24...34, target: 30, limit: 45, role: .bad, axis: axis)
    #expect(cut.isCut && cut.answerWidth == "100%" && cut.target == "30%" && cut.limit == "45%")
    #expect(!Bullet(answerTime: 31, zone: 24...34, role: .good, axis: axis).isCut)
  }
}
