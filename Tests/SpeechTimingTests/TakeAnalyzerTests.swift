import Acoustics
import BuiltSignals
import SpeechTiming
import Testing

@Suite struct TakeAnalyzerTests {
  private static let pieces: [Piece] = [
    .silence(1.1), .speech(2.4), .silence(0.6), .speech(1.7), .silence(0.35), .speech(3), .silence(1.3),
  ]
  private static let truth = [(1.1, 3.5), (4.1, 5.8), (6.15, 9.15)]

  /// The boundaries of speech that are off the truth by more than `tolerance` seconds.
  private func misplaced(_ timing: TakeTiming, tolerance: Double = 0.03) -> [String] {
    guard timing.speech.count == Self.truth.count else { return ["\(timing.speech)"] }
    return zip(timing.speech, Self.truth).flatMap { found, true_ in
      [(found.start, true_.0), (found.end, true_.1)].filter { abs($0 - $1) > tolerance }.map { "\($0) for \($1)" }
    }
  }

  @Test func `speech is found where it was built`() {
    let timing = timing(of: builtTake(Self.pieces), sampleRate: 16_000)
    #expect(misplaced(timing) == [])
    #expect(timing.duration == 10.45)
    #expect(timing.pauses.count == 2)
  }

  @Test(arguments: [-40.0, -20, 0, 12])
  func `gain moves no boundary`(gainInDecibels: Double) {
    let gain = Float(power(ofDecibels: gainInDecibels).squareRoot())
    let take = builtTake(Self.pieces).map { $0 * gain }
    let reference = timing(of: builtTake(Self.pieces), sampleRate: 16_000)
    #expect(timing(of: take, sampleRate: 16_000).speech == reference.speech)
  }

  @Test(arguments: [8_000, 11_025, 22_050, 44_100, 48_000, 96_000])
  func `the sample rate moves boundaries by three frames at most`(sampleRate: Int) {
    let take = builtTake(Self.pieces, sampleRate: sampleRate)
    #expect(misplaced(timing(of: take, sampleRate: sampleRate), tolerance: 0.04) == [])
  }

  @Test(arguments: [1, 160, 4_096, 100_000])
  func `how samples are cut into blocks changes nothing`(block: Int) {
    let take = builtTake(Self.pieces, sampleRate: 8_000)
    var analyzer = TakeAnalyzer(sampleRate: 8_000)
    for start in stride(from: 0, to: take.count, by: block) {
      analyzer.append(take.span.extracting(start..<min(start + block, take.count)))
    }
    #expect(analyzer.finish() == timing(of: take, sampleRate: 8_000))
  }

  @Test func `appended silence adds no speech`() {
    let short = timing(of: builtTake(Self.pieces), sampleRate: 16_000)
    let long = timing(of: builtTake(Self.pieces + [.silence(8)]), sampleRate: 16_000)
    #expect(misplaced(long) == [])
    #expect(abs(long.speechTime - short.speechTime) <= 0.03)
  }

  @Test(arguments: [0, 1, 159, 160, 500, 1_599, 1_600, 8_000])
  func `a take of a few samples is measured, whatever it holds`(count: Int) {
    let timing = timing(of: whiteNoise(count: count, rms: 0.01, seed: 4), sampleRate: 16_000)
    #expect(timing.speech.allSatisfy { $0.start < $0.end && $0.end <= timing.duration })
    #expect(timing.duration == (Double(count) / 16).rounded() / 1000)
  }

  @Test(arguments: [0.0, 0.0001, 0.01, 0.2])
  func `a room without anybody in it is no speech`(noise: Double) {
    let room = whiteNoise(count: 96_000, rms: noise, seed: 9)
    #expect(timing(of: room, sampleRate: 16_000).speech == [])
  }

  @Test func `a steady hum is no speech`() {
    let hum = sine(frequency: 50, amplitude: 0.05, seconds: 6, sampleRate: 16_000)
    let room = whiteNoise(count: hum.count, rms: 0.0005, seed: 2)
    #expect(timing(of: zip(hum, room).map { $0 + $1 }, sampleRate: 16_000).speech == [])
  }

  @Test func `levels are those of speech and of the room`() throws {
    let level = timing(of: builtTake(Self.pieces), sampleRate: 16_000).level
    // Built at 0.1 rms (-20 dBFS) over a room of 0.0005 rms (-66 dBFS).
    #expect(abs(try #require(level.speech) + 20) < 0.5)
    #expect(abs(try #require(level.noiseFloor) + 66) < 1)
    #expect(abs(try #require(level.signalToNoise) - 46) < 1.2)
    #expect(level.clippedSamples == 0)
  }

  @Test func `only runs at full scale count as clipped`() {
    let take: [Float] = [0, 1, 0, 1, 1, 0, 1, 1, 1, 0, -1, -1, -1, -1, 0.5]
    #expect(timing(of: take, sampleRate: 16_000).level.clippedSamples == 7)
  }

  @Test func `digital silence has no floor and no peak`() {
    let level = timing(of: [Float](repeating: 0, count: 16_000), sampleRate: 16_000).level
    #expect(level.noiseFloor == nil && level.peak == nil && level.speech == nil)
  }
}
