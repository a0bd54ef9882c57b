/// What was asked before: how often each probe of a scenario was practised, and how it went.
public struct PracticeHistory: Sendable, Equatable {
  /// What is known of a probe that was asked in earlier sessions, by its id.
  public var probes: [String: Practice]
  /// Probes that the candidate declined in this session: they are not asked again.
  public var declined: Set<String>

  /// How often a probe was asked, and how the last answer went.
  public struct Practice: Sendable, Equatable {
    /// Times asked in earlier sessions.
    public var timesAsked: Int
    /// Whether the last answer was declined, missing, far too short or over the limit.
    public var lastWentBadly: Bool

    /// A practice as given.
    public init(timesAsked: Int, lastWentBadly: Bool = false) {
      self.timesAsked = timesAsked
      self.lastWentBadly = lastWentBadly
    }
  }

  /// A history; empty by default.
  public init(_ probes: [String: Practice] = [:], declined: Set<String> = []) {
    self.probes = probes
    self.declined = declined
  }

  /// Notes the probes of one more session, later than those before, each with the verdict on its answer.
  ///
  /// `nil` stands for no answer: the probe was declined. The last one counts as not asked then: the session ended there.
  public mutating func add(_ asked: [(id: String, verdict: Verdict?)]) {
    for (place, probe) in asked.enumerated() {
      if probe.verdict == nil, place == asked.count - 1 { continue }
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
        (probe.id, session.take(of: .probe(probe.id)).map { Verdict(on: $0.timing, target: .probe) })
      })
  }

  /// How much practising a probe matters: what went badly is due first, then what was never asked, then the rarest.
  func isDueBefore(_ first: String, _ second: String) -> Bool {
    func rank(_ id: String) -> (Int, Int) {
      guard let practice = probes[id] else { return (1, 0) }
      return (practice.lastWentBadly ? 0 : 2, practice.timesAsked)
    }
    return rank(first) < rank(second)
  }

  /// What the case for a probe counts: a quarter more where it went badly or was never asked, less the more often it
  /// was answered well. Our own choice: enough to decide between cases that are nearly as good, and no more.
  func weight(of id: String) -> Double {
    guard let practice = probes[id], !practice.lastWentBadly else { return 1.25 }
    return practice.timesAsked == 1 ? 1 : 0.8
  }
}
