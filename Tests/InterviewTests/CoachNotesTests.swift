import Foundation
import Interview
import Scenarios
import Testing

@Suite struct CoachNotesTests {
  private let mark = CoachNotes.Mark(by: "Ann", written: "2026-11-21T10:00:00Z")

  private var notes: CoachNotes {
    var notes = CoachNotes()
    notes.notes = [
      .init(on: .action, "Say what you decided.", mark),
      .init(on: nil, "Well told.", .init(by: nil, written: "2026-11-22")),
    ]
    notes.set(.onTarget, on: .result, mark)
    notes.set(.short, on: .task, mark)
    return notes
  }

  @Test func `notes read back are the notes written`() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    let data = try encoder.encode(notes)
    #expect(try JSONDecoder().decode(CoachNotes.self, from: data) == notes)
    #expect(
      String(decoding: data, as: UTF8.self).hasPrefix(
        #"{"notes":[{"by":"Ann","step":"action","text":"Say what you decided.","written":"2026-11-21T10:00:00Z"},"#))
  }

  @Test func `a later verdict on a step takes the place of an earlier, and none takes it back`() {
    var notes = notes
    #expect(notes.verdicts.map(\.step) == [.task, .result])
    notes.set(.long, on: .result, mark)
    #expect(notes.verdict(on: .result)?.verdict == .long && notes.verdicts.count == 2)
    notes.set(nil, on: .result, mark)
    notes.set(nil, on: .action, mark)
    #expect(notes.verdicts.map(\.step) == [.task])
  }

  @Test func `a note is removed by its number`() {
    var notes = notes
    let removed = [0, 3, 1].map { notes.remove($0) }
    #expect(removed == [false, false, true])
    #expect(notes.notes.map(\.text) == ["Well told."])
  }

  @Test func `of two verdicts on a step in a file the later counts`() throws {
    let text = """
      {"schema":1,"verdicts":[{"step":"task","verdict":"short","written":"1"},
      {"step":"task","verdict":"long","written":"2"}]}
      """
    let notes = try JSONDecoder().decode(CoachNotes.self, from: Data(text.utf8))
    #expect(notes.verdicts.map(\.verdict) == [.long] && notes.notes.isEmpty)
  }
}
