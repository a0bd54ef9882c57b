package import Interview

/// How many of some verdicts are on target, too short and so on.
package struct Tally: Sendable, Equatable {
  /// How often each verdict was given.
  private var counts: [Verdict: Int] = [:]

  /// The tally of `verdicts`.
  package init(of verdicts: some Sequence<Verdict> = []) {
    for verdict in verdicts { counts[verdict, default: 0] += 1 }
  }

  /// Adds what another counted.
  package mutating func add(_ other: Tally) { counts.merge(other.counts, uniquingKeysWith: +) }

  package var onTarget: Int { counts[.onTarget] ?? 0 }
  /// Short and far too short.
  package var short: Int { (counts[.short] ?? 0) + (counts[.farTooShort] ?? 0) }
  /// Long and over the limit.
  package var long: Int { (counts[.long] ?? 0) + (counts[.overLimit] ?? 0) }
  package var missing: Int { counts[.missing] ?? 0 }
  /// Recordings that cannot be trusted: in no share.
  package var untrusted: Int { counts[.untrusted] ?? 0 }
  /// All that were judged.
  package var judged: Int { onTarget + short + long + missing }
  /// The share on target of those judged, 0...1; `nil` where none was.
  package var shareOnTarget: Double? { judged > 0 ? Double(onTarget) / Double(judged) : nil }

  /// What most of those off target are, in a word; `nil` where all are on target. Of equals the first of these.
  package var commonestFault: String? {
    let faults = [("missing", missing), ("short", short), ("long", long)]
    guard let most = faults.map(\.1).max(), most > 0 else { return nil }
    return faults.first { $0.1 == most }?.0
  }
}
