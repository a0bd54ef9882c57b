package import Scenarios

/// What a coach has written about a session. The content of `notes.json`.
///
/// It stands beside what was measured and changes none of it.
package struct CoachNotes: Codable, Sendable, Equatable {
  /// The version of this shape that the program writes. It grows when a reader of the old one would go wrong.
  package static let currentSchema = 1
  /// The longest text of a note, in characters.
  package static let longestText = 4_000

  /// The version of the shape.
  package var schema = CoachNotes.currentSchema
  /// In the order in which they were written.
  package var notes: [Note] = []
  /// Verdicts of the coach's own, one at most a step, in the order of the steps.
  package var verdicts: [Override] = []

  /// A remark on a step, or on the whole answer.
  package struct Note: Codable, Sendable, Equatable {
    /// `nil` for the whole answer.
    package var step: Step?
    package var text: String
    package var mark: Mark

    /// A note as given.
    package init(on step: Step?, _ text: String, _ mark: Mark) {
      self.step = step
      self.text = text
      self.mark = mark
    }
  }

  /// A verdict of the coach's own on a step: shown beside the measured one, never in its place.
  package struct Override: Codable, Sendable, Equatable {
    package var step: Step
    package var verdict: Verdict
    package var mark: Mark
  }

  /// Who wrote something, and when.
  package struct Mark: Codable, Sendable, Equatable {
    /// `nil` where nobody was named.
    package var by: String?
    /// ISO 8601 in UTC.
    package var written: String

    /// A mark of `by` at `written`, ISO 8601 in UTC.
    package init(by: String?, written: String) {
      self.by = by
      self.written = written
    }
  }

  /// No notes.
  package init() {}

  /// Whether nothing is noted.
  package var isEmpty: Bool { notes.isEmpty && verdicts.isEmpty }

  /// How much is noted, verdicts included.
  package var count: Int { notes.count + verdicts.count }

  /// The coach's verdict on `step`; `nil` where there is none.
  package func verdict(on step: Step) -> Override? { verdicts.first { $0.step == step } }

  /// Takes `verdict` for that of `step`, in the place of an earlier one; `nil` takes the earlier one back.
  package mutating func set(_ verdict: Verdict?, on step: Step, _ mark: Mark) {
    verdicts.removeAll { $0.step == step }
    guard let verdict else { return }
    verdicts.append(Override(step: step, verdict: verdict, mark: mark))
    verdicts.sort { $0.step < $1.step }
  }

  /// Removes the note with `number`, from 1 on; whether there was one.
  package mutating func remove(_ number: Int) -> Bool {
    guard notes.indices.contains(number - 1) else { return false }
    notes.remove(at: number - 1)
    return true
  }
}

// MARK: - As JSON

extension CoachNotes {
  private enum Key: String, CodingKey { case schema, notes, verdicts }

  /// Reads notes; of two verdicts on one step the later counts.
  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    schema = try values.decode(Int.self, forKey: .schema)
    notes = try values.decodeIfPresent([Note].self, forKey: .notes) ?? []
    for item in try values.decodeIfPresent([Override].self, forKey: .verdicts) ?? [] {
      set(item.verdict, on: item.step, item.mark)
    }
  }
}

extension CoachNotes.Note {
  private enum Key: String, CodingKey { case step, text }

  /// Reads a note with its mark beside its text.
  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    step = try values.decodeIfPresent(Step.self, forKey: .step)
    text = try values.decode(String.self, forKey: .text)
    mark = try CoachNotes.Mark(from: decoder)
  }

  /// Writes a note with its mark beside its text.
  package func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Key.self)
    try values.encodeIfPresent(step, forKey: .step)
    try values.encode(text, forKey: .text)
    try mark.encode(to: encoder)
  }
}

extension CoachNotes.Override {
  private enum Key: String, CodingKey { case step, verdict }

  /// Reads a verdict with its mark beside it.
  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    step = try values.decode(Step.self, forKey: .step)
    verdict = try values.decode(Verdict.self, forKey: .verdict)
    mark = try CoachNotes.Mark(from: decoder)
  }

  /// Writes a verdict with its mark beside it.
  package func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Key.self)
    try values.encode(step, forKey: .step)
    try values.encode(verdict, forKey: .verdict)
    try mark.encode(to: encoder)
  }
}
