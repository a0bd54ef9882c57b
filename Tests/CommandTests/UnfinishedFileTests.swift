import BuiltSignals
import Foundation
import Testing

/// Recordings that a crash cut off: read to their end, with one line that says so, and left as they are.
@Suite(.timeLimit(.minutes(10))) struct UnfinishedFileTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let claim: UInt32
    let line: String
    var testDescription: String { "\(claim)" }
  }

  static let cases = [
    Case(
      claim: 0, line: "take.wav was not finished (its header says 0 s); read to the end of the file: 1.8 s."),
    Case(
      claim: 0x8000_0000,
      line: "take.wav was not finished (its header gives no length); read to the end of the file: 1.8 s."),
    Case(
      claim: 0xFFFF_FFFF,
      line: "take.wav was not finished (its header gives no length); read to the end of the file: 1.8 s."),
    Case(
      claim: 160_000, line: "take.wav is cut off (its header says 5.0 s); read to the end of the file: 1.8 s."
    ),
  ]

  private static let samples = int16(builtTake([.silence(0.4), .speech(1), .silence(0.4)]))

  @Test(arguments: cases)
  func `a header that says a wrong length is passed over`(unfinished: Case) async throws {
    let machine = try Machine()
    let content = WaveFile(samples: Self.samples, claimedBytes: unfinished.claim).bytes
    let file = try machine.folder.write(content, to: "take.wav")
    _ = try machine.folder.write(shortTake, to: "whole.wav")
    let run = try await machine.run(["analyze", "take.wav", "whole.wav"])
    #expect(run.errors == "starpace: \(unfinished.line)\n")
    #expect(run.status == 0)
    let lines = try run.outputLines.map { try Analysis(line: $0) }
    #expect(lines.map(\.remark) == [unfinished.line, nil])
    #expect(lines.first?.speech == lines.last?.speech)
    #expect(lines.first?.duration_s == lines.last?.duration_s)

    let replay = try await machine.run(
      ["replay", "take.wav", "whole.wav", "--scenario", "owned-failure", "--json"])
    #expect(replay.status == 0)
    #expect(
      try ReplayedReport(replay.output).steps.map { $0.take?.remarks ?? [] }.prefix(2) == [
        [unfinished.line], [],
      ])
    #expect(try bytes(of: file) == content)
  }

  @Test func `a FLAC that ends in the middle is measured as far as it goes`() async throws {
    let machine = try Machine()
    let whole = try bytes(of: "\(checkout)/Audio/owned-failure-typical-faults/4-result.flac")
    let content = whole.prefix(whole.count / 2)
    let file = try machine.folder.write(content, to: "half.flac")
    let run = try await machine.run(["analyze", "half.flac"])
    #expect(run.status == 0)
    #expect(
      run.errors.hasPrefix("starpace: half.flac is cut off or damaged (its header says 9.0 s); read as far"))
    #expect(run.errors.split(separator: "\n").count == 1)
    #expect(try run.outputLines.map { try Analysis(line: $0).speech.isEmpty } == [false])
    #expect(try bytes(of: file) == content)
  }
}
