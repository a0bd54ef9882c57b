import BuiltSignals
import Foundation
import Glibc
import Testing

@Suite(.serialized, .timeLimit(.minutes(10))) struct AnalyzeTests {
  @Test func `every sample take is measured as its truth says, in the order of the files`() async throws {
    let files = sampleTakes.map { "Audio/\($0).flac" }
    let run = try await Machine().run(["analyze"] + files, folder: checkout)
    #expect(run.errors == "")
    #expect(run.status == 0)
    let lines = try run.outputLines.map { try Analysis(line: $0) }
    #expect(lines.map(\.file) == files)
    for (take, line) in zip(sampleTakes, lines) {
      let truth = try Truth(of: take)
      #expect(abs(line.answer_time_s - truth.answerTime) < 0.02, "\(take)")
      #expect(line.pauses.count == truth.pauseCount, "\(take)")
      #expect(line.sample_rate == 16_000)
      if truth.phrases.isEmpty {
        #expect(line.speech.isEmpty, "\(take)")
        #expect(line.latency_s == nil)
      }
    }
  }

  @Test func `a line holds times to the millisecond, in order, that fit together`() async throws {
    let take = "owned-failure-typical-faults/4-result"
    let run = try await Machine().run(["analyze", "Audio/\(take).flac"], folder: checkout)
    let line = try #require(run.outputLines.first)
    #expect(run.outputLines.count == 1)
    #expect(!line.contains(/\.\d{4}/))
    #expect(line.contains("\"pause_threshold_s\":0.25") && line.contains("\"pitch_range_hz\":[75,500]"))
    let analysis = try Analysis(line: line)
    #expect(analysis.duration_s == 8.976)
    let times = analysis.speech.flatMap { $0 }
    #expect(analysis.speech.allSatisfy { $0.count == 2 })
    #expect(times == times.sorted() && Set(times).count == times.count)
    expect(times, near: try Truth(of: take).phrases.flatMap { [$0.start, $0.end] })
    #expect(analysis.pauses == zip(analysis.speech, analysis.speech.dropFirst()).map { [$0[1], $1[0]] })
    #expect(analysis.latency_s == times.first)
    let spoken = analysis.speech.reduce(0) { $0 + $1[1] - $1[0] }
    #expect(abs(analysis.speech_time_s - spoken) < 0.001)
    #expect(abs(analysis.answer_time_s - ((times.last ?? 0) - (times.first ?? 0))) < 0.001)
  }

  @Test func `every line has the same fields, null where there is nothing to say`() async throws {
    let machine = try Machine()
    let room = whiteNoise(count: 16_000, rms: 0.0005, seed: 3)
    _ = try machine.folder.write(WaveFile(samples: int16(room)).bytes, to: "room.wav")
    _ = try machine.folder.write(shortTake, to: "take.wav")
    let run = try await machine.run(["analyze", "room.wav", "take.wav"])
    let keys = try run.outputLines.map { line in
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8))
      return Set((object as? [String: Any] ?? [:]).keys)
    }
    let promised: Set = [
      "file", "duration_s", "sample_rate", "speech", "pauses", "answer_time_s", "speech_time_s", "latency_s",
    ]
    #expect(keys.count == 2)
    #expect(keys.allSatisfy { $0 == keys[0] && $0.isSuperset(of: promised) })
    #expect(run.output.contains("\"latency_s\":null"))
  }

  @Test func `the list of files comes from standard input`() async throws {
    let machine = try Machine()
    let names = ["b.wav", "a b.wav", "ü.wav"] + (0..<30).map { "\($0).wav" }
    // Short: it is about their names, of which more are given than are measured at once.
    let content = WaveFile(samples: Array(repeating: 1, count: 1_600)).bytes
    for name in names { _ = try machine.folder.write(content, to: name) }
    let input = names.joined(separator: "\n") + "\n\n"
    for arguments in [["analyze"], ["analyze", "-"]] {
      let run = try await machine.run(arguments, input: input)
      #expect(try run.outputLines.map { try Analysis(line: $0).file } == names)
      #expect(run.errors == "")
      #expect(run.status == 0)
    }
    let mixed = try await machine.run(["analyze", "a b.wav", "-"], input: "b.wav")
    #expect(try mixed.outputLines.map { try Analysis(line: $0).file } == ["a b.wav", "b.wav"])
  }

  @Test func `names that end with a zero byte may hold anything`() async throws {
    let machine = try Machine()
    let names = ["a\nb.wav", "-c.wav", " d\r.wav", "\"e\".wav"]
    for name in names { _ = try machine.folder.write(shortTake, to: name) }
    for (arguments, input) in [
      (["--null"], names.joined(separator: "\0")), (["-0", "-"], names.map { $0 + "\0" }.joined() + "\0\0"),
    ] {
      let run = try await machine.run(["analyze"] + arguments, input: input)
      #expect(try run.outputLines.map { try Analysis(line: $0).file } == names)
      #expect(run.errors == "" && run.status == 0)
    }
    let windows = try await machine.run(["analyze"], input: "-c.wav\r\n-c.wav")
    #expect(try windows.outputLines.map { try Analysis(line: $0).file } == ["-c.wav", "-c.wav"])
  }

  @Test func `a name is answered before the next is given`() async throws {
    let machine = try Machine()
    _ = try machine.folder.write(shortTake, to: "take.wav")
    let output = "\(machine.folder.path)/output"
    var ends: [Int32] = [-1, -1]
    try #require(pipe(&ends) == 0)
    // Not open in a program that some test starts, where nobody would close it.
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let names = FileHandle(fileDescriptor: ends[1], closeOnDealloc: true)
    defer { close(ends[0]) }
    let child = try machine.start(
      ["analyze"], input: ends[0], output: output, errors: "\(machine.folder.path)/errors")
    for count in 1...3 {
      try names.write(contentsOf: Data("take.wav\n".utf8))
      let deadline = ContinuousClock.now + .seconds(60)
      while try bytes(of: output).count(where: { $0 == UInt8(ascii: "\n") }) < count {
        try #require(ContinuousClock.now < deadline, "no line for name \(count)")
        try await Task.sleep(for: .milliseconds(5))
      }
    }
    try names.close()
    #expect(try await child.exitStatus() == 0)
  }

  @Test func `the same lines come however many files are measured at once`() async throws {
    let files = sampleTakes.map { "Audio/\($0).flac" }
    var outputs: Set<String> = []
    for jobs in ["1", "2", "5"] {
      let run = try await Machine().run(["analyze", "--jobs", jobs] + files, folder: checkout)
      #expect(run.status == 0)
      outputs.insert(run.output)
    }
    #expect(outputs.count == 1)
  }

  @Test func `a file is written for other tools, and several into a folder of the same shape`() async throws {
    let machine = try Machine()
    let take = "\(checkout)/Audio/owned-failure-typical-faults/4-result.flac"
    let line = try Analysis(line: try #require(await machine.run(["analyze", take]).outputLines.first))
    let grid = try await machine.run(["analyze", "--format", "textgrid", take])
    #expect(grid.output.contains("xmax = 8.976\n") && !grid.output.contains("name = \"steps\""))
    for name in ["speech", "pauses", "nuclei", "filled"] { #expect(grid.output.contains("name = \"\(name)\"")) }
    let turns = try await machine.run(["analyze", "--format", "rttm", take, take])
    #expect(turns.outputLines.count == 2 * line.speech.count)
    #expect(turns.outputLines[0].hasPrefix("SPEAKER 4-result 1 0.730 "))
    let labels = try await machine.run(["analyze", "--format", "audacity", take])
    #expect(labels.outputLines.count == line.speech.count + line.pauses.count)

    for session in ["one", "two"] { _ = try machine.folder.write(try bytes(of: take), to: "\(session)/4-result.flac") }
    let many = ["analyze", "--format", "textgrid", "--into", "out/grids"]
    let run = try await machine.run(many + ["one/4-result.flac", "./two/../two/4-result.flac"])
    #expect(run.output == "" && run.errors == "" && run.status == 0)
    for file in ["one/4-result.TextGrid", "two/two/4-result.TextGrid"] {
      #expect(try bytes(of: "\(machine.folder.path)/out/grids/\(file)") == Data(grid.output.utf8))
    }
    // A second time, nothing is written over.
    _ = try machine.folder.write("mine".utf8, to: "out/grids/one/4-result.TextGrid")
    let again = try await machine.run(many + ["one/4-result.flac"])
    #expect(again.errors.hasPrefix("starpace: There is a out/grids/one/4-result.TextGrid already"))
    #expect(again.status == 73)
    #expect(try bytes(of: "\(machine.folder.path)/out/grids/one/4-result.TextGrid") == Data("mine".utf8))
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func `lines that cannot be written end it`() async throws {
    let machine = try Machine()
    let child = try machine.start(
      ["analyze", "\(checkout)/Audio/owned-failure-typical-faults/4-result.flac"], input: STDIN_FILENO,
      output: "/dev/full", errors: "\(machine.folder.path)/errors")
    #expect(try await child.exitStatus() == 74)
    #expect(
      try bytes(of: "\(machine.folder.path)/errors").starts(with: "starpace: Cannot write to standard output".utf8))
  }

  @Test func `a longer pause threshold leaves only longer pauses`() async throws {
    let run = try await Machine().run(
      ["analyze", "--pause-threshold", "700", "Audio/owned-failure-close-to-target/4-result.flac"],
      folder: checkout)
    let analysis = try Analysis(line: try #require(run.outputLines.first))
    expect(analysis.pauses.flatMap { $0 }, near: [5.270, 6.257, 8.687, 9.602])
  }

  @Test func `the pitch is looked for in the range that is set`() async throws {
    let run = try await Machine().run(
      ["analyze", "--pitch-range", "70-140", "Audio/owned-failure-typical-faults/4-result.flac"], folder: checkout)
    let line = try #require(run.outputLines.first)
    #expect(line.contains("\"pitch_range_hz\":[70,140]"))
    // The voice speaks at 176 Hz: an octave below is what the range has of it.
    let median = try #require(line.firstMatch(of: /"pitch_median_hz":([\d.]+)/).flatMap { Double($0.1) })
    #expect((70...140).contains(median))
  }

  /// Expects times within 50 ms; the detector's hop is 10 ms.
  private func expect(
    _ times: [Double], near truth: [Double], sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let isNear = times.count == truth.count && zip(times, truth).allSatisfy { abs($0 - $1) < 0.05 }
    #expect(isNear, "\(times) against \(truth)", sourceLocation: sourceLocation)
  }
}
