import BuiltSignals
import Foundation
import Testing

@Suite(.timeLimit(.minutes(10))) struct ReplayedWordsTests {
  @Test func `transcripts are matched by name or in order, count for that report, and nothing is written`()
    async throws
  {
    let session = try await SpokenSession()
    let before = try FileManager.default.subpathsOfDirectory(atPath: session.path).sorted()
    _ = try session.machine.folder.write("We fixed the bug.".utf8, to: "3-action.wav.txt")
    _ = try session.machine.folder.write("I noticed it.".utf8, to: "situation.txt")
    let named = try await session.machine.run(
      ["replay", session.path, "--transcript", "3-action.wav.txt", "situation.txt", "--json"])
    #expect(named.status == 0, "\(named.errors)")
    #expect(try ReplayedReport(named.output).steps.map(\.words?.count) == [3, nil, 4, nil, nil])
    #expect(try FileManager.default.subpathsOfDirectory(atPath: session.path).sorted() == before)

    _ = try session.machine.folder.write(shortTake, to: "s.wav")
    _ = try session.machine.folder.write(shortTake, to: "t.wav")
    _ = try session.machine.folder.write("One two three.".utf8, to: "first.txt")
    _ = try session.machine.folder.write("Four five.".utf8, to: "second.txt")
    let ordered = try await session.machine.run(
      ["replay", "s.wav", "t.wav", "--json", "--transcript", "first.txt", "second.txt"])
    #expect(try ReplayedReport(ordered.output).steps.map(\.words?.count) == [3, 2, nil, nil, nil])
  }

  @Test func `one transcript with times is cut where the steps of one recording begin`() async throws {
    let machine = try Machine()
    let sound = WaveFile(samples: int16(builtTake([.silence(0.1), .speech(2), .silence(0.2)])))
    _ = try machine.folder.write(sound.bytes, to: "whole.wav")
    let marks = ["--marks", "0.4,0.8,1.2,1.6", "--json"]
    let cues = ["One.", "One two.", "We fixed the bug.", "One.", "One two three."]
    let subtitles = cues.enumerated().map { index, words in
      let time = "00:00:0\((1 + 4 * index) / 10),\((1 + 4 * index) % 10)00"
      return "\(index + 1)\n\(time) --> \(time)\n\(words)\n"
    }
    _ = try machine.folder.write(subtitles.joined(separator: "\n").utf8, to: "words.srt")
    let run = try await machine.run(["replay", "whole.wav", "--transcript", "words.srt"] + marks)
    #expect(run.status == 0, "\(run.errors)")
    let report = try ReplayedReport(run.output)
    #expect(report.steps.map(\.words?.count) == [1, 2, 4, 1, 3])
    let quote = report.steps[2].words?.findings.first { $0.finding == "shared_credit" }?.quote
    #expect(quote?.place_s.map { abs($0 - 0.1) < 0.001 } == true)

    _ = try machine.folder.write("One two three.".utf8, to: "words.txt")
    let untimed = try await machine.run(["replay", "whole.wav", "--transcript", "words.txt"] + marks)
    #expect(untimed.status == 65)
    #expect(
      untimed.errors.hasSuffix(
        "words.txt tells no times, and so not where a step begins; give a transcript for each step.\n"))
  }

  @Test(arguments: [
    (["a.txt", "b.txt", "c.txt"], "3 transcripts do not fit 2 takes."),
    (["situation.txt", "b.txt"], "b.txt is named after no take, and others are."),
    (["situation.txt", "1-situation.txt"], "1-situation.txt is a second transcript of one take; give one of them."),
  ])
  func `words that may belong elsewhere are refused`(names: [String], words: String) async throws {
    let machine = try Machine()
    for name in ["s.wav", "t.wav"] { _ = try machine.folder.write(shortTake, to: name) }
    for name in names { _ = try machine.folder.write("One two.".utf8, to: name) }
    let run = try await machine.run(["replay", "s.wav", "t.wav", "--transcript"] + names)
    #expect(run.status == 64)
    #expect(run.errors.hasPrefix("starpace: \(words)"), "\(run.errors)")
  }
}
