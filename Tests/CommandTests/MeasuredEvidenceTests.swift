import BuiltSignals
import Foundation
import Testing

/// What timing shows, from sound files to the report: each finding arises from what was measured in samples.
@Suite(.timeLimit(.minutes(10))) struct MeasuredEvidenceTests {
  private static let sampleRate = 16_000

  /// An answer with a breath after every four seconds of speech, so that no sentence is endless.
  private func answer(_ seconds: Double, syllablesASecond: Double = 4, rms: Double = 0.1) -> [Float] {
    var samples: [Float] = []
    while Double(samples.count) / Double(Self.sampleRate) < seconds {
      let rest = seconds - Double(samples.count) / Double(Self.sampleRate)
      samples += speechLike(
        seconds: min(4, rest), rms: rms, sampleRate: Self.sampleRate, syllablesASecond: syllablesASecond)
      if rest > 5 { samples += silence(0.5) }
    }
    return samples
  }

  private func silence(_ seconds: Double) -> [Float] {
    [Float](repeating: 0, count: Int(seconds * Double(Self.sampleRate)))
  }

  /// The evidence that a replay reports on `takes`, one a step, in a quiet room, half a second before and after each.
  private func evidence(of takes: [[Float]]) async throws -> [ReplayedReport.Evidence] {
    let machine = try Machine()
    var files: [String] = []
    for (index, take) in takes.enumerated() {
      let whole = silence(0.5) + take + silence(0.5)
      let room = whiteNoise(count: whole.count, rms: 0.0005, seed: UInt64(index + 1))
      let samples = zip(whole, room).map { $0 + $1 }
      files.append(try machine.folder.write(WaveFile(samples: int16(samples)).bytes, to: "\(index + 1).wav"))
    }
    let run = try await machine.run(["replay"] + files + ["--json", "--scenario", "owned-failure"])
    #expect(run.status == 0, "\(run.errors)")
    return try ReplayedReport(run.output).evidence
  }

  @Test func `missing, short, over the limit, a late start, a long silence and a rushed step are measured`()
    async throws
  {
    let found = try await evidence(of: [
      answer(50), silence(8), answer(40, syllablesASecond: 5.4) + silence(4) + answer(36, syllablesASecond: 5.4),
      silence(3) + answer(6), answer(15),
    ])
    #expect(
      found.map { "\($0.step) \($0.finding)" } == [
        "situation over_limit", "situation long", "task missing", "action long_silence", "action rushed",
        "result short",
        "result late_start",
      ])
    #expect(found.allSatisfy { $0.source == "timing" && (0...1).contains($0.strength) })
    // Where to listen, from the start of the take: the limit of 45 s, the silence, the answer's beginning.
    let places = found.map(\.place_s)
    for (place, expected) in zip(places, [45.5, 30.5, nil, 40.5, nil, 3.5, 0] as [Double?])
    where expected != nil {
      #expect(abs((place ?? -1) - (expected ?? -1)) < 0.1)
    }
    #expect(found[3].words == "Action holds a silence of 4.0 s")
    #expect(found[5].words == "Result took 6 s of 20")
    #expect(found[6].words.hasPrefix("Result began after 3."))
  }

  @Test func `long, a dragging step and a voice that fades are measured, and nothing else is`() async throws {
    let found = try await evidence(of: [
      answer(38), answer(20), answer(85, syllablesASecond: 2.8), answer(15) + silence(0.4) + answer(5, rms: 0.03),
      answer(15),
    ])
    #expect(
      found.map { "\($0.step) \($0.finding)" } == ["situation long", "action dragging", "result fading"])
    // The last quarter of the answer.
    #expect(abs((found.last?.place_s ?? 0) - 15.8) < 0.2)
  }

  @Test func `five answers on target, spoken alike, show nothing`() async throws {
    #expect(
      try await evidence(of: [answer(30), answer(20), answer(85), answer(20), answer(15)]).map(\.finding) == [])
  }
}
