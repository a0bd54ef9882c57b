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
    #expect(try found([.task: built(answer: 20, latency: 2.1)]).map(\.finding) == [.lateStart])
    #expect(try found([.task: built(answer: 20, pause: 1.9)]) == [])
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

  /// An answer that is spoken at `rate` syllables a second.
  private func spoken(_ seconds: Double, rate: Double) -> TakeTiming {
    var timing = built(answer: seconds)
    timing.pace = Pace(nuclei: Array(stride(from: 0.5, to: 0.5 + seconds, by: 1 / rate)), in: timing)
    return timing
  }

  @Test func `a step is rushed or drags against the candidate's other steps`() throws {
    let usual: [Step: TakeTiming] = [
      .situation: spoken(30, rate: 4), .task: spoken(20, rate: 4), .result: spoken(20, rate: 4),
      .reflection: spoken(15, rate: 4),
    ]
    func found(_ rate: Double) throws -> [Evidence] {
      try self.found(usual.merging([.action: spoken(90, rate: rate)]) { $1 }).filter { $0.step == .action }
    }
    #expect(try found(4.7) == [])
    #expect(try found(3.4) == [])
    #expect(try found(5).map(\.finding) == [.rushed])
    #expect(try found(5).map(\.words) == ["Action was rushed: 5.0 syllables a second, against 4.0 in the other steps"])
    #expect(try found(3).map(\.finding) == [.dragging])
    #expect(try #require(found(6).first).strength > 0.9)
  }

  @Test func `one rushed step does not make the others drag, however long it is`() throws {
    let found = try found([
      .situation: spoken(30, rate: 4), .action: spoken(100, rate: 8), .result: spoken(20, rate: 4),
      .reflection: spoken(15, rate: 4),
    ])
    #expect(found.map(\.finding) == [.rushed])
  }

  @Test func `of two steps nobody can tell which is the unusual one`() throws {
    let found = try found([.situation: spoken(30, rate: 4), .action: spoken(90, rate: 6)])
    #expect(!found.contains { $0.finding == .rushed || $0.finding == .dragging })
  }

  @Test func `a rushed step is to be listened to where it is fastest`() throws {
    // Four syllables a second, and eight from 40 s on, for ten seconds.
    let nuclei =
      Array(stride(from: 0.5, to: 40, by: 0.25)) + Array(stride(from: 40, to: 50, by: 0.125))
      + Array(stride(from: 50, to: 60, by: 0.25))
    var fast = built(answer: 80)
    fast.pace = Pace(nuclei: Array(nuclei), in: fast)
    let usual = spoken(30, rate: 2.5)
    let found = try found([.action: fast, .situation: usual, .task: spoken(20, rate: 2.5)])
    let place = try #require(found.first { $0.finding == .rushed }?.place)
    #expect((39...46).contains(place))
  }

  @Test func `a few syllables are no rate`() throws {
    let few = try found([.situation: spoken(30, rate: 4), .result: spoken(2, rate: 6)])
    #expect(!few.contains { $0.finding == .rushed })
    let alone = try found([.situation: spoken(30, rate: 4)])
    #expect(!alone.contains { $0.finding == .rushed || $0.finding == .dragging })
  }

  @Test func `a voice that falls by half its amplitude fades`() throws {
    var fading = built(answer: 90)
    fading.voice = Voice(voicedShare: 0.6, levelSpread: 3, levelFall: 5.9, filledPauses: [])
    #expect(try found([.action: fading]) == [])
    fading.voice?.levelFall = 7.5
    let evidence = try found([.action: fading])
    #expect(evidence.map(\.finding) == [.fading])
    #expect(evidence.first?.words == "The voice fades by 8 dB towards the end of Action")
    // The last quarter of an answer from 0.5 to 90.5 s.
    #expect(evidence.first?.place == 68)
  }
}
