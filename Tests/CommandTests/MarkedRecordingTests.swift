import BuiltSignals
import Foundation
import SoundFiles
import Testing

/// One recording of a whole answer, cut at marks, is measured as the separate takes are.
@Suite(.timeLimit(.minutes(10))) struct MarkedRecordingTests {
  private let choice = ["--scenario", "owned-failure", "--json"]
  private let names = ["situation.wav", "task.wav", "action.wav", "result.wav", "reflection.wav"]

  @Test func `marks, labels and a label file beside it give the times of separate takes`() async throws {
    let machine = try Machine()
    let takes = [
      try samples(of: "owned-failure-typical-faults/4-result"),
      int16(builtTake([.silence(0.8), .speech(2), .silence(0.5), .speech(1.2), .silence(1)], seed: 2)),
      try samples(of: "owned-failure-typical-faults/5-reflection"),
      int16(whiteNoise(count: 32_000, rms: 0.0005, seed: 4)),
      int16(builtTake([.silence(1), .speech(3), .silence(0.7)], seed: 3)),
    ]
    for (take, name) in zip(takes, names) {
      _ = try machine.folder.write(WaveFile(samples: take).bytes, to: name)
    }
    _ = try machine.folder.write(WaveFile(samples: takes.flatMap { $0 }).bytes, to: "whole.wav")
    let starts = takes.indices.map { index in
      takes[..<index].reduce(0) { $0 + Double($1.count) / 16_000 }
    }
    let separate = try ReplayedReport(try await machine.run(["replay"] + names + choice).output)
    #expect(separate.steps.map { $0.take?.file } == names)
    #expect(separate.answerTimes.map { ($0 ?? -1) > 0 } == [true, true, true, false, true])

    let marks = starts.dropFirst().map { "0:\($0)" }.joined(separator: ",")
    let marked = try await machine.run(["replay", "whole.wav", "--marks", marks] + choice)
    try expectSame(marked, as: separate, starts: starts)

    let lines = zip(starts, ["Situation", "the task", "ACTION", "result 1", "Reflection"])
      .map { "\($0)\t\($0)\t\($1)\n" }
    _ = try machine.folder.write(lines.joined().utf8, to: "labels.txt")
    let labelled = try await machine.run(["replay", "whole.wav", "--labels", "labels.txt"] + choice)
    try expectSame(labelled, as: separate, starts: starts)

    // What StarPace writes for Audacity it reads back.
    let written = try await machine.run(
      ["replay"] + names + ["--scenario", "owned-failure", "--format", "audacity"])
    _ = try machine.folder.write(written.output.utf8, to: "written.txt")
    let again = try await machine.run(["replay", "whole.wav", "--labels", "written.txt"] + choice)
    try expectSame(again, as: separate, starts: starts)

    _ = try machine.folder.write(lines.joined().utf8, to: "whole.txt")
    let beside = try await machine.run(["replay", "whole.wav"] + choice)
    #expect(beside.output == labelled.output)
  }

  @Test(arguments: [
    (marks: "1,2,3", words: "--marks has 3 times and needs four."),
    (marks: "1,2,3,4,5,6", words: "--marks has 6 times and needs four."),
    (marks: "1,2,2,4", words: "The times of --marks must rise, and '2' does not."),
    (marks: "1,2,three,4", words: "'three' in --marks is not a time."),
    (marks: "1,2,0:75,4", words: "'0:75' in --marks is not a time."),
  ])
  func `wrong marks are wrong usage, with an example`(marks: String, words: String) async throws {
    let run = try await recordingOfOneTake().run(["replay", "take.wav", "--marks", marks] + choice)
    let example =
      "Write where Task, Action, Result and Reflection begin, such as --marks 0:31,0:52,2:20,2:41."
    #expect(run.errors == "starpace: \(words) \(example)\n")
    #expect(run.output == "")
    #expect(run.status == 64)
  }

  @Test func `a mark past the end of the file is bad data`() async throws {
    let run = try await recordingOfOneTake().run(["replay", "take.wav", "--marks", "0.5,1,1.5,9"] + choice)
    #expect(
      run.errors
        == "starpace: A mark at 9.0 s lies past the end of take.wav, which is 1.8 s long; correct the marks.\n"
    )
    #expect(run.output == "")
    #expect(run.status == 65)
  }

  @Test func `one file that says nothing of its steps is wrong usage`() async throws {
    let run = try await recordingOfOneTake().run(["replay", "take.wav"] + choice)
    #expect(run.errors.hasPrefix("starpace: One file needs to say where its steps begin: add --marks "))
    #expect(run.status == 64)
  }

  @Test func `a label file that is none or not there says so`() async throws {
    let machine = try recordingOfOneTake()
    _ = try machine.folder.write("0.0\t1.0\tSituation\nTask from here\n".utf8, to: "labels.txt")
    let broken = try await machine.run(["replay", "take.wav", "--labels", "labels.txt"] + choice)
    #expect(broken.errors.hasPrefix("starpace: Line 2 of labels.txt is not a label (start, end, name)."))
    #expect(broken.status == 65)
    let gone = try await machine.run(["replay", "take.wav", "--labels", "gone.txt"] + choice)
    #expect(gone.errors == "starpace: Cannot read the label file gone.txt; check the path.\n")
    #expect(gone.status == 66)
  }

  // MARK: - Steps of the tests

  private func recordingOfOneTake() throws -> Machine {
    let machine = try Machine()
    _ = try machine.folder.write(shortTake, to: "take.wav")
    return machine
  }

  /// Expects the answer times of `separate` within 30 ms, three hops of the detector, in takes that begin at `starts`.
  private func expectSame(_ run: Run, as separate: ReplayedReport, starts: [Double]) throws {
    #expect(run.errors == "")
    #expect(run.status == 0)
    let report = try ReplayedReport(run.output)
    for (one, other) in zip(report.answerTimes, separate.answerTimes) {
      #expect(abs((one ?? -1) - (other ?? -1)) <= 0.030)
    }
    #expect(report.steps.map(\.verdict) == separate.steps.map(\.verdict))
    #expect(report.steps.map { $0.take?.file } == Array(repeating: "whole.wav", count: 5))
    #expect(zip(report.steps, starts).allSatisfy { abs(($0.take?.offset_s ?? -1) - $1) < 0.001 })
  }

  private func samples(of take: String) throws -> [Int16] {
    var reader = try SoundReader.open("\(checkout)/Audio/\(take).flac")
    var samples = [Float](repeating: 0, count: reader.frameCount ?? 0)
    let count = try reader.read(into: &samples)
    return int16(Array(samples.prefix(count)))
  }
}
