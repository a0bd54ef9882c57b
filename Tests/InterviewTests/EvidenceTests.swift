import Interview
import Scenarios
import SpeechTiming
import Testing

@Suite struct EvidenceTests {
  private func found(_ changed: [Step: TakeTiming]) throws -> [Evidence] {
    evidence(of: answers(changed), targets: Targets(of: try shipped("owned-failure"), at: .sde2))
  }

  @Test func `an answer on target shows nothing`() throws {
    #expect(try found([:]) == [])
  }

  @Test func `a step without speech and a skipped step are missing, each in its words`() throws {
    let silent = try found([.task: built(answer: 0)])
    #expect(silent.map(\.finding) == [.missing])
    #expect(silent.first?.words == "No speech was heard in Task")
    var timings = answers()
    timings[.result] = nil
    let skipped = evidence(of: timings, targets: Targets(of: try shipped("owned-failure"), at: .sde2))
    #expect(skipped.map(\.words) == ["Result was skipped"])
  }

  @Test func `a short step says how long it took of what`() throws {
    let short = try #require(try found([.result: built(answer: 6)]).first)
    #expect(short.finding == .short)
    #expect(short.words == "Result took 6 s of 20")
    #expect(short.strength == 0.625)
  }

  @Test func `past the limit a step is over the limit and long, and the place is where the limit was`() throws {
    let long = try found([.situation: built(answer: 63, latency: 1)])
    #expect(long.map(\.finding) == [.overLimit, .long])
    #expect(long.first?.place == 46)
    #expect(long.first?.words == "Situation took 63 s of 30, past the limit of 45")
  }

  @Test func `a late start and a long silence are named with their length and place`() throws {
    let late = try found([.action: built(answer: 90, latency: 3.2, pause: 4)])
    #expect(late.map(\.finding) == [.lateStart, .longSilence])
    #expect(late.map(\.words) == ["Action began after 3.2 s of silence", "Action holds a silence of 4.0 s"])
    #expect(late.last?.place == 46.2)
  }

  @Test func `two seconds exactly are no late start but a long silence`() throws {
    #expect(try found([.task: built(answer: 20, latency: 2)]) == [])
    #expect(try found([.task: built(answer: 20, pause: 2)]).map(\.finding) == [.longSilence])
  }

  @Test func `while rehearsing no start is late`() throws {
    var session = Session(scenario: "owned-failure", level: .sde2, started: nil, seed: 1, mode: .rehearse)
    for (step, timing) in answers([.task: built(answer: 20, latency: 9)]) {
      session.takes.append(Take(subject: .step(step), file: "x.wav", timing: timing))
    }
    let scenario = try shipped("owned-failure")
    #expect(session.observed(in: scenario).evidence == [])
    session.mode = .interview
    #expect(session.observed(in: scenario).evidence.map(\.finding) == [.lateStart])
  }
}
