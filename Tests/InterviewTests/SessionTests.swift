import Foundation
import Interview
import Scenarios
import SpeechTiming
import Testing

@Suite struct SessionTests {
  @Test func `a session is read back as it was written`() throws {
    var session = Session(
      scenario: "owned-failure", level: .senior, started: "2026-11-20T19:04:11Z", seed: 42, mode: .rehearse)
    session.takes = [
      Take(subject: .step(.task), file: "2-task.wav", timing: built(answer: 3.21, pause: 0.4), remarks: ["x"]),
      Take(subject: .probe("acceptance"), file: "one.wav", offset: 12.5, timing: built(answer: 0)),
    ]
    session.probes = [ChosenProbe(id: "acceptance", reasons: ["because"])]
    let data = try JSONEncoder().encode(session)
    #expect(try JSONDecoder().decode(Session.self, from: data) == session)
  }

  @Test func `answers to probes are held against 45 s, or what the candidate chose`() throws {
    var session = Session(scenario: "owned-failure", level: .sde2, started: nil, seed: 1)
    #expect(session.probeTarget == StepTarget(seconds: 45, limit: 67.5))
    session.probeTargetInSeconds = 20
    #expect(session.probeTarget == StepTarget(seconds: 20, limit: 30))
    let data = try JSONEncoder().encode(session)
    #expect(try JSONDecoder().decode(Session.self, from: data) == session)
    let text = String(decoding: data, as: UTF8.self)
    #expect(text.contains("\"probe_target_s\":20"))
    for nonsense in ["0", "-20", "1e9"] {
      let broken = Data(text.replacing("\"probe_target_s\":20", with: "\"probe_target_s\":\(nonsense)").utf8)
      #expect(throws: DecodingError.self) { try JSONDecoder().decode(Session.self, from: broken) }
    }
  }

  @Test func `a chosen time decides whether an answer went badly`() {
    var session = Session(scenario: "owned-failure", level: .sde2, started: nil, seed: 1)
    session.probes = [ChosenProbe(id: "acceptance", reasons: ["."])]
    session.takes = [Take(subject: .probe("acceptance"), file: "6.wav", timing: built(answer: 15))]
    func wentBadly(_ session: Session) -> Bool? {
      var history = PracticeHistory()
      history.add(session)
      return history.probes["acceptance"]?.lastWentBadly
    }
    #expect(wentBadly(session) == true)
    session.probeTargetInSeconds = 20
    #expect(wentBadly(session) == false)
  }

  @Test func `a whole answer is the sum of its steps, probes left out`() {
    var session = Session(scenario: "x", level: .sde2, started: nil, seed: 1)
    session.takes = [
      Take(subject: .step(.situation), file: "a", timing: built(answer: 30)),
      Take(subject: .step(.task), file: "b", timing: built(answer: 12.5)),
      Take(subject: .probe("p"), file: "c", timing: built(answer: 40)),
    ]
    #expect(session.wholeAnswerTime == 42.5)
  }
}
