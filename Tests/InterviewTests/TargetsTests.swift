import Interview
import Scenarios
import Testing

@Suite struct TargetsTests {
  @Test func `SDE 2 keeps the step targets and is on target from 0.8 to 1.15 of their sum`() throws {
    let targets = Targets(of: try shipped("owned-failure"), at: .sde2)
    #expect(Step.allCases.map { targets[$0].seconds } == [30, 20, 90, 20, 15])
    #expect(targets[.situation].limit == 45)
    #expect(targets.whole == 140...201.25)
    #expect(!targets.areScaled)
  }

  @Test func `SDE 1 shares out 120 s`() throws {
    let targets = Targets(of: try shipped("owned-failure"), at: .sde1)
    #expect(abs(Step.allCases.reduce(0) { $0 + targets[$1].seconds } - 120) < 1e-9)
    #expect(abs(targets[.action].seconds - 90 * 120 / 175) < 1e-9)
    #expect(abs(targets[.situation].limit - 45 * 120 / 175) < 1e-9)
    #expect(targets.whole.upperBound == 120)
    #expect(targets.areScaled)
  }

  @Test func `Senior expects 150 to 180 s`() throws {
    let targets = Targets(of: try shipped("owned-failure"), at: .senior)
    #expect(targets.whole == 150...180)
    #expect(targets[.task].seconds == 20)
  }
}
