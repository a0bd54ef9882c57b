import Acoustics
package import Interview

extension Sequence<SessionSummary> {
  /// How often each probe of `scenario` was asked in these sessions, and how it went.
  package func practice(of scenario: String) -> PracticeHistory {
    var history = PracticeHistory()
    for session in inOrderOfTime where session.scenario == scenario {
      history.add(session.probes.map { ($0.id, $0.answer == nil ? nil : $0.verdict) })
    }
    return history
  }

  /// One of the scenarios `ids` that were practised least in these sessions, drawn by `seed`; `nil` without ids.
  package func leastPractised(of ids: [String], seed: UInt64) -> String? {
    var counts = Dictionary(ids.map { ($0, 0) }) { first, _ in first }
    for session in self where session.mode != .drill && !session.isEmpty { counts[session.scenario]? += 1 }
    let least = counts.values.min()
    var generator = SeededGenerator(seed: seed)
    return ids.sorted().filter { counts[$0] == least }.randomElement(using: &generator)
  }

  /// Those of the candidate `name`; `nil` stands for all.
  ///
  /// Sessions that name nobody are those of `configured`, whose machine it is.
  package func of(_ name: String?, configured: String?) -> [SessionSummary] {
    filter { name == nil || ($0.candidate ?? configured) == name }
  }
}
