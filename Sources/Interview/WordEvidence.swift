import Content
import Scenarios

/// What the words of the steps show, as an interviewer would put it.
struct WordEvidence {
  /// What lacks or disturbs, in the order of the steps.
  let evidence: [Evidence]
  /// What was said.
  let covered: Set<Point>

  init(of contents: [StepContent]) {
    evidence = contents.flatMap { content in
      content.findings.map { found in
        Evidence(
          source: .transcript, step: content.step, finding: found.finding, strength: found.strength,
          place: found.quote?.place, quote: found.quote?.words, words: found.words)
      }
    }
    covered = Set(
      contents.flatMap { content in content.covered.keys.map { Point(step: content.step, finding: $0) } })
  }

  /// What was not found.
  var lacking: Set<Point> { Set(evidence.map(\.point)) }
}

extension Evidence {
  /// The point that it is about.
  var point: Point { Point(step: step, finding: finding) }
}
