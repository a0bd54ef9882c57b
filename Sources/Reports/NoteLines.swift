package import Interview
import Scenarios

/// What a coach has noted, under a heading and numbered; nothing where there are no notes.
func noteLines(_ notes: CoachNotes, _ style: Style) -> [String] {
  guard !notes.notes.isEmpty else { return [] }
  return [style.styled(CoachNotes.heading, as: .heading)] + notes.lines(style) + [""]
}

extension CoachNotes {
  /// The heading above the notes.
  package static var heading: String { "Notes of the coach" }

  /// A line or more for each note, numbered from 1 on.
  package func lines(_ style: Style) -> [String] {
    notes.enumerated().flatMap { style.numbered($0 + 1, $1.words, breakingWords: true) }
  }

  /// A line for each verdict of the coach's own.
  package func verdictLines(_ style: Style) -> [String] {
    verdicts.flatMap { style.wrapped("\($0.step.title): \($0.words)", indent: 3) }
  }
}

extension CoachNotes.Note {
  /// `Action: say what you decided. (Ann, 2026-11-21)`
  package var words: String { "\(step?.title ?? "Whole answer"): \(shownText) (\(mark.words))" }

  /// The text without what steers a terminal; of one that is longer than any that is written here, the beginning.
  var shownText: String {
    let shown = text.prefix(CoachNotes.longestText).split(whereSeparator: \.isNewline).map(\.printable)
      .joined(separator: " ")
    return text.count > CoachNotes.longestText ? shown + " … (the rest is in notes.json)" : shown
  }
}

extension CoachNotes.Override {
  /// `coach: on target (Ann, 2026-11-21)`
  package var words: String { "coach: \(verdict.words) (\(mark.words))" }
}

extension CoachNotes.Mark {
  /// `Ann, 2026-11-21`
  var words: String { [by?.cut(to: 40), String(written.prefix(10)).shown].compactMap(\.self).joined(separator: ", ") }
}

/// The shape of a note in JSON.
struct NoteValues: Encodable {
  var step: Step?
  var verdict: Verdict?
  var text, by: String?
  var written: String

  init(_ note: CoachNotes.Note) {
    step = note.step
    text = note.shownText
    by = note.mark.by?.cut(to: 100)
    written = note.mark.written.cut(to: 30)
  }

  init(_ own: CoachNotes.Override) {
    verdict = own.verdict
    by = own.mark.by?.cut(to: 100)
    written = own.mark.written.cut(to: 30)
  }
}
