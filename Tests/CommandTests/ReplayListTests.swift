import BuiltSignals
import Foundation
import Testing

/// `starpace replay - --json`: many sessions and recordings, a line each.
@Suite(.serialized, .timeLimit(.minutes(10))) struct ReplayListTests {
  private let list = ["replay", "-", "--json", "--scenario", "owned-failure"]

  @Test func `each name gets its line, in the order given, and what cannot be replayed tells why`() async throws {
    let machine = try await machine()
    _ = try machine.folder.write("{".utf8, to: "broken/session.json")
    _ = try machine.folder.write(shortTake, to: "broken/1-situation.wav")
    _ = try machine.folder.write(shortTake, to: "alone.wav")
    let names = ["b", "gone", "whole.wav", "broken", "alone.wav", "a", "b"]
    let run = try await machine.run(list, input: names.joined(separator: "\n"))
    let lines = run.outputLines
    try #require(lines.count == names.count)
    #expect(try lines.map { try Named(line: $0).input } == names)
    let failed = try [1, 3, 4].map { try FailedLine(line: lines[$0]) }
    #expect(failed.map(\.error.exit_code) == [66, 65, 65])
    #expect(failed[0] == FailedLine(input: "gone", exitCode: 66, message: "There is no gone; check the path."))
    #expect(failed[2].error.message.contains("export them from Audacity to alone.txt"))
    #expect(run.errors == failed.map { "starpace: \($0.error.message)\n" }.joined())
    #expect(run.status == 66)
    #expect(lines[0] == lines[6])
    let other = try await machine.run(list, input: "broken\ngone\n")
    #expect(other.status == 65)
    #expect(try await machine.run(list, input: "a\n").status == 0)
  }

  @Test func `a line is the report of one replay, with its name`() async throws {
    let machine = try await machine()
    let lines = try await machine.run(list, input: "a\nwhole.wav\n").outputLines
    for (line, name) in zip(lines, ["a", "whole.wav"]) {
      let alone = try await machine.run(["replay", name, "--format", "jsonl", "--scenario", "owned-failure"])
      #expect(line.replacing("\"input\":\"\(name)\",", with: "") + "\n" == alone.output)
      #expect(try ReplayedReport(String(line)).steps.count == 5)
    }
  }

  @Test func `the same lines come whatever is measured at once, and however the list is cut`() async throws {
    let machine = try await machine()
    let names = (0..<24).map { ["a", "b", "gone", "whole.wav"][$0 * 7 % 4] }
    var outputs: Set<String> = []
    for jobs in ["1", "2", "6"] {
      outputs.insert(try await machine.run(list + ["--jobs", jobs], input: names.joined(separator: "\n")).output)
    }
    var parts = ""
    for start in stride(from: 0, to: 24, by: 5) {
      parts += try await machine.run(list + ["-0"], input: names[start..<min(24, start + 5)].joined(separator: "\0"))
        .output
    }
    #expect(outputs.union([parts]).count == 1)
  }

  @Test func `what names no scenario is held against one that is told once`() async throws {
    let machine = try await machine()
    let run = try await machine.run(["replay", "-", "--format", "jsonl"], input: "a\nb\n")
    #expect(
      run.errors == "starpace: No --scenario named; what names none itself is held against owned-failure.\n")
    #expect(try await machine.run(["replay", "-", "--json", "--quiet"], input: "a\nb\n").errors == "")
  }

  @Test func `a schema is printed for each kind of line`() async throws {
    for name in ["report", "analysis", "failure"] {
      let run = try await Machine().run(["schema", name])
      let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
      #expect(object?["$id"] as? String == "urn:starpace:\(name):1")
      #expect(run.status == 0)
    }
  }

  /// A machine with two session folders, `a` and `b`, and a recording with labels beside it, `whole.wav`.
  private func machine() async throws -> Machine {
    let machine = try Machine()
    for (session, seed) in [("a", 1), ("b", 2)] as [(String, UInt64)] {
      for (number, take) in ["1-situation", "2-task", "4-result"].enumerated() {
        let sound = builtTake([.silence(0.4), .speech(0.7 + 0.3 * Double(number)), .silence(0.4)], seed: seed)
        _ = try machine.folder.write(WaveFile(samples: int16(sound)).bytes, to: "\(session)/\(take).wav")
      }
    }
    let whole = builtTake([.silence(0.4), .speech(2), .silence(1), .speech(1.5), .silence(0.4)], seed: 3)
    _ = try machine.folder.write(WaveFile(samples: int16(whole)).bytes, to: "whole.wav")
    _ = try machine.folder.write("0\t2.9\tSituation\n2.9\t5.3\tResult\n".utf8, to: "whole.txt")
    return machine
  }

  /// A line of a list, as far as it tells of what it is.
  private struct Named: Decodable {
    let input: String

    init(line: some StringProtocol) throws { self = try JSONDecoder().decode(Named.self, from: Data(line.utf8)) }
  }
}
