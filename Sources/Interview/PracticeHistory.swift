/// What was asked before: how often each probe of a scenario was practised, and how it went.
public struct PracticeHistory: Sendable, Equatable {
  /// What is known of a probe that was asked in earlier sessions, by its id.
  public var probes: [String: Practice]
  /// Probes that the candidate declined in this session: they are not asked again.
  public var declined: Set<String>

  /// How often a probe was asked, how the last answer went, and how long ago that was.
  public struct Practice: Sendable, Equatable {
    /// Times asked in earlier sessions.
    public var timesAsked: Int
    /// Whether the last answer was declined, missing, far too short or over the limit.
    public var lastWentBadly: Bool
    /// Sessions of the scenario since it was asked last; 0 where that was the latest.
    public var sessionsSince: Int

    /// A practice as given.
    public init(timesAsked: Int, lastWentBadly: Bool = false, sessionsSince: Int = 0) {
      self.timesAsked = timesAsked
      self.lastWentBadly = lastWentBadly
      self.sessionsSince = sessionsSince
    }

    /// Whether it should be practised again: after as many sessions without it as it was asked before.
    ///
    /// Spaced practice (N. J. Cepeda et al., "Distributed practice in verbal recall tasks", Psychological Bulletin 132
    /// (2006), p. 354); that the space grows by a session each time is our own choice.
    var isDueAgain: Bool { sessionsSince >= timesAsked }
  }

  /// A history; empty by default.
  public init(_ probes: [String: Practice] = [:], declined: Set<String> = []) {
    self.probes = probes
    self.declined = declined
  }

  /// Notes the probes of one more session, later than those before, each with the verdict on its answer; one in which
  /// nothing was asked changes nothing.
  ///
  /// `nil` stands for no answer: the probe was declined. The last one counts as not asked then: the session ended there.
  public mutating func add(_ chosen: [(id: String, verdict: Verdict?)]) {
    let asked = chosen.last.map { $0.verdict == nil } == true ? chosen.dropLast() : chosen[...]
    guard !asked.isEmpty else { return }
    for id in probes.keys { probes[id]?.sessionsSince += 1 }
    for probe in asked {
      let wentBadly =
        switch probe.verdict ?? .missing {
        case .missing, .farTooShort, .overLimit: true
        case .short, .onTarget, .long, .untrusted: false
        }
      let before = probes[probe.id]?.timesAsked ?? 0
      probes[probe.id] = Practice(timesAsked: before + 1, lastWentBadly: wentBadly)
    }
  }

  /// Notes the probes of one more session, later than those before.
  public mutating func add(_ session: Session) {
    add(
      session.probes.map { probe in
        (probe.id, session.take(of: .probe(probe.id)).map { Verdict(on: $0.timing, target: session.probeTarget) })
      })
  }

  /// How much practising a probe matters: what went badly is due first, then what was never asked, then what is due again,
  /// and of two that are alike the rarer, then the one that was asked longer ago.
  func isDueBefore(_ first: String, _ second: String) -> Bool { rank(first) < rank(second) }

  private func rank(_ id: String) -> (Int, Int, Int) {
    guard let practice = probes[id] else { return (1, 0, 0) }
    if practice.lastWentBadly { return (0, practice.timesAsked, -practice.sessionsSince) }
    return (practice.isDueAgain ? 2 : 3, practice.timesAsked, -practice.sessionsSince)
  }

  /// What the case for a probe counts: a quarter more where it went badly or was never asked, a fifth less where it is not
  /// yet due again. Our own choice: enough to decide between cases that are nearly as good, and no more.
  func weight(of id: String) -> Double {
    guard let practice = probes[id], !practice.lastWentBadly else { return 1.25 }
    return practice.isDueAgain ? 1 : 0.8
  }
}
