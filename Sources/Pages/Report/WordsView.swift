import Reports

/// What the words of accepted transcripts show.
struct WordsView: Sendable {
  let wordsTitle: String
  let wordsTable: PageTable
  let speakers: [Remarks]
  let wordNotes: [String]

  /// What the words of one take show.
  struct Remarks: Sendable {
    let ofTake: String
    let remarks: [Remark]
  }

  /// A sentence, and where it can be heard.
  struct Remark: Sendable {
    let sentence: String
    let heardAt: PlaceView?
  }

  /// What the words of `report` show, whose takes `player` plays; `nil` without an accepted transcript.
  init?(of report: Report, player: (WordRow) -> Player?) {
    let rows = report.wordRows
    guard !rows.isEmpty else { return nil }
    wordsTitle = report.wordsTitle
    wordsTable = PageTable("Words in the transcripts", Column<WordRow>.words, rows: rows.map { ($0.name, $0) })
    speakers = rows.filter { !$0.remarks.isEmpty }.map { row in
      let remarks = row.remarks.map { remark in
        Remark(sentence: remark.words, heardAt: remark.place.flatMap { player(row)?.place($0) })
      }
      return Remarks(ofTake: row.name, remarks: remarks)
    }
    wordNotes = report.wordSources + [report.wordNote]
  }
}
