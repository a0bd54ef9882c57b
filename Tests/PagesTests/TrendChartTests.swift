import Interview
import Scenarios
import Testing
import Trends

@testable import Pages

@Suite struct TrendChartTests {
  private func chart(shares: [Step: Double] = [:], of step: Step = .task) throws -> TrendChart {
    let history = History(of: try BuiltTrend(count: 4, shares: shares).sessions(), known: [], last: 12)
    return TrendChart(of: try #require(history.steps.first { $0.step == step }))
  }

  @Test func `the target is in the middle, and what is on target lies within the band`() throws {
    let chart = try chart(shares: [.task: 1])
    #expect(chart.zoneY == "42.5%" && chart.zoneHeight == "17.5%")
    #expect(chart.lines[0].y == "50%" && chart.points.count == 4)
    #expect(chart.points.allSatisfy { $0.kind == "good" })
    #expect(chart.points.map(\.x) == ["12.5%", "37.5%", "62.5%", "87.5%"])
  }

  @Test func `what is missing stands at the bottom, what is far beyond at the top`() throws {
    #expect(try chart(shares: [.task: 0]).points.allSatisfy { $0.y == "100%" && $0.kind == "none bad" })
    #expect(try chart(shares: [.task: 9]).points.allSatisfy { $0.y == "0%" && $0.kind == "bad" })
  }

  @Test func `a measure stands around its median, with gaps where it was not measured`() {
    var series = Series(.pauses, in: [])
    series.values = [10, nil, 10, 14, 6]
    let chart = TrendChart(of: series, target: 175)
    #expect(chart.points.count == 4 && chart.path.count { $0 == "M" } == 2)
    #expect(chart.caption == "latest 6.0, median 10.0" && chart.lines.map(\.y) == ["50%"])
    series.values = [nil, nil]
    #expect(TrendChart(of: series, target: 175).points.isEmpty)
    series.values = [0]
    #expect(TrendChart(of: series, target: 175).points.count == 1)
  }
}
