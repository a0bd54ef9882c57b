import Interview
import Reports
import Testing

@Suite struct PaceBarTests {
  private func bar(_ answerTime: Double) -> String {
    PaceBar(answerTime: answerTime, target: StepTarget(seconds: 20, limit: 30)).drawn(cells: 12)
  }

  @Test(arguments: [
    (0.0, "········│····┆"), (0.1, "▌·······│····┆"), (10, "████····│····┆"), (20, "████████│····┆"),
    (25, "████████│██··┆"), (30, "████████│████┆"), (31, "████████│████▸"), (300, "████████│████▸"),
  ])
  func `the target is two thirds of the bar, the limit its end`(answerTime: Double, expected: String) {
    #expect(bar(answerTime) == expected)
  }

  @Test func `times are told in minutes and seconds`() {
    #expect([0, 9.4, 59.6, 125].map(clock) == ["0:00", "0:09", "1:00", "2:05"])
    #expect([0, -0.04, 2.449, -1.25].map(decimal) == ["0.0", "0.0", "2.4", "-1.3"])
  }
}
