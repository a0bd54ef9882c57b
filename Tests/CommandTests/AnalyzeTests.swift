import BuiltSignals
import Foundation
import Testing

@Suite(.serialized, .timeLimit(.minutes(3))) struct AnalyzeTests {
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
