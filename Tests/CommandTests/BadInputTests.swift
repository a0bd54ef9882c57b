import BuiltSignals
import Foundation
import Glibc
import Testing

/// A file that cannot be measured, with what is said of it: one sentence on standard error, nothing else.
@Suite(.timeLimit(.minutes(10))) struct BadInputTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let content: Data
    let sentence: String
    var testDescription: String { name }
  }

  static let cases = [
    Case(
      name: "empty.wav", content: Data(),
      sentence: "'empty.wav' is empty (0 bytes); record it again, or name another file."),
    Case(
      name: "header.wav", content: WaveFile().bytes,
      sentence: "'header.wav' has a header but no sound; record it again, or name another file."),
    Case(
      name: "text.wav", content: Data("I noticed that nobody had asked.\n".utf8),
      sentence: "'text.wav' is not a sound file that can be read; export it as WAV or FLAC and try again."),
    Case(
      name: "random.flac", content: Data((0..<4_000).map { UInt8(truncatingIfNeeded: $0 &* 7_919 >> 3) }),
      sentence:
        "'random.flac' is not a sound file that can be read; export it as WAV or FLAC and try again."),
    Case(
      name: "nan.wav",
      content: WaveFile.floats((0..<16_000).map { $0 == 8_000 ? .nan : 0.01 }),
      sentence:
        "'nan.wav' has a sample that is not a number at 0.50 s; export the file again as 16-bit WAV."),
    Case(
      name: "infinite.wav",
      content: WaveFile.floats((0..<16_000).map { $0 == 12_000 ? -.infinity : 0.01 }),
      sentence:
        "'infinite.wav' has a sample that is not a number at 0.75 s; export the file again as 16-bit WAV."),
    Case(
      name: "slow.wav", content: WaveFile(sampleRate: 7_999, samples: [1, 2, 3]).bytes,
      sentence:
        "'slow.wav' has 7999 samples a second, and only 8000 to 192000 can be measured; "
        + "export it again at 16000 or 48000."),
    Case(
      name: "fast.wav", content: WaveFile(sampleRate: 192_001, samples: [1, 2, 3]).bytes,
      sentence:
        "'fast.wav' has 192001 samples a second, and only 8000 to 192000 can be measured; "
        + "export it again at 16000 or 48000."),
  ]

  @Test(arguments: cases)
  func `analyze says in a sentence what is wrong with a file`(bad: Case) async throws {
    let machine = try Machine()
    _ = try machine.folder.write(bad.content, to: bad.name)
    let run = try await machine.run(["analyze", bad.name])
    #expect(run.errors == "starpace: \(bad.sentence)\n")
    #expect(
      try run.outputLines.map { try FailedLine(line: $0) }
        == [FailedLine(file: bad.name, exitCode: 65, message: bad.sentence)])
    #expect(run.status == 65)
  }

  @Test(arguments: cases)
  func `replay says the same of a step's file and of a file with marks`(bad: Case) async throws {
    let machine = try Machine()
    _ = try machine.folder.write(bad.content, to: bad.name)
    _ = try machine.folder.write(shortTake, to: "good.wav")
    for arguments in [
      ["good.wav", bad.name], ["good.wav", "nan.wav", bad.name], [bad.name, "--marks", "1,2,3,4"],
    ]
    where bad.name == "nan.wav" || !arguments.contains("nan.wav") {
      let run = try await machine.run(["replay"] + arguments)
      #expect(run.errors == "starpace: \(bad.sentence)\n")
      #expect(run.output == "")
      #expect(run.status == 65)
    }
  }

  @Test func `a folder is no sound file`() async throws {
    let machine = try Machine()
    _ = try machine.folder.write(Data(), to: "takes/notes.md")
    let analysis = try await machine.run(["analyze", "takes"])
    #expect(analysis.errors == "starpace: 'takes' is a folder; name a sound file in it.\n")
    #expect(analysis.status == 65)
    let replay = try await machine.run(["replay", "takes"])
    #expect(
      replay.errors
        == "starpace: No takes in takes; a session's are named 1-situation.wav to 5-reflection.wav.\n")
    #expect(replay.output == "")
    #expect(replay.status == 65)
  }

  @Test func `a file that is not there is a matter of its name`() async throws {
    let machine = try Machine()
    let analysis = try await machine.run(["analyze", "gone.wav"])
    #expect(
      analysis.errors
        == "starpace: There is no file 'gone.wav'; check the name, and the folder that it is in.\n")
    #expect(analysis.status == 66)
    let replay = try await machine.run(["replay", "gone.wav"])
    #expect(replay.errors == "starpace: There is no gone.wav; check the path.\n")
    #expect(replay.output == "")
    #expect(replay.status == 66)
  }

  @Test(.enabled(if: Unprivileged.isPossible))
  func `a file that may not be read is a matter of its permissions`() async throws {
    let machine = try await Unprivileged.machine()
    let scenario = try machine.folder.write(
      try bytes(of: "\(checkout)/Scenarios/owned-failure.yaml"), to: "owned-failure.yaml")
    let secret = try machine.folder.write(shortTake, to: "secret.wav")
    try #require(chmod(secret, 0) == 0)
    let sentence =
      "starpace: You may not read 'secret.wav'; ask its owner, or change its permissions with chmod.\n"
    for arguments in [
      ["analyze", "secret.wav"], ["replay", "secret.wav", "--marks", "1,2,3,4", "--scenario", scenario],
    ] {
      let run = try await machine.run(Unprivileged.arguments(arguments))
      #expect(run.errors == sentence)
      #expect(run.outputLines.count == (arguments[0] == "analyze" ? 1 : 0))
      #expect(run.status == 66)
    }
  }

  @Test func `the good ones among bad ones are measured, and the first bad one gives the exit code`()
    async throws
  {
    let machine = try Machine()
    _ = try machine.folder.write(shortTake, to: "first.wav")
    _ = try machine.folder.write(shortTake, to: "last.wav")
    _ = try machine.folder.write(Data(), to: "empty.wav")
    let names = ["first.wav", "empty.wav", "gone.wav", "last.wav"]
    let run = try await machine.run(["analyze"] + names)
    #expect(run.outputLines.count == 4)
    #expect(try [0, 3].map { try Analysis(line: run.outputLines[$0]).file } == ["first.wav", "last.wav"])
    let failed = try [1, 2].map { try FailedLine(line: run.outputLines[$0]) }
    #expect(failed.map(\.file) == ["empty.wav", "gone.wav"])
    #expect(failed.map(\.error.exit_code) == [65, 66])
    #expect(
      run.errors.split(separator: "\n").map { $0.dropFirst("starpace: ".count) } == failed.map { $0.error.message[...] }
    )
    #expect(run.status == 65)
    let other = try await machine.run(["analyze", "gone.wav", "first.wav", "empty.wav"])
    #expect(other.status == 66)
  }

  @Test(arguments: [
    ["analyze", "--loudness", "take.wav"], ["analyze", "--pause-threshold", "5", "take.wav"],
    ["analyze", "--pitch-range", "100-150", "take.wav"], ["analyze", "--pitch-range", "high", "take.wav"], ["replay"],
    ["analyze", "--null", "take.wav"], ["analyze", "--jobs", "0", "take.wav"], ["analyze", "--format", "text"],
    ["analyze", "--format", "textgrid", "a.wav", "b.wav"], ["analyze", "--format", "audacity", "-"],
    ["replay", "-"], ["replay", "-", "take.wav", "--json"], ["replay", "-", "--json", "--marks", "1,2,3,4"],
    ["replay", "-", "--format", "csv"], ["replay", "takes", "--null"], ["replay", "takes", "--jobs", "2"], ["schema"],
    ["replay", "take.wav", "--level", "boss"], ["replay", "take.wav", "--probes", "99"], ["rehearse"],
    ["rehears", "owned-failure"],
  ])
  func `wrong usage says what is right`(arguments: [String]) async throws {
    let run = try await Machine().run(arguments)
    #expect(run.output == "")
    #expect(run.errors.contains("Usage: starpace"))
    #expect(run.status == 64)
  }
}

/// A second of speech between silences, as a WAV.
let shortTake = WaveFile(
  samples: int16(builtTake([.silence(0.4), .speech(1), .silence(0.4)]))
).bytes

/// Running the program as nobody, where the tests run as root, who may read everything.
enum Unprivileged {
  private static let isRoot = getuid() == 0
  private static let setpriv = "/usr/bin/setpriv"

  static let isPossible = !isRoot || FileManager.default.isExecutableFile(atPath: setpriv)

  /// A machine whose program is the one that drops root's rights; what it runs lies where anybody may run it.
  static func machine() async throws -> Machine {
    guard isRoot else { return try Machine() }
    let machine = try Machine(program: setpriv)
    try await copyProgram(to: "\(machine.folder.path)/starpace")
    return machine
  }

  /// `arguments` of the program as those of `machine()`'s program.
  static func arguments(_ arguments: [String]) -> [String] {
    isRoot ? ["--reuid=65534", "--regid=65534", "--clear-groups", "./starpace"] + arguments : arguments
  }
}
