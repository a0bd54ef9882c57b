package import Content
package import Interview
import Scenarios
package import Transcripts

extension Report {
  /// What the accepted transcripts show, step by step; nothing where there is none.
  func wordDetails(_ style: Style) -> [String] {
    let rows = wordRows
    guard !rows.isEmpty else { return [] }
    let columns = Column.fitting(style.width, of: Column<WordRow>.words)
    var lines = [style.styled(wordsTitle, as: .heading), style.styled(Column.header(columns), as: .quiet)]
    lines += rows.map { Column.line(columns, name: $0.name, row: $0) }
    for row in rows where !row.remarks.isEmpty {
      lines += ["", row.name]
      lines += row.remarks.flatMap { style.wrapped($0.words, indent: 2, breakingWords: true) }
    }
    lines.append("")
    lines += (wordSources + [wordNote]).flatMap { style.wrapped($0) }.map { style.styled($0, as: .quiet) }
    return lines + [""]
  }

  /// The heading above what the words show.
  package var wordsTitle: String { "In your words" }

  /// The takes whose words count: the steps, then the probes, each before what was asked after it.
  package var wordRows: [WordRow] {
    let takes =
      steps.map { row in (row.step.title, row.take, contents.first { $0.step == row.step }) }
      + probes.enumerated().flatMap { index, row in
        [("Probe \(index + 1)", row.take, nil), ("  deeper", row.followUpTake, nil)]
      }
    return takes.compactMap { name, take, content in
      guard let take, take.hasAcceptedTranscript, let transcript = take.transcript else { return nil }
      return WordRow(name: name, take: take, transcript: transcript, content: content)
    }
  }

  /// Where the words come from, a sentence for each recogniser.
  package var wordSources: [String] {
    var files: [(origin: String, names: [String])] = []
    for provenance in wordRows.map(\.transcript.provenance) {
      let name = provenance.file + (provenance.isCorrected ? " (corrected by you)" : "")
      if let index = files.firstIndex(where: { $0.origin == provenance.origin }) {
        files[index].names.append(name)
      } else {
        files.append((provenance.origin, [name]))
      }
    }
    return files.map { "Transcripts: \($0.origin): \($0.names.joined(separator: ", "))." }
  }

  /// What the figures are, and what they cannot tell.
  package var wordNote: String {
    """
    Only transcripts that you have accepted count. Words a minute are the words of the transcript over answer time. A \
    cue or fact that was not found may have been said in other words. I / we counts sentences of Action. Fillers and \
    hedges are over answer time; recognisers leave some out, so there were at least (≥) as many.
    """
  }
}

/// A take whose words count.
package struct WordRow: Sendable {
  package var name: String
  package var take: Take
  package var transcript: Transcript
  /// `nil` for the answer to a probe, of which only the words are counted.
  package var content: StepContent?

  /// Something that the words show.
  package struct Remark: Sendable {
    /// A sentence.
    package var words: String
    /// Where it was said, in seconds from the start of the take; `nil` where there is no such place.
    package var place: Double?
  }

  /// The cues that were not found, and what an interviewer would notice in the words.
  package var remarks: [Remark] {
    guard let content else { return [] }
    let lacking = content.cues.filter { $0.quote == nil }.map { "“\($0.phrase)”" }
    let cues =
      lacking.isEmpty || content.wordCount == 0
      ? [] : [Remark(words: "Cues not found: \(lacking.joined(separator: ", ")).")]
    // That cues were few, the table and the line above say.
    return cues
      + content.findings.filter { $0.finding != .fewCues }.map { finding in
        let quote = finding.quote.map { ": “\($0.words)”\(whereSaid($0))" } ?? ""
        return Remark(words: "\(finding.words)\(quote).", place: finding.quote?.place)
      }
  }

  /// " at 0:12 of FILE", or nothing where the transcript tells no times.
  private func whereSaid(_ quote: Quote) -> String {
    quote.place.map { " at \(clock(take.offset + $0)) of \(take.file)" } ?? ""
  }
}

extension Column<WordRow> {
  package static var words: [Column<WordRow>] {
    [
      Column(title: "words", width: 7, priority: 1) { "\($0.transcript.words.count)" },
      Column(title: "words/min", width: 11, priority: 0) { $0.take.wordsPerMinute.map { "\(Int($0.rounded()))" } },
      Column(title: "cues found", width: 12, priority: 0) { row in
        row.content.map { content in
          content.cues.isEmpty ? "–" : "\(content.cues.count { $0.quote != nil }) of \(content.cues.count)"
        }
      },
      Column(title: "I / we", width: 9, priority: 2) { row in
        row.content.flatMap { $0.step == .action ? "\($0.sentencesAsI) / \($0.sentencesAsWe)" : nil }
      },
      Column(title: "fillers/min", width: 13, priority: 3) { row in
        row.content.flatMap { row.take.perMinute($0.fillers.count) }.map { "≥ " + decimal($0) }
      },
      Column(title: "hedges/min", width: 13, priority: 4) { row in
        row.content.flatMap { row.take.perMinute($0.hedges.count) }.map { "≥ " + decimal($0) }
      },
    ]
  }
}
